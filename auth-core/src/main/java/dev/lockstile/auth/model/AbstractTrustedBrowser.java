package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A browser that need not show the second factor at sign-in for a while. The row holds a digest of what the browser's
 * cookie holds.
 *
 * @param <U> the host's user entity
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractTrustedBrowser<U extends AbstractUser> extends AbstractUserOwned<U> {

    @Column(name = "browser_id", length = 64, nullable = false, unique = true)
    private @Nullable String browserId;

    @Column(name = "token_digest", length = 64, nullable = false, unique = true)
    private @Nullable String tokenDigest;

    @Column(name = "label", length = 250)
    private @Nullable String label;

    @Column(name = "last_used_at", nullable = false)
    private @Nullable Instant lastUsedAt;

    @Column(name = "valid_until", nullable = false)
    private @Nullable Instant validUntil;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    /** For the host's entity that extends this, and for JPA, which fills the row it reads. */
    protected AbstractTrustedBrowser() {}

    /** {@return what the browser said of itself; for its owner, never a proof; null when it said nothing} */
    public @Nullable String getLabel() {
        return label;
    }

    /** {@return when it last left the second factor out, or was trusted; null before the row is filled} */
    public @Nullable Instant getLastUsedAt() {
        return lastUsedAt;
    }

    /** {@return when its trust was ended; null while it is trusted} */
    public @Nullable Instant getEndedAt() {
        return endedAt;
    }

    /**
     * Fills a new row.
     *
     * @param state what the row holds from then on
     * @param digest of what the browser's cookie holds; unique
     */
    public void trust(TrustedBrowserState state, String digest) {
        browserId = state.browserId();
        tokenDigest = digest;
        label = state.label();
        lastUsedAt = state.lastUsedAt();
        validUntil = state.validUntil();
    }
}
