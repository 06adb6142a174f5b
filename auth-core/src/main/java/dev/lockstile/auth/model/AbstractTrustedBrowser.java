package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trusted browser: it need not show the second factor at sign-in for a limited time. The row holds a digest of the
 * token in the browser's cookie.
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

    /** Called by the host's subclass, and by JPA when it loads a row. */
    protected AbstractTrustedBrowser() {}

    /**
     * {@return the name that the browser reported; it only helps the owner to recognise the browser; null when there is
     * none}
     */
    public @Nullable String getLabel() {
        return label;
    }

    /**
     * {@return when the browser last signed in without the second factor, or was first trusted; null until
     * {@link #trust} fills the row}
     */
    public @Nullable Instant getLastUsedAt() {
        return lastUsedAt;
    }

    /** {@return when the trust was revoked; null when it was not, even if it has expired} */
    public @Nullable Instant getEndedAt() {
        return endedAt;
    }

    /**
     * Fills a new row.
     *
     * @param state the values of the row, except {@code createdAt}
     * @param digest digest of the token in the browser's cookie; unique
     */
    public void trust(TrustedBrowserState state, String digest) {
        browserId = state.browserId();
        tokenDigest = digest;
        label = state.label();
        lastUsedAt = state.lastUsedAt();
        validUntil = state.validUntil();
    }
}
