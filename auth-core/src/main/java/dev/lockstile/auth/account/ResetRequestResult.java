package dev.lockstile.auth.account;

import dev.lockstile.auth.model.FieldProblem;
import java.time.Instant;
import java.util.List;

/** How a wish for a reset ended. */
public sealed interface ResetRequestResult {

    /** Says nothing on whether a message leaves. */
    record Accepted() implements ResetRequestResult {}

    /** Too many requests by this client or for this identifier, whether or not somebody has it. */
    record Throttled(Instant retryAt) implements ResetRequestResult {}

    record Invalid(List<FieldProblem> problems) implements ResetRequestResult {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
