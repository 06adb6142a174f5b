package dev.lockstile.auth.login;

import dev.lockstile.auth.model.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a wish for a code to prove oneself again ended. */
public sealed interface StepUpCodeResult {

    /** A code is on its way to the caller's own address or number. */
    record Sent(String challengeId, Channel channel) implements StepUpCodeResult {}

    /**
     * No code was sent.
     *
     * @param retryAt when to try again, where that helps
     */
    record Refused(StepUpRefusal why, @Nullable Instant retryAt) implements StepUpCodeResult {

        public Refused(StepUpRefusal why) {
            this(why, null);
        }
    }
}
