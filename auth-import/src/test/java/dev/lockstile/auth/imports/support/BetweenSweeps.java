package dev.lockstile.auth.imports.support;

import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.mapping.PersonBuilder;
import dev.lockstile.auth.imports.preset.DuplicatePolicy;
import dev.lockstile.auth.imports.preset.PeopleTable;
import dev.lockstile.auth.imports.preset.PersonSource;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.preset.UncopiedRows;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.password.ImportHints;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A preset of which something happens here while a run goes on: after the accounts have come, and before the rows that wait
 * for them.
 *
 * @param legacyId of a row that waits
 */
public record BetweenSweeps(Preset preset, String legacyId, Runnable happens) implements Preset {

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
        return new People(preset.open(source, reading));
    }

    private final class People implements PersonSource {

        private final PersonSource people;

        People(PersonSource people) {
            this.people = people;
        }

        @Override
        public List<PeopleTable> tables() {
            return people.tables().stream().<PeopleTable>map(Table::new).toList();
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
            return people.provesChanges();
        }

        @Override
        public ImportHints passwordHints() {
            return people.passwordHints();
        }
    }

    private final class Table implements PeopleTable {

        private final PeopleTable table;

        Table(PeopleTable table) {
            this.table = table;
        }

        @Override
        public Entity entity() {
            return table.entity();
        }

        @Override
        public long count() {
            return table.count();
        }

        @Override
        public List<UserDraft> users(@Nullable Object after, int limit) {
            return table.users(after, limit);
        }

        @Override
        public List<PersonDraft> persons(List<UserDraft> users) {
            if (users.stream().anyMatch(user -> user.origin().legacyId().equals(legacyId))) {
                happens.run();
            }
            return table.persons(users);
        }
    }
}
