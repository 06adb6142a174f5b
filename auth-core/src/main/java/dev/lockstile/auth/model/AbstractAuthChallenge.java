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
 * Something that was begun and is to be finished by the same client, such as a sign-in between its two factors. The row
 * holds a digest of what the client got; a reader of the table finishes nothing.
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

    /** For the host's entity that extends this, and for JPA, which fills the row it reads. */
    protected AbstractAuthChallenge() {}

    /** {@return what it is for; null before the row is filled} */
    public AuthChallenge.@Nullable Kind getKind() {
        return kind;
    }

    /** {@return when it can be answered no more; null before the row is filled} */
    public @Nullable Instant getValidUntil() {
        return validUntil;
    }

    /** {@return when it was answered, or ended by what happened meanwhile; null while it is open or ran out} */
    public @Nullable Instant getUsedAt() {
        return usedAt;
    }

    /**
     * Fills a new row.
     *
     * @param challenge what the row holds from then on
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
