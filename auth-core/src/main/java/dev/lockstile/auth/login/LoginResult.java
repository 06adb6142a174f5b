package dev.lockstile.auth.login;

import dev.lockstile.auth.factor.SecondFactorChallenge;
import dev.lockstile.auth.token.SignIn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a sign-in ended. */
public sealed interface LoginResult {

    /** Name and password were right, and nothing more is asked for. */
    record SignedIn(SignIn signIn) implements LoginResult {}

    /** The first factor was right; nobody is in before the second one was shown, or enrolled. */
    record SecondFactorRequired(SecondFactorChallenge challenge) implements LoginResult {}

    /**
     * Nobody is in.
     *
     * @param retryAt when to try again, where that helps
     * @param challenge what the host's check for people wants, where it is the reason
     */
    record Refused(
            LoginRefusal why,
            @Nullable Instant retryAt,
            @Nullable String challenge) implements LoginResult {

        public Refused(LoginRefusal why) {
            this(why, null);
        }

        public Refused(LoginRefusal why, @Nullable Instant retryAt) {
            this(why, retryAt, null);
        }
    }
}
