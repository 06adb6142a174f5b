package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.draft.Entity;
import dev.lockstile.auth.imports.draft.PersonDraft;
import dev.lockstile.auth.imports.draft.UserDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One table of people, page by page in the order of its keys. Reading the same page again gives the same. */
public interface PeopleTable {

    /** What its rows are called in ledgers and reports. */
    Entity entity();

    /** How many rows there are; -1 when counting would mean to read them all. */
    long count();

    /**
     * The next people.
     *
     * @param after the key of the last one of the page before; null for the first page
     * @param limit at most this many; fewer mean the end
     */
    List<UserDraft> users(@Nullable Object after, int limit);

    /** Adds to each person what belongs to that person. */
    default List<PersonDraft> persons(List<UserDraft> users) {
        return users.stream().map(PersonDraft::alone).toList();
    }
}
