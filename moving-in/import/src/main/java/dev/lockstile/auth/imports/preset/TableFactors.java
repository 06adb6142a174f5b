package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.SourceRow;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Second factors that are each one row of a table. */
record TableFactors(OwnedTable table, Entity entity, Function<SourceRow, FactorDraft> mapping) implements FactorSource {

    @Override
    public List<Entity> entities() {
        return List.of(entity);
    }

    @Override
    public Map<String, List<FactorDraft>> of(Collection<Object> owners) {
        return table.drafts(owners, mapping);
    }
}
