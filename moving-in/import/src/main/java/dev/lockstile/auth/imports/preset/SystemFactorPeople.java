package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import java.util.List;
import java.util.Map;

/**
 * The people of a known system with the second factors that stand in its further tables.
 *
 * @param table of people
 */
record SystemFactorPeople(PersonSource people, SystemFactors factors, Source source, SourceTable table)
        implements ForwardingPeople {

    @Override
    public List<PeopleTable> tables() {
        return people.tables().stream()
                .map(table -> (PeopleTable) new Table(table, this))
                .toList();
    }

    @Override
    public List<Entity> ownedRows() {
        return List.of(Entity.TOTP_DEVICES, Entity.RECOVERY_CODE_SETS, Entity.PASSKEYS, Entity.OTHER_FACTORS);
    }

    private record Table(PeopleTable table, SystemFactorPeople all) implements ForwardingPeople.Table {

        @Override
        public List<PersonDraft> persons(List<UserDraft> users) {
            List<SourceRow> rows = users.stream().map(user -> user.use().row()).toList();
            Map<String, List<FactorDraft>> found =
                    all.factors().of(new SystemFactors.Page(all.source(), all.table(), rows));
            return table.persons(users).stream()
                    .map(person -> person.addFactors(found))
                    .toList();
        }
    }
}
