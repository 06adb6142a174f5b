package dev.lockstile.auth.imports.internal.people;

import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.SourceTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One table of users, read page by page in key order. A page that is read again has the same rows. */
public interface PeopleTable {

    /** {@return the entity of its rows in ledgers and reports} */
    Entity entity();

    /** {@return the table of the source, with the columns that are read; no columns mean all} */
    SourceTable rows();

    /** {@return the number of rows; -1 when counting would read all of them} */
    long count();

    /**
     * {@return the next users}
     *
     * @param after the key of the last one of the page before; null for the first page
     * @param limit at most this many; fewer mean the end
     */
    List<UserDraft> users(@Nullable Object after, int limit);

    /**
     * {@return the users with their owned rows}
     *
     * @param users of one page of this table
     */
    default List<PersonDraft> persons(List<UserDraft> users) {
        return users.stream().map(PersonDraft::alone).toList();
    }
}
