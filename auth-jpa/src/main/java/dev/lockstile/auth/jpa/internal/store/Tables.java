package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.jpa.internal.host.HostModel;

/**
 * Where the data lies: the host's entities, and the two tables that are the library's own.
 *
 * @param outbox name of the table, with its schema where it needs one
 * @param throttle name of the table, with its schema where it needs one
 * @param imports what the names of the tables of imports begin with
 */
public record Tables(HostModel host, String outbox, String throttle, String imports) {

    public Tables {
        requireName(outbox);
        requireName(throttle);
        requireName(imports);
    }

    /** The names go into SQL text, hence nothing but plain identifiers. */
    private static void requireName(String table) {
        if (!table.matches("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*){0,2}")) {
            throw new IllegalArgumentException("not the name of a table: " + table);
        }
    }
}
