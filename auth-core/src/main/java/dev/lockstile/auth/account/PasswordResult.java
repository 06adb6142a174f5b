package dev.lockstile.auth.account;

import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How setting a password ended. */
public sealed interface PasswordResult {

    /**
     * The new password is set.
     *
     * @param trustedDevice after a reset: to be shown at the next sign-in
     *     ({@link dev.lockstile.auth.token.ClientEvidence}), so that strangers who go on guessing do not keep the person
     *     out; good for a day. It lets nobody in. Null after a change, which leaves the client's own as it was
     */
    record Changed(@Nullable Secret trustedDevice) implements PasswordResult {

        public Changed() {
            this(null);
        }
    }

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
