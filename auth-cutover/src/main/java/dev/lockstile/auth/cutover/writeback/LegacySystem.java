package dev.lockstile.auth.cutover.writeback;

import java.util.Set;

/**
 * The old system as the receiver of what changes here. Called outside of any transaction, by one thread at a time for a
 * person unless a call outlasts the lease; after a crash with the same state again. So it compares
 * {@link UserState#number()} with that of the state it holds, in the condition of the write itself. It gives up by
 * itself before the lease ends, and sends no password to an account that has rights over there unless an operator said
 * so. {@link JdbcLegacySystem} writes to the tables of the known
 * systems; for another one implement this.
 */
public interface LegacySystem {

    /** {@return the system's name in the ledger, as the import or the adoption has it} */
    String system();

    /** {@return the kind of the rows that people are over there, as the ledger has it} */
    default String entity() {
        return "users";
    }

    /**
     * {@return further kinds of rows that are people: who came from these alone has no row of {@link #entity()} to
     * write to}
     */
    default Set<String> otherPeople() {
        return Set.of();
    }

    /**
     * Brings the person over there to this state. An exception other than the declared one counts against the person:
     * after the configured attempts the user becomes a dead letter.
     *
     * @param person as they are here now
     * @return what became of it
     * @throws LegacySystemDownException when the system does not answer; counts against nobody
     */
    Delivery put(UserState person) throws LegacySystemDownException;
}
