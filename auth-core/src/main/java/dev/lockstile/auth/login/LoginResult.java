package dev.lockstile.auth.login;

import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.token.SignIn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a sign-in ended. */
public sealed interface LoginResult {

    /**
     * Name and password were right, and nothing more is asked for.
     *
     * @param signIn the session's tokens and the account
     */
    record SignedIn(SignIn signIn) implements LoginResult {}

    /**
     * The first factor was right; nobody is in before the second one was shown, or enrolled.
     *
     * @param challenge to be sent with the second factor
     */
    record SecondFactorRequired(SecondFactorChallenge challenge) implements LoginResult {}

    /**
     * Nobody is in.
     *
     * @param why what a client may be told, by its stable code
     * @param retryAt when to try again, where that helps
     * @param challenge what the host's check for people wants, where it is the reason
     */
    record Refused(
            Refusal why,
            @Nullable Instant retryAt,
            @Nullable String challenge) implements LoginResult {

        /**
         * Refused, and nothing is known on when to try again.
         *
         * @param why what a client may be told, by its stable code
         */
        public Refused(Refusal why) {
            this(why, null);
        }

        /**
         * Refused, and not by the host's check for people.
         *
         * @param why what a client may be told, by its stable code
         * @param retryAt when to try again, where that helps
         */
        public Refused(Refusal why, @Nullable Instant retryAt) {
            this(why, retryAt, null);
        }
    }

    /** Why a sign-in was refused. */
    enum Refusal {
        /** For every reason an attacker could profit from. */
        INVALID_CREDENTIALS("invalid_credentials"),
        /** A mobile client has to say which device it is. */
        DEVICE_REQUIRED("device_required"),
        /** No such profile, or not the caller's. */
        PROFILE_NOT_FOUND("profile_not_found"),
        /** The person has to prove again who they are. */
        STEP_UP_REQUIRED("step_up_required"),
        /** The caller's session is over. */
        SESSION_ENDED("session_ended"),
        /** The client has to show a proof to the host's check for people first; not counted. */
        HUMAN_CHECK_REQUIRED("human_check_required"),
        /** Too many tries; not counted. */
        THROTTLED("throttled"),
        /** The machine is busy hashing; not counted. */
        BUSY("busy");

        private final String code;

        Refusal(String code) {
            this.code = code;
        }

        /** {@return the stable code for the wire, such as {@code invalid_credentials}} */
        public String code() {
            return code;
        }
    }
}
