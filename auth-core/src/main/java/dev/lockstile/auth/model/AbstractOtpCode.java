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
 * A one-time code or link that was sent to one recipient for one purpose. The row holds a keyed digest of the code, so
 * that read access to the table does not allow signing in (ASVS 6.5.2). A code is live until it is used, replaced or
 * ended. The unique {@code live_key} allows one live code for a recipient and purpose.
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

    /** Called by the host's subclass, and by JPA when it loads a row. */
    protected AbstractOtpCode() {}

    /**
     * {@return the public id of the code, which a client sends together with the code; null until {@link #issue} fills
     * the row}
     */
    public @Nullable String getChallengeId() {
        return challengeId;
    }

    /** {@return the purpose that the code serves; null until {@link #issue} fills the row} */
    public @Nullable CodePurpose getPurpose() {
        return purpose == null ? null : new CodePurpose(purpose);
    }

    /** {@return the channel by which the code was sent; null until {@link #issue} fills the row} */
    public @Nullable Channel getChannel() {
        return channel;
    }

    /** {@return the e-mail address that the code was sent to; null for a text message} */
    public @Nullable String getEmail() {
        return email;
    }

    /** {@return the phone number that the code was sent to; null for an e-mail} */
    public @Nullable String getPhone() {
        return phone;
    }

    /** {@return the number of attempts spent} */
    public int getAttempts() {
        return attempts;
    }

    /** {@return the number of attempts that the code allows in all} */
    public int getMaxAttempts() {
        return maxAttempts;
    }

    /** {@return the number of attempts left, 0 or more} */
    public int getRemainingAttempts() {
        return Math.max(0, maxAttempts - attempts);
    }

    /** {@return when the code expires; null until {@link #issue} fills the row} */
    public @Nullable Instant getValidUntil() {
        return validUntil;
    }

    /** {@return when the code was sent; null until {@link #issue} fills the row} */
    public @Nullable Instant getLastSentAt() {
        return lastSentAt;
    }

    /** {@return when the code was used; null while it is unused} */
    public @Nullable Instant getUsedAt() {
        return usedAt;
    }

    /** {@return true when the code was used} */
    public boolean isUsed() {
        return usedAt != null;
    }

    /**
     * {@return true from the expiry time on, that instant included}
     *
     * @param now the current time
     */
    public boolean isExpired(Instant now) {
        return validUntil == null || !now.isBefore(validUntil);
    }

    /**
     * {@return true while the right code would be accepted: not used, not ended, not expired, and with attempts left}
     *
     * @param now the current time
     */
    public boolean isUsable(Instant now) {
        return !isDeleted() && usedAt == null && endedAt == null && !isExpired(now) && getRemainingAttempts() > 0;
    }

    /**
     * {@return the values of the row, for the store}
     *
     * @param user the user whose key is in {@code user_ref}; null where that column is null
     * @throws IllegalStateException when {@link #issue} has not filled the row
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
     * @param state the values of the row, except {@code usedAt} and {@code endedAt}
     * @param recipient the e-mail address or phone number, according to the channel
     * @param newLiveKey unique among live codes; null for a code that is never live
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

    /** {@return the key of the user that the code was made for, as text; null when no account owned the identifier} */
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
