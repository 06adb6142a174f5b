package dev.lockstile.auth.imports.support;

import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.mapping.PersonBuilder;
import dev.lockstile.auth.imports.preset.DuplicatePolicy;
import dev.lockstile.auth.imports.preset.PeopleTable;
import dev.lockstile.auth.imports.preset.PersonSource;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.preset.UncopiedRows;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.password.ImportHints;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A preset for an old system that takes its mark of verification away with each change, so that a mark counts for a row. */
public record MarksBelieved(Preset preset) implements Preset {

    @Override
    public String name() {
        return preset.name();
    }

    @Override
    public DuplicatePolicy duplicates() {
        return preset.duplicates();
    }

    @Override
    public PersonSource open(Source source, PersonBuilder.Reading reading) {
        return new Believed(preset.open(source, reading));
    }

    private record Believed(PersonSource people) implements PersonSource {

        @Override
        public List<PeopleTable> tables() {
            return people.tables();
        }

        @Override
        public List<Entity> ownedRows() {
            return people.ownedRows();
        }

        @Override
        public List<Origin> orphans(Entity entity, @Nullable Object after, int limit) {
            return people.orphans(entity, after, limit);
        }

        @Override
        public List<UncopiedRows> uncopied() {
            return people.uncopied();
        }

        @Override
        public Map<String, List<String>> columnsNotCarried() {
            return people.columnsNotCarried();
        }

        @Override
        public boolean provesChanges() {
            return true;
        }

        @Override
        public ImportHints passwordHints() {
            return people.passwordHints();
        }
    }
}
