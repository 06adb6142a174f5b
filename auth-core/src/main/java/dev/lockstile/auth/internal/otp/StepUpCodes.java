package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.identifier.UnprovenIdentifiers;
import dev.lockstile.auth.internal.throttle.PermitRequest;
import dev.lockstile.auth.internal.throttle.SendLimiter;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeState;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.throttle.RateLimit;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Codes by which a signed-in person proves again who they are. They go to a proven address or number of that person,
 * under a purpose of their own: a code to sign in with is worth nothing here, nor the other way round (ASVS 6.6.2).
 */
public final class StepUpCodes {

    private final FlowContext context;
    private final CodeIssuer issuer;

    public StepUpCodes(FlowContext context) {
        this.context = context;
        this.issuer = new CodeIssuer(context, context.digests().use("step-up-code"));
    }

    /**
     * Sends a code, unless the last one is too young or the limits of sends are reached. Strangers who had codes sent
     * to the same address do not count: the caller has limits of their own, and so have all step-ups and trusted
     * devices of the client's network together. A text message that is not allowed is not sent, and the answer is as if
     * it were.
     */
    public Outcome<StepUp.Sent> send(UserInfo user, Request request, Instant now) {
        Optional<Recipient> recipient = recipient(user, request.channel());
        if (recipient.isEmpty()) {
            return Outcome.refused(Refusal.NO_PROVEN_ADDRESS);
        }
        String key = recipient.get().identifier().key();
        Optional<StoredCode> latest = context.store().read(tx -> tx.codes().latest(CodePurpose.STEP_UP, key));
        Optional<Instant> nextAt = issuer.cooldown().until(latest, now);
        if (nextAt.isPresent()) {
            return Outcome.refused(Refusal.THROTTLED, nextAt.get());
        }
        PermitRequest permits =
                PermitRequest.codeTo(recipient.get().identifier(), RateLimit.OTP_REQUEST_IP, request.address());
        Optional<Instant> opensAt = context.limiters().requests().refusal(permits, () -> Optional.of("owner"), now);
        if (opensAt.isPresent()) {
            return Outcome.refused(Refusal.THROTTLED, opensAt.get());
        }
        Recipient to = recipient.get();
        boolean leaves = context.limiters().sends().admits(to.identifier(), SendLimiter.Asker.DEVICE, now);
        return send(user, to, leaves, now);
    }

    private Outcome<StepUp.Sent> send(UserInfo user, Recipient to, boolean leaves, Instant now) {
        try {
            String challenge = context.store().alone(tx -> issue(tx, user, to.leaving(leaves), now));
            return Outcome.done(new StepUp.Sent(challenge, to.channel()));
        } catch (KeyTakenException e) {
            // asked for twice at this very moment, and the other code is on its way
            return Outcome.refused(Refusal.THROTTLED, issuer.cooldown().next(now));
        }
    }

    /** The code of that challenge; empty when it was not sent to this person for a step-up. */
    public Optional<StoredCode> of(AuthTx tx, UserId user, String challengeId) {
        return tx.codes().byChallenge(challengeId).filter(code -> isMeant(code, user));
    }

    /** The code that was typed, in digits; empty for what the code cannot be. */
    public Optional<Secret> typed(Optional<StoredCode> aim, Secret shown) {
        return aim.map(code -> issuer.typed(code.state().binding().channel(), shown))
                .orElseGet(() -> issuer.typed(shown));
    }

    /** Spends an attempt, commits it, and only then compares, in constant time; the code if it is right. */
    public Optional<StoredCode> check(Optional<StoredCode> aim, Secret typed, Instant now) {
        return aim.filter(code -> context.store()
                        .<Boolean>alone(tx ->
                                tx.codes().spendAttempt(code.state().binding().challengeId(), now)))
                .filter(code -> issuer.matches(code, typed));
    }

    /** Gives back the attempt of a right code whose work failed. */
    public void giveBack(StoredCode code, Instant now) {
        String challenge = code.state().binding().challengeId();
        context.store().<Boolean>single(tx -> tx.codes().returnAttempt(challenge, now));
    }

    private static boolean isMeant(StoredCode code, UserId user) {
        CodeState.Binding binding = code.state().binding();
        return binding.purpose().equals(CodePurpose.STEP_UP) && user.equals(binding.user());
    }

    private String issue(AuthTx tx, UserInfo user, Recipient recipient, Instant now) {
        Identifier to = recipient.identifier();
        CodeIssuer.Order order =
                new CodeIssuer.Order(CodePurpose.STEP_UP, to, user.id(), CodePurpose.STEP_UP + ":" + to.key());
        CodeIssuer.Issued issued = issuer.issue(tx, order.asDecoy(!recipient.leaves()), now);
        CodeIssuer.Receiver receiver = new CodeIssuer.Receiver(to.value(), user.language());
        issuer.send(tx, issued, MessageKind.LOGIN_CODE, receiver);
        return issued.challengeId();
    }

    private Optional<Recipient> recipient(UserInfo user, @Nullable Channel wanted) {
        Optional<Recipient> email = wanted == Channel.SMS
                ? Optional.empty()
                : proven(user, IdentifierKind.EMAIL)
                        .flatMap(context.identifiers()::email)
                        .map(to -> new Recipient(Channel.EMAIL, to));
        return email.isPresent() || wanted == Channel.EMAIL
                ? email
                : proven(user, IdentifierKind.PHONE)
                        .flatMap(context.identifiers()::phone)
                        .map(to -> new Recipient(Channel.SMS, to));
    }

    private static Optional<String> proven(UserInfo user, IdentifierKind kind) {
        return UnprovenIdentifiers.isProven(user, kind)
                ? Optional.ofNullable(user.identifiers().of(kind).value())
                : Optional.empty();
    }

    /**
     * A code asked for.
     *
     * @param channel null for whichever is proven, e-mail before text message
     * @param address of the client; null where the host does not know it
     */
    public record Request(
            @Nullable Channel channel, @Nullable String address) {}

    private record Recipient(Channel channel, Identifier identifier, boolean leaves) {

        Recipient(Channel channel, Identifier identifier) {
            this(channel, identifier, true);
        }

        Recipient leaving(boolean allowed) {
            return new Recipient(channel, identifier, allowed);
        }
    }
}
