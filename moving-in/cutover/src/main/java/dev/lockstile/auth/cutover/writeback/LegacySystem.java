package dev.lockstile.auth.cutover.writeback;

import java.util.Set;
import org.jspecify.annotations.Nullable;

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
     * @throws DownException when the system does not answer; counts against no user
     */
    Delivery put(UserState person) throws DownException;

    /** The outcome of sending a user's state to a legacy system. */
    sealed interface Delivery {

        /**
         * The legacy system has the state, now or from an earlier attempt.
         *
         * @param legacyId the user's key in the legacy system
         * @param legacyProfileId that of the default profile; null when there is none, or it is not known which it is
         */
        record Stored(String legacyId, @Nullable String legacyProfileId) implements Delivery {

            /**
             * The same where no profile's key is known.
             *
             * @param legacyId the user's key in the legacy system
             */
            public Stored(String legacyId) {
                this(legacyId, null);
            }
        }

        /** The user has no legacy row and needs none. */
        record NotStored() implements Delivery {}

        /**
         * The legacy system keeps its own state, by the configured conflict winner.
         *
         * @param reason a stable code
         */
        public record LegacyKept(String reason) implements Delivery {}

        /**
         * The state cannot be written as it is; it becomes a dead letter.
         *
         * @param reason a stable code, never a value
         */
        record Refused(String reason) implements Delivery {}
    }

    /** The old system does not answer. The user's row is fine: all users wait. */
    final class DownException extends Exception {

        private static final long serialVersionUID = 1L;

        /**
         * Says what did not answer.
         *
         * @param message without values of a person: it is logged
         */
        public DownException(String message) {
            super(message);
        }
    }
}
