package dev.lockstile.auth.login;

import dev.lockstile.auth.model.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a request for a code to prove oneself again ended. */
public sealed interface StepUpCodeResult {

    /**
     * A code is on its way to the caller's own address or number.
     *
     * @param challengeId to be sent with the code
     * @param channel by which it was sent
     */
    record Sent(String challengeId, Channel channel) implements StepUpCodeResult {}

    /**
     * No code was sent.
     *
     * @param why what a client may be told, by its stable code
     * @param retryAt when to try again, where that helps
     */
    record Refused(StepUpRefusal why, @Nullable Instant retryAt) implements StepUpCodeResult {

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
