package dev.lockstile.auth.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a request to delete the own account ended. */
public sealed interface DeletionResult {

    /** The account is deleted, its sessions are over and its identifiers are free. */
    record Deleted() implements DeletionResult {}

    /**
     * Nothing was changed.
     *
     * @param why what a client may be told, by its stable code
     * @param retryAt when to try again, where that is known
     */
    record Refused(AccountRefusal why, @Nullable Instant retryAt) implements DeletionResult {

        /**
         * Refused, and nothing is known on when to try again.
         *
         * @param why what a client may be told, by its stable code
         */
        public Refused(AccountRefusal why) {
            this(why, null);
        }
    }
}
