package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.AccountLookup.Unimported;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.identifier.UnprovenIdentifiers;
import dev.lockstile.auth.internal.message.RequestOrigin;
import dev.lockstile.auth.internal.otp.LoginCodes.Addressee;
import dev.lockstile.auth.internal.throttle.ClientRecognition;
import dev.lockstile.auth.internal.throttle.HumanChecks;
import dev.lockstile.auth.internal.throttle.PermitRequest;
import dev.lockstile.auth.internal.throttle.RateLimiters;
import dev.lockstile.auth.internal.throttle.RequestLimiter;
import dev.lockstile.auth.internal.throttle.SendLimiter;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.throttle.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends a sign-in code. Refused: an identifier that is none, a channel that does not fit it, a second code within the
 * cool-down, which a used code does not end, and one beyond the limits of the client. Beyond those of the recipient no
 * request is refused, for strangers use them up: the answer names the last code while it is good, and past its life one
 * more is sent. A text message that its country, its prefix or the day's costs do not allow is not sent, and the answer
 * is as if it were. No answer shows whether an account has the identifier. None goes to an unproven identifier of an
 * account that has another one proven: a code to it would open nothing. A user who is still to be imported gets a code
 * too, and is imported when it is used, not before.
 */
final class CodeRequestFlow {

    private static final Duration TEXTS_APART = Duration.ofHours(1);

    private final FlowContext context;
    private final LoginCodes codes;

    CodeRequestFlow(FlowContext context, LoginCodes codes) {
        this.context = context;
        this.codes = codes;
    }

    Outcome<CodeLogin.Sent> run(CodeLogin.Request requested) {
        Instant now = context.now();
        Optional<Identifier> identifier = codes.identifier(requested.identifier());
        if (identifier.isEmpty()) {
            return Outcome.invalid(List.of(LoginCodes.invalid(requested.identifier())));
        }
        if ((requested.channel() == Channel.EMAIL) != (requested.identifier().kind() == IdentifierKind.EMAIL)) {
            return Outcome.invalid(List.of(FieldProblem.of("channel", "channel_mismatch")));
        }
        Seen seen = context.store().read(tx -> see(tx, identifier.get()));
        RateLimiters.Client client = new RateLimiters.Client(requested.address(), null, requested.evidence(), now);
        Ask ask = new Ask(requested, identifier.get(), seen, context.limiters().recognition(seen::owner, client), now);
        Optional<String> challenge = humanCheck(ask);
        return challenge.isPresent() ? Outcome.humanCheck(challenge.get()) : run(ask);
    }

    private Outcome<CodeLogin.Sent> run(Ask ask) {
        Optional<Instant> nextAt = codes.cooldown().until(ask.seen().latest(), ask.now());
        if (nextAt.isPresent()) {
            return Outcome.refused(Refusal.THROTTLED, nextAt.get());
        }
        RequestLimiter.Outcome outcome = permits(ask);
        if (outcome.retryAt() != null) {
            return Outcome.refused(Refusal.THROTTLED, outcome.retryAt());
        }
        return outcome.permitted() ? send(ask, false) : beyondTheRate(ask);
    }

    /** The last code, be it used or not: were the difference told, it would tell of a sign-in. */
    private Outcome<CodeLogin.Sent> beyondTheRate(Ask ask) {
        Optional<String> good = ask.seen().latest().map(StoredCode::state).stream()
                .filter(state -> ask.now().isBefore(state.times().validUntil()))
                .filter(state -> state.attempts() < state.maxAttempts())
                .map(state -> state.binding().challengeId())
                .findFirst();
        if (good.isPresent()) {
            return sent(good.get(), ask, unimported(ask));
        }
        return isSpare(ask) ? send(ask, true) : sent(codes.challengeOfNone(), ask, unimported(ask));
    }

    /** One more in the life of a code; text messages, which cost, one more in an hour. */
    private boolean isSpare(Ask ask) {
        Duration life = codes.ttl(ask.requested().channel());
        boolean mail = ask.requested().channel() == Channel.EMAIL;
        Duration window = mail || life.compareTo(TEXTS_APART) > 0 ? life : TEXTS_APART;
        return context.limiters()
                .requests()
                .isFirst("OTP_SPARE", ask.identifier().key(), window, ask.now());
    }

    private Unimported unimported(Ask ask) {
        return context.accounts()
                .unimported(ask.identifier(), ask.seen().owner().isPresent());
    }

    private Outcome<CodeLogin.Sent> sent(String challenge, Ask ask, Unimported unimported) {
        boolean exists = !context.settings().signUp().exposed()
                || unimported == Unimported.BY_PROOF
                || isSomebody(ask.seen(), ask.identifier().kind());
        return Outcome.done(new CodeLogin.Sent(challenge, ask.requested().channel(), exists));
    }

    private Optional<String> humanCheck(Ask ask) {
        CodeLogin.Request requested = ask.requested();
        return context.limiters()
                .humans()
                .wanted(
                        new HumanChecks.Step(
                                Operation.CODE_REQUEST, requested.channel(), requested.address(), requested.evidence()),
                        ask.recognition()::device,
                        ask.now());
    }

    /** Only the network's limit is told: the recipient's would be used up by strangers (CWE-645). */
    private RequestLimiter.Outcome permits(Ask ask) {
        PermitRequest permits = PermitRequest.codeTo(
                ask.identifier(), RateLimit.OTP_REQUEST_IP, ask.requested().address());
        return context.limiters().requests().allOrNetwork(permits, ask.recognition()::device, ask.now());
    }

    private static Seen see(AuthTx tx, Identifier identifier) {
        Optional<StoredCode> latest = tx.codes().latest(CodePurpose.LOGIN, identifier.key());
        Optional<StoredUser> owner = tx.users().byKey(identifier.kind(), identifier.key());
        UserId waiting = latest.map(code -> code.state().binding().user()).orElse(null);
        Optional<StoredUser> pending = owner.isPresent() || waiting == null
                ? Optional.empty()
                : tx.users().byId(waiting).filter(user -> PendingPhoneRegistration.isOf(user, identifier));
        return new Seen(owner, pending, latest);
    }

    private Outcome<CodeLogin.Sent> send(Ask ask, boolean spare) {
        Identifier identifier = ask.identifier();
        Instant now = ask.now();
        Unimported unimported = unimported(ask);
        Addressee wanted = addressee(ask, unimported);
        boolean ownersOnly = spare && unimported != Unimported.BY_PROOF;
        boolean may = context.limiters().sends().admits(identifier, asker(ask, wanted, ownersOnly), now);
        Addressee addressee = may ? wanted : null;
        try {
            String challenge = context.store().alone(tx -> codes.issue(tx, identifier, addressee, ask.asked()));
            return sent(challenge, ask, unimported);
        } catch (KeyTakenException e) {
            // another request asked for the same recipient at this very moment, and that code is on its way
            return Outcome.refused(Refusal.THROTTLED, codes.cooldown().next(now));
        }
    }

    private static boolean isSomebody(Seen seen, IdentifierKind kind) {
        return seen.owner()
                .filter(user -> user.info().identifiers().isProvable(kind))
                .isPresent();
    }

    /**
     * @param ownersOnly an account that has not proven the address gets none past its rate: it may be another person's
     */
    private static SendLimiter.Asker asker(Ask ask, @Nullable Addressee wanted, boolean ownersOnly) {
        if (wanted == null) {
            return SendLimiter.Asker.NOBODY;
        }
        boolean proven = ask.seen()
                .owner()
                .filter(user -> UnprovenIdentifiers.isProven(
                        user.info(), ask.identifier().kind()))
                .isPresent();
        return ownersOnly && !proven ? SendLimiter.Asker.NOBODY : SendLimiter.Asker.of(proven, ask.recognition());
    }

    /** No user for an unproven identifier that is to be imported: no account is opened on it where a code signs up. */
    private @Nullable Addressee addressee(Ask ask, Unimported unimported) {
        return switch (unimported) {
            case BY_PROOF ->
                new Addressee(null, ask.identifier().value(), ask.requested().language());
            case UNPROVEN -> null;
            case NOBODY -> addressee(ask.requested(), ask.identifier(), ask.seen());
        };
    }

    private @Nullable Addressee addressee(CodeLogin.Request requested, Identifier identifier, Seen seen) {
        Optional<StoredUser> user = seen.owner().or(seen::pending);
        if (user.isEmpty()) {
            boolean mayOpen = context.settings().signUp().byCode();
            return mayOpen ? new Addressee(null, identifier.value(), requested.language()) : null;
        }
        IdentifierState identifierState = user.get().info().identifiers().of(identifier.kind());
        String address = identifierState.value();
        String own = user.get().info().language();
        return UnprovenIdentifiers.opensByCode(user.get().info(), identifier.kind()) && address != null
                ? new Addressee(user.get().info().id(), address, own == null ? requested.language() : own)
                : null;
    }

    /** A request, and what is known of who makes it. */
    private record Ask(
            CodeLogin.Request requested, Identifier identifier, Seen seen, ClientRecognition recognition, Instant now) {

        LoginCodes.Asked asked() {
            String zone = seen.owner().map(user -> user.info().timezone()).orElse(null);
            return new LoginCodes.Asked(now, RequestOrigin.of(requested.address(), requested.evidence(), zone));
        }
    }

    /**
     * What the store knows of the identifier.
     *
     * @param pending a registration that still waits for a code to this very number
     */
    private record Seen(Optional<StoredUser> owner, Optional<StoredUser> pending, Optional<StoredCode> latest) {}
}
