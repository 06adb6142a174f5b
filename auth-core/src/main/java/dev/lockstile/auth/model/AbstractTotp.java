package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An authenticator application (RFC 6238). The secret is encrypted for this very row, so that a copy of the table makes
 * no codes. A unique {@code live_key} makes sure that an account has one that counts and one that waits to be
 * confirmed.
 *
 * @param <U> the host's user entity
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractTotp<U extends AbstractUser> extends AbstractUserOwned<U> {

    @Column(name = "enrolment_id", length = 64, nullable = false, unique = true)
    private @Nullable String enrolmentId;

    @Column(name = "live_key", length = 80, unique = true)
    private @Nullable String liveKey;

    @Column(name = "secret_sealed", length = 255, nullable = false)
    private @Nullable String secretSealed;

    @Column(name = "last_step", nullable = false)
    private long lastStep;

    @Column(name = "session_ref", length = 64, nullable = false)
    private @Nullable String sessionRef;

    @Column(name = "attempts", nullable = false)
    private int attempts;

    @Column(name = "valid_until", nullable = false)
    private @Nullable Instant validUntil;

    @Column(name = "confirmed_at")
    private @Nullable Instant confirmedAt;

    /** For the host's entity that extends this, and for JPA, which fills the row it reads. */
    protected AbstractTotp() {}

    /** {@return when its owner showed a first code; null until then, and until then it is no factor} */
    public @Nullable Instant getConfirmedAt() {
        return confirmedAt;
    }

    /**
     * Fills a new row; {@code newLiveKey} is null for one that never counts.
     *
     * @param state what the row holds from then on
     * @param newLiveKey unique while it counts or waits; null for one that never counts
     */
    public void enrol(TotpState state, @Nullable String newLiveKey) {
        enrolmentId = state.enrolmentId();
        liveKey = newLiveKey;
        secretSealed = state.sealedSecret();
        lastStep = state.lastStep();
        sessionRef = state.sessionRef();
        attempts = state.attempts();
        validUntil = state.validUntil();
        confirmedAt = state.confirmedAt();
    }
}
