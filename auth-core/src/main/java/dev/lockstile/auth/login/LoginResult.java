package dev.lockstile.auth.login;

import dev.lockstile.auth.token.SignIn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a sign-in ended. */
public sealed interface LoginResult {

    record SignedIn(SignIn signIn) implements LoginResult {}

    /**
     * Nobody is in.
     *
     * @param retryAt when to try again, where that helps
     */
    record Refused(LoginRefusal why, @Nullable Instant retryAt) implements LoginResult {

        public Refused(LoginRefusal why) {
            this(why, null);
        }
    }
}
