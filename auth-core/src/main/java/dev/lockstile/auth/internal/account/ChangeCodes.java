package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.PendingChange;
import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.message.OutgoingMessage;
import dev.lockstile.auth.internal.otp.CodeDigits;
import dev.lockstile.auth.message.MessageTemplate;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeBinding;
import dev.lockstile.auth.model.CodePurpose;
import dev.lockstile.auth.model.CodeState;
import dev.lockstile.auth.model.CodeTimes;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.otp.CodeSettings;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.NewCode;
import dev.lockstile.auth.store.StoredCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The codes that prove a new address or number. The code is the pending change: what it was sent to is the new value, the
 * digest covers the session that asked, and one is live per person and kind, so that a newer wish, an event that ends the
 * person's codes, and the end of that session each cancel it.
 */
final class ChangeCodes {

    private static final int CHALLENGE_BYTES = 16;
    private static final int TRIES_PER_DAY = 20;

    private final FlowContext context;
    private final Digests.Use digests;

    ChangeCodes(FlowContext context) {
        this.context = context;
        this.digests = context.digests().use("change");
    }

    /** Stores a code and sends it; a decoy is stored alike, sent to nobody, and matched by no guess. */
    PendingChange issue(AuthTx tx, Asked asked, Identifier wanted, boolean decoy) {
        Channel channel = wanted.kind() == IdentifierKind.EMAIL ? Channel.EMAIL : Channel.SMS;
        String challenge = context.randomness().text(CHALLENGE_BYTES);
        String code = CodeDigits.random(context.randomness(), digits(channel));
        Instant validUntil = asked.now().plus(ttl(channel));
        CodeBinding binding = new CodeBinding(
                challenge,
                CodePurpose.CONFIRM_CHANGE,
                channel,
                wanted.key(),
                asked.user().id());
        CodeState state = new CodeState(
                binding,
                digest(challenge, asked.session(), decoy ? context.randomness().text(CHALLENGE_BYTES) : code),
                0,
                settings().maxAttempts(),
                new CodeTimes(asked.now(), validUntil, null, null));
        tx.codes()
                .replace(new NewCode(state, wanted.value(), liveKey(asked.user().id(), wanted.kind())));
        if (!decoy) {
            context.sender().enqueue(tx, message(asked, wanted.value(), new Fresh(channel, code, validUntil)));
        }
        return new PendingChange(wanted.kind(), challenge, validUntil);
    }

    /** The code of that challenge, with one attempt spent; empty when it is not this person's or not usable. */
    Optional<StoredCode> spend(AuthTx tx, UserId user, String challenge, Instant now) {
        return tx.codes()
                .byChallenge(challenge)
                .filter(code -> code.state().binding().purpose() == CodePurpose.CONFIRM_CHANGE)
                .filter(code -> user.equals(code.state().binding().user()))
                .filter(code -> tx.throttles()
                        .take(
                                "change-try:"
                                        + digests.of(
                                                "target",
                                                user + ":"
                                                        + code.state().binding().recipientKey()),
                                TRIES_PER_DAY,
                                Duration.ofDays(1),
                                now))
                .filter(code -> tx.codes().spendAttempt(challenge, now));
    }

    /** Compares in constant time. */
    boolean matches(StoredCode stored, SessionId session, Secret guess) {
        String challenge = stored.state().binding().challengeId();
        return Digests.same(stored.state().digest(), digest(challenge, session, guess.reveal()));
    }

    /** When that person may have another code sent to that recipient; empty when at once. */
    Optional<Instant> coolingUntil(AuthTx tx, UserId user, Identifier wanted, Instant now) {
        return tx.codes()
                .live(liveKey(user, wanted.kind()))
                .filter(code -> code.state().binding().recipientKey().equals(wanted.key()))
                .map(code -> code.state().times().sentAt().plus(settings().cooldown()))
                .filter(now::isBefore);
    }

    private String digest(String challenge, SessionId session, String code) {
        return digests.of(challenge, session.value(), code);
    }

    private String liveKey(UserId user, IdentifierKind kind) {
        return CodePurpose.CONFIRM_CHANGE + ":" + digests.of("holder", kind.name(), user.toString());
    }

    private static OutgoingMessage message(Asked asked, String recipient, Fresh fresh) {
        return new OutgoingMessage(
                fresh.channel(),
                recipient,
                MessageTemplate.CHANGE_CODE,
                asked.user().language(),
                Map.of("code", fresh.code()),
                fresh.validUntil());
    }

    private int digits(Channel channel) {
        return channel == Channel.EMAIL ? settings().emailDigits() : settings().smsDigits();
    }

    private Duration ttl(Channel channel) {
        return channel == Channel.EMAIL ? settings().emailTtl() : settings().smsTtl();
    }

    private CodeSettings settings() {
        return context.settings().codes();
    }

    /** Who asks, in which session. */
    record Asked(UserInfo user, SessionId session, Instant now) {}

    private record Fresh(Channel channel, String code, Instant validUntil) {}
}
