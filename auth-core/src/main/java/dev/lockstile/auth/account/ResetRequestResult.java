package dev.lockstile.auth.account;

import dev.lockstile.auth.model.FieldProblem;
import java.time.Instant;
import java.util.List;

/** How a request for a reset ended. */
public sealed interface ResetRequestResult {

    /**
     * Says nothing on whether a message leaves. None does while the identifier has had its share, whoever asked; then
     * the last link still works.
     */
    record Accepted() implements ResetRequestResult {}

    /**
     * Too many requests by this client's network; never because of what others asked for.
     *
     * @param retryAt when to try again
     */
    record Throttled(Instant retryAt) implements ResetRequestResult {}

    /**
     * The client has to show a proof to the host's check for people first; nothing was counted.
     *
     * @param challenge what the check wants of the client, such as a site key or a puzzle; no secret
     */
    record HumanCheckRequired(String challenge) implements ResetRequestResult {}

    /**
     * What was sent cannot be used; each problem names its field. No message leaves.
     *
     * @param problems each names its field; at least one
     */
    record Invalid(List<FieldProblem> problems) implements ResetRequestResult {
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
