package dev.lockstile.auth.login;

import dev.lockstile.auth.factor.SecondFactorChallenge;
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
            LoginRefusal why,
            @Nullable Instant retryAt,
            @Nullable String challenge) implements LoginResult {

        /**
         * Refused, and nothing is known on when to try again.
         *
         * @param why what a client may be told, by its stable code
         */
        public Refused(LoginRefusal why) {
            this(why, null);
        }

        /**
         * Refused, and not by the host's check for people.
         *
         * @param why what a client may be told, by its stable code
         * @param retryAt when to try again, where that helps
         */
        public Refused(LoginRefusal why, @Nullable Instant retryAt) {
            this(why, retryAt, null);
        }
    }
}
