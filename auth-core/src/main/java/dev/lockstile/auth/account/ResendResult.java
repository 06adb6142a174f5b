package dev.lockstile.auth.account;

import dev.lockstile.auth.model.FieldProblem;
import java.time.Instant;
import java.util.List;

/** How a wish for another confirmation ended. */
public sealed interface ResendResult {

    /**
     * Says nothing on whether a message leaves.
     *
     * @param challengeId to be shown with the code of the newest message ({@link EmailCodeConfirmation})
     */
    record Accepted(String challengeId) implements ResendResult {}

    /** Too many requests by this client or for this address, whether or not anything waits for it. */
    record Throttled(Instant retryAt) implements ResendResult {}

    /** What was sent cannot be used; each problem names its field. No message leaves. */
    record Invalid(List<FieldProblem> problems) implements ResendResult {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
