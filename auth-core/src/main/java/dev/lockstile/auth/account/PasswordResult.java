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
     *     ({@link dev.lockstile.auth.token.ClientEvidence}), so that strangers who go on guessing do not keep the
     *     person out; good for a day. It lets nobody in. Null after a change, which leaves the client's own as it was
     */
    record Changed(@Nullable Secret trustedDevice) implements PasswordResult {

        /** Set, and the client keeps the trusted device that it has. */
        public Changed() {
            this(null);
        }
    }

    /**
     * The new password breaks the policy.
     *
     * @param problems one for each rule that the password breaks; at least one
     */
    record Invalid(List<FieldProblem> problems) implements PasswordResult {
        /**
         * Copies the list.
         *
         * @param problems one for each rule that the password breaks; at least one
         */
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Nothing was set.
     *
     * @param why what a client may be told, by its stable code
     * @param retryAt when to try again, where that helps
     */
    record Refused(Refusal why, @Nullable Instant retryAt) implements PasswordResult {

        /**
         * Refused, and nothing is known on when to try again.
         *
         * @param why what a client may be told, by its stable code
         */
        public Refused(Refusal why) {
            this(why, null);
        }
    }

    /** Why a password was not set. */
    enum Refusal {
        /** The link is wrong, used, replaced or expired. */
        INVALID_LINK("invalid_link"),
        /** The old password is wrong. */
        WRONG_PASSWORD("wrong_password"),
        /** The account has a second factor, which was not shown lately in this session. */
        STEP_UP_REQUIRED("step_up_required"),
        /** The caller's session is over. */
        SESSION_ENDED("session_ended"),
        /** Too many tries. */
        THROTTLED("throttled"),
        /** The machine is busy hashing; try again. */
        BUSY("busy");

        private final String code;

        Refusal(String code) {
            this.code = code;
        }

        /** {@return the stable code for the wire, such as {@code invalid_link}} */
        public String code() {
            return code;
        }
    }
}
