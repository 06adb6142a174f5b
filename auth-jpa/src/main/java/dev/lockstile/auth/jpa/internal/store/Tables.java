package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.TableNames;
import jakarta.persistence.EntityManagerFactory;

/**
 * Where the data lies: the host's entities, and the two tables that are the library's own.
 *
 * @param outbox name of the table, with its schema where it needs one
 * @param throttle name of the table, with its schema where it needs one
 * @param imports what the names of the tables of imports begin with
 */
public record Tables(HostModel host, String outbox, String throttle, String imports) {

    /**
     * The tables of that host, each in the schema of its entities unless its name carries one.
     *
     * @throws IllegalArgumentException when a name is none
     */
    public static Tables of(EntityManagerFactory emf, HostModel host, String outbox, String throttle, String imports) {
        return new Tables(
                host,
                TableNames.qualified(emf, outbox),
                TableNames.qualified(emf, throttle),
                TableNames.qualified(emf, imports));
    }
}
