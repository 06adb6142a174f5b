package dev.lockstile.auth.account;

import dev.lockstile.auth.model.FieldProblem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How setting a password ended. */
public sealed interface PasswordResult {

    record Changed() implements PasswordResult {}

    /** The new password breaks the policy. */
    record Invalid(List<FieldProblem> problems) implements PasswordResult {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Nothing was set.
     *
     * @param retryAt when to try again, where that helps
     */
    record Refused(PasswordRefusal why, @Nullable Instant retryAt) implements PasswordResult {

        public Refused(PasswordRefusal why) {
            this(why, null);
        }
    }
}
