package dev.lockstile.auth.internal.social;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Refusal;
import java.io.Serial;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Carries a refusal out of a flow, and out of its transaction, which is rolled back; the service turns it into its
 * result.
 */
final class SocialRefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Refusal why;
    private final transient @Nullable UserId user;
    private final @Nullable Instant retryAt;

    private SocialRefusedException(Refusal why, String reason, @Nullable UserId user, @Nullable Instant retryAt) {
        super(reason, null, false, false);
        this.why = why;
        this.user = user;
        this.retryAt = retryAt;
    }

    static SocialRefusedException of(Refusal why) {
        return new SocialRefusedException(why, reason(why), null, null);
    }

    /** @param reason for events: no text of a user's or a provider's */
    static SocialRefusedException of(Refusal why, String reason, @Nullable UserId user) {
        return new SocialRefusedException(why, reason, user, null);
    }

    static SocialRefusedException throttled(Instant retryAt) {
        return new SocialRefusedException(Refusal.THROTTLED, "throttled", null, retryAt);
    }

    Refusal why() {
        return why;
    }

    /** What events say of a refusal. */
    static String reason(Refusal why) {
        return why == Refusal.TRANSACTION_REQUIRED || why == Refusal.ACCOUNT_ID_REQUIRED ? "required" : why.code();
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    @Nullable
    UserId user() {
        return user;
    }

    @Nullable
    Instant retryAt() {
        return retryAt;
    }
}
