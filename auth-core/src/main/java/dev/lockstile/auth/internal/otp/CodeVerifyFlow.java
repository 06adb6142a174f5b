package dev.lockstile.auth.internal.otp;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.flow.AccountLookup;
import dev.lockstile.auth.internal.flow.AttemptRefund;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.internal.gate.FirstFactor;
import dev.lockstile.auth.internal.otp.CodeOwner.Owner;
import dev.lockstile.auth.internal.session.SessionOpener;
import dev.lockstile.auth.internal.session.SessionOpener.Opened;
import dev.lockstile.auth.internal.session.SignInEvents;
import dev.lockstile.auth.internal.throttle.AttemptRequest;
import dev.lockstile.auth.internal.throttle.CountedAttempt;
import dev.lockstile.auth.internal.throttle.LoginAttemptLimiter;
import dev.lockstile.auth.internal.throttle.PermitRequest;
import dev.lockstile.auth.internal.throttle.RateLimiters;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs in with a code. The attempt is counted and committed before the code is compared, so that each of many parallel
 * attempts counts. One conditional update in the transaction that opens the session uses the code up: parallel right
 * attempts open one session, and the code stays usable when the session cannot be opened. A code that is wrong, used,
 * replaced, expired or out of attempts, an account that may not act, and a veto of the host get the same answer. An
 * attempt without a live code of the recipient counts against the client's network alone.
 */
final class CodeVerifyFlow {

    private static final String METHOD = "code";
    private static final Outcome<SignIn> REFUSED = Outcome.refused(Refusal.INVALID_CODE);

    private final FlowContext context;
    private final LoginCodes codes;
    private final CodeOwner owners;
    private final SessionOpener opener;
    private final SignInEvents events;

    CodeVerifyFlow(FlowContext context, LoginCodes codes, SessionOpener opener) {
        this.context = context;
        this.codes = codes;
        this.owners = new CodeOwner(context);
        this.opener = opener;
        this.events = new SignInEvents(context);
    }

    Outcome<SignIn> run(CodeLogin.Attempt attempt) {
        Optional<Identifier> identifier = codes.identifier(attempt.identifier());
        if (identifier.isEmpty()) {
            return Outcome.invalid(List.of(LoginCodes.invalid(attempt.identifier())));
        }
        if (attempt.client().kind() == ClientKind.MOBILE && attempt.client().device() == null) {
            return Outcome.refused(Refusal.DEVICE_REQUIRED);
        }
        Instant now = context.now();
        AttemptRequest request = request(attempt, identifier.get(), now);
        Optional<Secret> typed = codes.typed(identifier.get(), attempt.code());
        if (typed.isEmpty()) {
            return malformed(request, now);
        }
        Optional<StoredCode> target = context.store().read(tx -> target(tx, identifier.get(), attempt, now));
        LoginAttemptLimiter attempts = context.limiters().attempts();
        LoginAttemptLimiter.Result result =
                target.isPresent() ? attempts.admit(request, now) : attempts.admitWithoutTarget(request, now);
        CountedAttempt counted = result.attempt();
        return counted == null
                ? Outcome.refused(Refusal.THROTTLED, result.retryAtOr(now))
                : compare(attempt, target, new Admitted(identifier.get(), typed.get(), attempt.client(), counted), now);
    }

    private Outcome<SignIn> compare(
            CodeLogin.Attempt attempt, Optional<StoredCode> target, Admitted admitted, Instant now) {
        CountedAttempt counted = admitted.counted();
        if (!counted.isOpen()) {
            counted.failed(null, now);
            return refuse(null, "paused", now);
        }
        if (target.isEmpty()
                || !AttemptRefund.onFailure(() -> spend(target.get(), attempt, now), counted::wasNotDecided)) {
            counted.hadNoTarget(now);
            return refuse(null, "no live code", now);
        }
        StoredCode code = target.get();
        if (!codes.matches(code, admitted.code())) {
            counted.failed(null, now);
            return refuse(code.state().binding().user(), "wrong code", now);
        }
        return AttemptRefund.onFailure(
                () -> {
                    importOwner(admitted.identifier());
                    return signIn(code, admitted, now);
                },
                () -> giveBack(code, now),
                counted::wasNotDecided);
    }

    private void giveBack(StoredCode code, Instant now) {
        String challenge = code.state().binding().challengeId();
        context.store().<Boolean>single(tx -> tx.codes().returnAttempt(challenge, now));
    }

    /** A text that cannot be a code counts against the client's network alone, whether or not a code is live. */
    private Outcome<SignIn> malformed(AttemptRequest request, Instant now) {
        LoginAttemptLimiter.Result result = context.limiters().attempts().admitWithoutTarget(request, now);
        CountedAttempt counted = result.attempt();
        if (counted == null) {
            return Outcome.refused(Refusal.THROTTLED, result.retryAtOr(now));
        }
        counted.hadNoTarget(now);
        return Outcome.refused(Refusal.MALFORMED_CODE);
    }

    /** The code has proven the identifier, so an owner who is not in the store yet may be imported. */
    private void importOwner(Identifier identifier) {
        AccountLookup accounts = context.accounts();
        if (accounts.importsUsers() && accounts.owner(identifier).isEmpty()) {
            accounts.importOwner(identifier);
        }
    }

    /** Failures are counted by recipient, so that a new code brings no new attempts (NIST SP 800-63B-4 3.1.3.2). */
    private AttemptRequest request(CodeLogin.Attempt attempt, Identifier identifier, Instant now) {
        ClientInfo client = attempt.client();
        return new AttemptRequest(
                AttemptRequest.Proof.CODE,
                identifier.key(),
                PermitRequest.attempt(
                        RateLimit.OTP_VERIFY_IP, client.address(), RateLimit.OTP_VERIFY_IDENTITY, identifier.key()),
                context.limiters()
                        .recognition(() -> context.accounts().owner(identifier), RateLimiters.Client.of(client, now)));
    }

    /**
     * The live code that the attempt is for; empty when the client names another recipient's, or none is live.
     */
    private static Optional<StoredCode> target(
            AuthTx tx, Identifier identifier, CodeLogin.Attempt attempt, Instant now) {
        String challenge = attempt.challengeId();
        Optional<StoredCode> found = challenge == null
                ? tx.codes().live(LoginCodes.liveKey(identifier.key()))
                : tx.codes().byChallenge(challenge);
        return found.filter(code -> isMeant(code, identifier)).filter(code -> LiveCodes.isLive(code.state(), now));
    }

    /** Commits the attempt before the comparison of the code. */
    private boolean spend(StoredCode code, CodeLogin.Attempt attempt, Instant now) {
        int kept = attempt.challengeId() == null ? codes.keptForTheAsker() : 0;
        String challenge = code.state().binding().challengeId();
        return context.store().<Boolean>single(tx -> tx.codes().spendAttempt(challenge, kept, now));
    }

    private static boolean isMeant(StoredCode code, Identifier identifier) {
        return code.state().binding().purpose().equals(CodePurpose.LOGIN)
                && code.state().binding().recipientKey().equals(identifier.key());
    }

    private Outcome<SignIn> signIn(StoredCode code, Admitted admitted, Instant now) {
        SessionOpener.Entry entry = new SessionOpener.Entry(admitted.client(), now);
        try {
            Optional<Entered> result = opener.assessed(answer -> context.store().alone(tx -> {
                Optional<Entered> in = write(tx, code, admitted.identifier(), entry.answered(answer));
                in.ifPresent(o -> admitted.counted().succeeded(tx, o.user(), now));
                return in;
            }));
            return result.map(entered ->
                            events.entered(entered.outcome(), entered.user().id(), METHOD, now))
                    .orElseGet(() -> refuse(code.state().binding().user(), "used", now));
        } catch (KeyTakenException e) {
            return refuse(code.state().binding().user(), "taken meanwhile", now);
        } catch (VetoException e) {
            admitted.counted().failed(null, now);
            return refuse(code.state().binding().user(), e.reason(), now);
        }
    }

    private static FirstFactor factor(StoredCode code) {
        boolean sms = code.state().binding().channel() == Channel.SMS;
        return sms ? FirstFactor.SMS_CODE : FirstFactor.EMAIL_CODE;
    }

    private Optional<Entered> write(AuthTx tx, StoredCode code, Identifier identifier, SessionOpener.Entry entry) {
        Optional<Owner> owner = owners.find(tx, code, identifier, entry.now());
        if (owner.isEmpty() || !tx.codes().use(code.state().binding().challengeId(), entry.now())) {
            return Optional.empty();
        }
        Optional<Owner> settled = owners.settle(tx, owner.get(), identifier, entry.now());
        return settled.filter(o -> tx.users().recordLogin(o.user().info().id(), entry.now()))
                .map(o -> new Entered(o.user().info(), opener.enter(tx, o.user(), factor(code), entry)));
    }

    private Outcome<SignIn> refuse(@Nullable UserId user, String reason, Instant now) {
        context.events().tell(new AuthEvent.SignInFailed(now, user, METHOD, reason));
        return REFUSED;
    }

    /** The account of a right code, with its session or what has to be shown before one opens. */
    private record Entered(UserInfo user, Outcome<Opened> outcome) {}

    /** An attempt that is counted and not compared yet, with the code in digits. */
    private record Admitted(Identifier identifier, Secret code, ClientInfo client, CountedAttempt counted) {}
}
