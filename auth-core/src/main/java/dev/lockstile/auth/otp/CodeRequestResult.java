package dev.lockstile.auth.otp;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.FieldProblem;
import java.time.Instant;
import java.util.List;

/** How a request for a code ended. */
public sealed interface CodeRequestResult {

    /**
     * A code is on its way, if somebody may have one; or the last one is, where its recipient has had all codes of the
     * hour or day.
     *
     * @param challengeId names this very code at verification
     * @param channel by which it was sent
     * @param userExists always true unless the host decided to expose it
     */
    record Sent(String challengeId, Channel channel, boolean userExists) implements CodeRequestResult {}

    /**
     * The last code is too young, or the client's network or device has had too many.
     *
     * @param retryAt when to try again
     */
    record CoolingDown(Instant retryAt) implements CodeRequestResult {}

    /**
     * The client has to show a proof to the host's check for people first; nothing was counted.
     *
     * @param challenge what the check wants of the client, such as a site key or a puzzle; no secret
     */
    record HumanCheckRequired(String challenge) implements CodeRequestResult {}

    /**
     * The request makes no sense.
     *
     * @param problems each names its field; at least one
     */
    record Invalid(List<FieldProblem> problems) implements CodeRequestResult {
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
