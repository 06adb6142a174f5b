package dev.lockstile.auth.otp;

import dev.lockstile.auth.model.FieldProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How a request for a link ended. */
public sealed interface LinkLoginRequestResult {

    /**
     * A message is on its way, if the address is somebody's who has proven it.
     *
     * @param requestId to be kept by the client that asked, and shown with the link's token or the code
     * @param expiresIn how long the link works
     */
    record Sent(String requestId, Duration expiresIn) implements LinkLoginRequestResult {

        @Override
        public String toString() {
            return "Sent[***]";
        }
    }

    /**
     * The last link is too young, or the client's network or device has had too many.
     *
     * @param retryAt when to try again
     */
    record CoolingDown(Instant retryAt) implements LinkLoginRequestResult {}

    /**
     * The client has to show a proof to the host's check for people first; nothing was counted.
     *
     * @param challenge what the check wants of the client, such as a site key or a puzzle; no secret
     */
    record HumanCheckRequired(String challenge) implements LinkLoginRequestResult {}

    /**
     * The request makes no sense.
     *
     * @param problems each names its field; at least one
     */
    record Invalid(List<FieldProblem> problems) implements LinkLoginRequestResult {
        /**
         * Copies the list.
         *
         * @param problems each names its field; at least one
         */
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** The host has not turned it on. */
    record Off() implements LinkLoginRequestResult {}
}
