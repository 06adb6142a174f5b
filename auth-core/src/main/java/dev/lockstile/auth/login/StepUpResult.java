package dev.lockstile.auth.login;

import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a new proof ended. */
public sealed interface StepUpResult {

    /**
     * The caller is who they say.
     *
     * @param access takes the place of the access token; the refresh token stays as it is
     * @param expiresAt when the access token runs out
     */
    record Proven(Secret access, Instant expiresAt) implements StepUpResult {}

    /**
     * Nothing changed but the count of attempts.
     *
     * @param why what a client may be told, by its stable code
     * @param retryAt when to try again, where that helps
     */
    record Refused(StepUpRefusal why, @Nullable Instant retryAt) implements StepUpResult {

        /**
         * Refused, and nothing is known on when to try again.
         *
         * @param why what a client may be told, by its stable code
         */
        public Refused(StepUpRefusal why) {
            this(why, null);
        }
    }
}
