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
 * A one-time code or link that was sent to one recipient for one purpose. The row holds a keyed digest and never the
 * code; whoever reads the table can sign in as nobody (ASVS 6.5.2). A unique {@code live_key} makes sure that one code
 * at the most is live for a recipient and purpose.
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractOtpCode extends AbstractSoftDeletable {

    @Column(name = "challenge_id", length = 64, nullable = false, unique = true)
    private @Nullable String challengeId;

    @Enumerated(EnumType.STRING)
    @Column(name = "purpose", length = 30, nullable = false)
    private @Nullable CodePurpose purpose;

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

    public @Nullable String getChallengeId() {
        return challengeId;
    }

    public @Nullable CodePurpose getPurpose() {
        return purpose;
    }

    public @Nullable Channel getChannel() {
        return channel;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public @Nullable String getPhone() {
        return phone;
    }

    public int getAttempts() {
        return attempts;
    }

    public int getMaxAttempts() {
        return maxAttempts;
    }

    /** How many guesses are left. */
    public int getRemainingAttempts() {
        return Math.max(0, maxAttempts - attempts);
    }

    public @Nullable Instant getValidUntil() {
        return validUntil;
    }

    public @Nullable Instant getLastSentAt() {
        return lastSentAt;
    }

    public @Nullable Instant getUsedAt() {
        return usedAt;
    }

    public boolean isUsed() {
        return usedAt != null;
    }

    /** True from the very instant at which the code's time is up. */
    public boolean isExpired(Instant now) {
        return validUntil == null || !now.isBefore(validUntil);
    }

    /** True while a right guess would be accepted: not used, not replaced, not expired, with attempts left. */
    public boolean isUsable(Instant now) {
        return !isDeleted() && usedAt == null && endedAt == null && !isExpired(now) && getRemainingAttempts() > 0;
    }

    /** The row as one value, for the store; {@code user} is the key that {@code user_ref} stands for. */
    public CodeState state(@Nullable UserId user) {
        return new CodeState(
                new CodeBinding(
                        requireSet(challengeId),
                        requireSet(purpose),
                        requireSet(channel),
                        requireSet(recipientKey),
                        user),
                requireSet(codeDigest),
                attempts,
                maxAttempts,
                new CodeTimes(requireSet(lastSentAt), requireSet(validUntil), usedAt, endedAt));
    }

    /** Fills a new row. */
    public void issue(CodeState state, String recipient, @Nullable String newLiveKey) {
        CodeBinding binding = state.binding();
        challengeId = binding.challengeId();
        purpose = binding.purpose();
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

    /** The textual key of the user the code was made for; null when it was made for an address nobody owned. */
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
