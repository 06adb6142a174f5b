package dev.lockstile.auth.account;

import dev.lockstile.auth.model.FieldProblem;
import java.util.List;

/** How setting a password ended. */
public sealed interface PasswordResult {

    record Changed() implements PasswordResult {}

    /** The new password breaks the policy. */
    record Invalid(List<FieldProblem> problems) implements PasswordResult {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    record Refused(PasswordRefusal why) implements PasswordResult {}
}
