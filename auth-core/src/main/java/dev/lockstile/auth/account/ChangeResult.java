package dev.lockstile.auth.account;

import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.IdentifierKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a change of the own account ended. */
public sealed interface ChangeResult {

    /**
     * Done.
     *
     * @param account as it is now
     * @param pending what is to be proven before it counts; says nothing on whether the address is free
     */
    record Changed(AccountInfo account, List<PendingChange> pending) implements ChangeResult {
        /**
         * Copies the list.
         *
         * @param account as it is now
         * @param pending what is to be proven before it counts; says nothing on whether the address is free
         */
        public Changed {
            pending = List.copyOf(pending);
        }
    }

    /**
     * The request makes no sense; nothing was changed.
     *
     * @param problems each names its field; at least one
     */
    record Invalid(List<FieldProblem> problems) implements ChangeResult {
        /**
         * Copies the list.
         *
         * @param problems each names its field; at least one
         */
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Nothing was changed.
     *
     * @param why what a client may be told, by its stable code
     * @param retryAt when to try again, where that is known
     */
    record Refused(OwnAccount.Refusal why, @Nullable Instant retryAt) implements ChangeResult {

        /**
         * Refused, and nothing is known on when to try again.
         *
         * @param why what a client may be told, by its stable code
         */
        public Refused(OwnAccount.Refusal why) {
            this(why, null);
        }
    }

    /**
     * A new address or number that waits for its proof.
     *
     * @param kind e-mail or phone
     * @param challengeId names the code that was sent to it
     * @param validUntil from this instant on the code is worth nothing
     */
    record PendingChange(IdentifierKind kind, String challengeId, Instant validUntil) {}
}
