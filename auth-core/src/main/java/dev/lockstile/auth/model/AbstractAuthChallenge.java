package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pending operation, such as a sign-in between its two factors. The row holds a digest of the challenge id that the
 * client received, so that read access to the table does not allow completing the operation.
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractAuthChallenge extends AbstractTimestamped {

    @Column(name = "challenge_digest", length = 64, nullable = false, unique = true)
    private @Nullable String challengeDigest;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", length = 30, nullable = false)
    private AuthChallenge.@Nullable Kind kind;

    @Column(name = "user_ref", length = 64)
    private @Nullable String userRef;

    @Column(name = "session_ref", length = 64)
    private @Nullable String sessionRef;

    @Enumerated(EnumType.STRING)
    @Column(name = "client", length = 10)
    private @Nullable ClientKind client;

    @Column(name = "binding_digest", length = 64)
    private @Nullable String bindingDigest;

    @Column(name = "payload_sealed", length = 2000)
    private @Nullable String payloadSealed;

    @Column(name = "amr", length = 60)
    private @Nullable String amr;

    @Column(name = "attempts", nullable = false)
    private int attempts;

    @Column(name = "max_attempts", nullable = false)
    private int maxAttempts;

    @Column(name = "valid_until", nullable = false)
    private @Nullable Instant validUntil;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    /** Called by the host's subclass, and by JPA when it loads a row. */
    protected AbstractAuthChallenge() {}

    /** {@return the kind of operation; null until {@link #begin} fills the row} */
    public AuthChallenge.@Nullable Kind getKind() {
        return kind;
    }

    /** {@return when the challenge expires; null until {@link #begin} fills the row} */
    public @Nullable Instant getValidUntil() {
        return validUntil;
    }

    /**
     * {@return when the challenge was answered or ended early; null while it is open, and when it expired unanswered}
     */
    public @Nullable Instant getUsedAt() {
        return usedAt;
    }

    /**
     * Fills a new row.
     *
     * @param challenge the values of the row
     */
    public void begin(AuthChallenge challenge) {
        challengeDigest = challenge.digest();
        kind = challenge.kind();
        AuthChallenge.Binding binding = challenge.binding();
        userRef = binding.user() == null ? null : binding.user().toString();
        sessionRef = binding.session();
        client = binding.client();
        bindingDigest = binding.digest();
        payloadSealed = challenge.payloadSealed();
        amr = challenge.methods();
        attempts = challenge.use().attempts();
        maxAttempts = challenge.use().maxAttempts();
        validUntil = challenge.use().validUntil();
        usedAt = challenge.use().usedAt();
    }
}
