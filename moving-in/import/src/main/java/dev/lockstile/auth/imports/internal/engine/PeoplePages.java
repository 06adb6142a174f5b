package dev.lockstile.auth.imports.internal.engine;

import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import java.util.List;
import java.util.function.Consumer;

/** Reads the users of a table page by page, in the order of their keys. */
record PeoplePages(int limit) {

    /** @param number from zero, the same in each reading of the table */
    record Page(int number, List<UserDraft> users) {}

    void each(PeopleTable table, Consumer<Page> use) {
        Object after = null;
        List<UserDraft> users;
        int number = 0;
        do {
            users = table.users(after, limit);
            if (!users.isEmpty()) {
                use.accept(new Page(number++, users));
                after = users.get(users.size() - 1).origin().key();
            }
        } while (users.size() == limit);
    }
}
