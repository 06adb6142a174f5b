package dev.lockstile.auth.account;

import dev.lockstile.auth.model.FieldProblem;
import java.time.Instant;
import java.util.List;

/** How a request for another confirmation ended. */
public sealed interface ResendResult {

    /**
     * Says nothing on whether a message leaves.
     *
     * @param challengeId to be shown with the code of the newest message ({@link EmailCodeConfirmation})
     */
    record Accepted(String challengeId) implements ResendResult {}

    /**
     * Too many requests by this client or for this address, whether or not anything waits for it.
     *
     * @param retryAt when to try again
     */
    record Throttled(Instant retryAt) implements ResendResult {}

    /**
     * What was sent cannot be used; each problem names its field. No message leaves.
     *
     * @param problems each names its field; at least one
     */
    record Invalid(List<FieldProblem> problems) implements ResendResult {
        /**
         * Copies the list.
         *
         * @param problems each names its field; at least one
         */
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
