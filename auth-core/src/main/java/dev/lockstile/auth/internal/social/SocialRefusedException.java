package dev.lockstile.auth.internal.social;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.social.SocialResult;
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

    private final SocialResult.Refusal why;
    private final transient @Nullable UserId user;
    private final @Nullable Instant retryAt;

    private SocialRefusedException(
            SocialResult.Refusal why, String reason, @Nullable UserId user, @Nullable Instant retryAt) {
        super(reason, null, false, false);
        this.why = why;
        this.user = user;
        this.retryAt = retryAt;
    }

    static SocialRefusedException of(SocialResult.Refusal why) {
        return new SocialRefusedException(why, why.code(), null, null);
    }

    /** @param reason for events: no text of a user's or a provider's */
    static SocialRefusedException of(SocialResult.Refusal why, String reason, @Nullable UserId user) {
        return new SocialRefusedException(why, reason, user, null);
    }

    static SocialRefusedException throttled(Instant retryAt) {
        return new SocialRefusedException(SocialResult.Refusal.THROTTLED, "throttled", null, retryAt);
    }

    SocialResult.Refusal why() {
        return why;
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
