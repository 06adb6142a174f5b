package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.internal.people.UncopiedRows;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.SourceTable;
import dev.lockstile.auth.password.ImportHints;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The users of another source, but for what an implementation says otherwise: what is not said is that source's. */
interface ForwardingPeople extends PersonSource {

    PersonSource people();

    @Override
    default List<PeopleTable> tables() {
        return people().tables();
    }

    @Override
    default List<Entity> ownedRows() {
        return people().ownedRows();
    }

    @Override
    default List<Origin> orphans(Entity entity, @Nullable Object after, int limit) {
        return people().orphans(entity, after, limit);
    }

    @Override
    default List<UncopiedRows> uncopied() {
        return people().uncopied();
    }

    @Override
    default Map<String, List<String>> columnsNotCarried() {
        return people().columnsNotCarried();
    }

    @Override
    default Map<String, Map<String, List<String>>> columnUses() {
        return people().columnUses();
    }

    @Override
    default List<String> columnQuestions() {
        return people().columnQuestions();
    }

    @Override
    default boolean provesChanges() {
        return people().provesChanges();
    }

    @Override
    default ImportHints passwordHints() {
        return people().passwordHints();
    }

    /** One table of another source, in the same way. */
    interface Table extends PeopleTable {

        PeopleTable table();

        @Override
        default Entity entity() {
            return table().entity();
        }

        @Override
        default SourceTable rows() {
            return table().rows();
        }

        @Override
        default long count() {
            return table().count();
        }

        @Override
        default List<UserDraft> users(@Nullable Object after, int limit) {
            return table().users(after, limit);
        }

        @Override
        default List<PersonDraft> persons(List<UserDraft> users) {
            return table().persons(users);
        }
    }
}
