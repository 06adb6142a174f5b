package dev.lockstile.auth.account;

import dev.lockstile.auth.model.FieldProblem;
import java.util.List;

/** How a wish for a reset ended. */
public sealed interface ResetRequestResult {

    /** Says nothing on whether a message leaves. */
    record Accepted() implements ResetRequestResult {}

    record Invalid(List<FieldProblem> problems) implements ResetRequestResult {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
