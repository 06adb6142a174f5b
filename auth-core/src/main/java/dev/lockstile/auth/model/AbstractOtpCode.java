package dev.lockstile.auth.model;

import dev.lockstile.auth.model.CodeState.CodePurpose;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A one-time code or link that was sent to one recipient for one purpose. The row holds a keyed digest and never the
 * code; a reader of the table signs in to no account (ASVS 6.5.2). A unique {@code live_key} makes sure that one code
 * at the most is live for a recipient and purpose.
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractOtpCode extends AbstractSoftDeletable {

    @Column(name = "challenge_id", length = 64, nullable = false, unique = true)
    private @Nullable String challengeId;

    @Column(name = "purpose", length = 30, nullable = false)
    private @Nullable String purpose;

    @Enumerated(EnumType.STRING)
    @Column(name = "channel", length = 10, nullable = false)
    private @Nullable Channel channel;

    @Column(name = "email", length = 254)
    private @Nullable String email;

    @Column(name = "phone", length = 32)
    private @Nullable String phone;

    @Column(name = "recipient_key", length = 64, nullable = false)
    private @Nullable String recipientKey;

    @Column(name = "user_ref", length = 64)
    private @Nullable String userRef;

    @Column(name = "code_digest", length = 120, nullable = false)
    private @Nullable String codeDigest;

    @Column(name = "live_key", length = 80, unique = true)
    private @Nullable String liveKey;

    @Column(name = "attempts", nullable = false)
    private int attempts;

    @Column(name = "max_attempts", nullable = false)
    private int maxAttempts;

    @Column(name = "valid_until", nullable = false)
    private @Nullable Instant validUntil;

    @Column(name = "last_sent_at", nullable = false)
    private @Nullable Instant lastSentAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    /** For the host's entity that extends this, and for JPA, which fills the row it reads. */
    protected AbstractOtpCode() {}

    /** {@return the public name of the code, which a client sends with it; null before the row is filled} */
    public @Nullable String getChallengeId() {
        return challengeId;
    }

    /** {@return what it is good for; null before the row is filled} */
    public @Nullable CodePurpose getPurpose() {
        return purpose == null ? null : new CodePurpose(purpose);
    }

    /** {@return how it was sent; null before the row is filled} */
    public @Nullable Channel getChannel() {
        return channel;
    }

    /** {@return the address it was sent to; null for a text message} */
    public @Nullable String getEmail() {
        return email;
    }

    /** {@return the number it was sent to; null for an e-mail} */
    public @Nullable String getPhone() {
        return phone;
    }

    /** {@return how many attempts were spent} */
    public int getAttempts() {
        return attempts;
    }

    /** {@return how many attempts it has in all} */
    public int getMaxAttempts() {
        return maxAttempts;
    }

    /** {@return how many attempts are left; 0 or more} */
    public int getRemainingAttempts() {
        return Math.max(0, maxAttempts - attempts);
    }

    /** {@return when it expires; null before the row is filled} */
    public @Nullable Instant getValidUntil() {
        return validUntil;
    }

    /** {@return when it was sent; null before the row is filled} */
    public @Nullable Instant getLastSentAt() {
        return lastSentAt;
    }

    /** {@return when it was used; null while it was not} */
    public @Nullable Instant getUsedAt() {
        return usedAt;
    }

    /** {@return true once it was used} */
    public boolean isUsed() {
        return usedAt != null;
    }

    /**
     * {@return true from the very instant at which the code's time is up}
     *
     * @param now the time to compare with
     */
    public boolean isExpired(Instant now) {
        return validUntil == null || !now.isBefore(validUntil);
    }

    /**
     * {@return true while the right code would be accepted: not used, not replaced, not expired, with attempts left}
     *
     * @param now the time to compare with
     */
    public boolean isUsable(Instant now) {
        return !isDeleted() && usedAt == null && endedAt == null && !isExpired(now) && getRemainingAttempts() > 0;
    }

    /**
     * {@return the row as one value, for the store}
     *
     * @param user the key that {@code user_ref} stands for; null where it is null
     * @throws IllegalStateException when the row has not been filled
     */
    public CodeState state(@Nullable UserId user) {
        return new CodeState(
                new CodeState.Binding(
                        requireSet(challengeId),
                        new CodePurpose(requireSet(purpose)),
                        requireSet(channel),
                        requireSet(recipientKey),
                        user),
                requireSet(codeDigest),
                attempts,
                maxAttempts,
                new CodeState.Times(requireSet(lastSentAt), requireSet(validUntil), usedAt, endedAt));
    }

    /**
     * Fills a new row.
     *
     * @param state what the row holds from then on
     * @param recipient the address or number in clear
     * @param newLiveKey unique while the code is live; null for one that never counts
     */
    public void issue(CodeState state, String recipient, @Nullable String newLiveKey) {
        CodeState.Binding binding = state.binding();
        challengeId = binding.challengeId();
        purpose = binding.purpose().text();
        channel = binding.channel();
        email = binding.channel() == Channel.EMAIL ? recipient : null;
        phone = binding.channel() == Channel.SMS ? recipient : null;
        recipientKey = binding.recipientKey();
        userRef = binding.user() == null ? null : binding.user().toString();
        codeDigest = state.digest();
        liveKey = newLiveKey;
        attempts = state.attempts();
        maxAttempts = state.maxAttempts();
        lastSentAt = state.times().sentAt();
        validUntil = state.times().validUntil();
    }

    /**
     * {@return the textual key of the user the code was made for; null when it was made for an unowned address}
     */
    public @Nullable String userRef() {
        return userRef;
    }

    private static <T> T requireSet(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the code row has not been issued");
        }
        return value;
    }
}
