package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.draft.Entity;
import dev.lockstile.auth.imports.draft.FactorDraft;
import dev.lockstile.auth.imports.draft.Origin;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Second factors that are each one row of a table. */
record TableFactors(
        Source source,
        SourceTable table,
        Entity entity,
        String owner,
        BiFunction<SourceRow, Origin, FactorDraft> mapping)
        implements FactorSource {

    @Override
    public List<Entity> entities() {
        return List.of(entity);
    }

    @Override
    public long count() {
        return source.count(table.name());
    }

    @Override
    public Map<String, List<FactorDraft>> of(Collection<Object> owners) {
        Map<String, List<FactorDraft>> all = new HashMap<>();
        FactorTables.byOwner(source, table, owner, owners)
                .forEach((key, rows) ->
                        all.put(key, rows.stream().map(this::draft).toList()));
        return all;
    }

    private FactorDraft draft(SourceRow row) {
        return mapping.apply(row, new Origin(entity, row.key(), row.fingerprint()));
    }
}
