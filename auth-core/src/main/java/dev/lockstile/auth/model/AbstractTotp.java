package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An authenticator application (RFC 6238). The shared secret is encrypted with the enrolment id bound in, so that a
 * copy of the table generates no codes and a secret copied to another row does not decrypt. The unique {@code live_key}
 * allows a user one confirmed application and one that waits for its confirmation.
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

    /** Called by the host's subclass, and by JPA when it loads a row. */
    protected AbstractTotp() {}

    /**
     * {@return when the owner entered a first code; null before that, while the application is not yet a second factor}
     */
    public @Nullable Instant getConfirmedAt() {
        return confirmedAt;
    }

    /**
     * Fills a new row.
     *
     * @param state the values of the row
     * @param newLiveKey unique for each user and state (confirmed, waiting); null for a row in neither state
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
