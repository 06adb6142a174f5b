package dev.lockstile.auth.internal.login;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.internal.flow.AttemptRefund;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.gate.SecondFactor;
import dev.lockstile.auth.internal.gate.SignInGate;
import dev.lockstile.auth.internal.login.StepUpWrite.Proof;
import dev.lockstile.auth.internal.otp.StepUpCodes;
import dev.lockstile.auth.internal.session.ActiveProfile;
import dev.lockstile.auth.internal.session.CallerSession;
import dev.lockstile.auth.internal.session.SessionOpener;
import dev.lockstile.auth.internal.session.SessionTokens;
import dev.lockstile.auth.internal.throttle.AttemptRequest;
import dev.lockstile.auth.internal.throttle.CountedAttempt;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.password.PasswordHasher;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Proves again who the caller is. Refused: a session that is over, a wrong password, an account without one, and a code
 * that was not sent to this caller for this purpose. A wrong proof counts like a failed login. What a thief of the
 * access token gains is a few attempts, counted as those of a sign-in are.
 */
public final class StepUpFlows implements StepUp {

    private static final String PASSWORD = "step-up by password";
    private static final String CODE = "step-up by code";

    private final FlowContext context;
    private final PasswordHasher hasher;
    private final StepUpCodes codes;
    private final SignInGate gate;
    private final SessionOpener opener;
    private final StepUpWrite write;
    private final OperationEvents operations;

    public StepUpFlows(FlowContext context, SignInGate gate, SessionOpener opener) {
        this.gate = gate;
        this.context = context;
        this.hasher = context.passwords().hasher();
        this.codes = new StepUpCodes(context);
        this.opener = opener;
        this.write = new StepUpWrite(context);
        this.operations = new OperationEvents(context);
    }

    @Override
    public boolean isRecent(Caller caller) {
        Instant now = context.now();
        return context.isRecent(caller, now)
                && live(caller, now)
                        .filter(session -> context.isRecent(caller, session.user(), now))
                        .isPresent();
    }

    @Override
    public Outcome<StepUp.Proven> byFactor(Caller caller, FactorProof proof) {
        return operations.over(Operation.STEP_UP, caller, () -> tryFactor(caller, proof));
    }

    /** Counted for the account, with the attempts of sign-ins, before it is looked at. */
    private Outcome<StepUp.Proven> tryFactor(Caller caller, FactorProof proof) {
        Instant now = context.now();
        Optional<StoredSession> session = live(caller, now);
        if (session.isEmpty()) {
            return Outcome.refused(Refusal.SESSION_ENDED);
        }
        String method = "step-up by " + proof.kind().code();
        if (!gate.kinds().isWellFormed(proof)) {
            return Outcome.refused(Refusal.MALFORMED_CODE);
        }
        boolean may = session.get().user().hasSecondFactor() && gate.kinds().admitsStepUp(caller, proof, now);
        Optional<SecondFactor.Use> right = may
                ? gate.kinds()
                        .factor(proof.kind())
                        .flatMap(factor -> factor.check(
                                session.get().user(), caller.session().value(), proof, now))
                : Optional.empty();
        if (right.isEmpty()) {
            context.limiters().permits().keep();
            return refuse(caller, Refusal.INVALID_SECOND_FACTOR, method, now);
        }
        SecondFactor.Use use = right.get();
        return AttemptRefund.onFailure(
                () -> prove(session.get(), caller, new Proof(method, null, use, now)), use::giveBack);
    }

    @Override
    public Outcome<StepUp.Proven> byPassword(Caller caller, Secret password) {
        return operations.over(Operation.STEP_UP, caller, () -> tryPassword(caller, password));
    }

    private Outcome<StepUp.Proven> tryPassword(Caller caller, Secret password) {
        Instant now = context.now();
        Optional<StoredSession> session = live(caller, now);
        if (session.isEmpty()) {
            return Outcome.refused(Refusal.SESSION_ENDED);
        }
        if (session.get().user().hasSecondFactor()) {
            return refuse(caller, Refusal.SECOND_FACTOR_REQUIRED, PASSWORD, now);
        }
        CountedAttempt counted = context.limiters().attempts().ofSession(AttemptRequest.Proof.PASSWORD, caller, now);
        if (!counted.isOpen()) {
            counted.failed(session.get().user().info(), now);
            return refuse(caller, Refusal.THROTTLED, PASSWORD, now);
        }
        try {
            Secret stored = session.get().user().passwordHash();
            boolean matches = hasher.check(stored == null ? null : stored.reveal(), password)
                    .matches();
            if (!matches) {
                counted.failed(session.get().user().info(), now);
                return refuse(caller, Refusal.INVALID_CREDENTIALS, PASSWORD, now);
            }
            return AttemptRefund.onFailure(
                    () -> settle(counted, session.get(), caller, new Proof(PASSWORD, null, null, now)),
                    counted::wasNotDecided);
        } catch (HashingBusyException e) {
            counted.ranOutOfTime(e, session.get().user().info(), now);
            return Outcome.refused(Refusal.BUSY, now.plusSeconds(1));
        }
    }

    @Override
    public Outcome<StepUp.Sent> requestCode(Caller caller, @Nullable Channel channel, @Nullable String address) {
        Instant now = context.now();
        return operations.over(
                Operation.CODE_REQUEST,
                caller,
                () -> live(caller, now)
                        .map(stored -> codes.send(stored.user().info(), new StepUpCodes.Request(channel, address), now))
                        .orElseGet(() -> Outcome.refused(Refusal.SESSION_ENDED)));
    }

    @Override
    public Outcome<StepUp.Proven> byCode(Caller caller, String challengeId, Secret code) {
        return operations.over(Operation.STEP_UP, caller, () -> tryCode(caller, challengeId, code));
    }

    private Outcome<StepUp.Proven> tryCode(Caller caller, String challengeId, Secret code) {
        Instant now = context.now();
        Optional<Aim> found = context.store()
                .read(tx -> CallerSession.live(tx, caller, now)
                        .map(live -> new Aim(live, codes.of(tx, caller.user(), challengeId))));
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.SESSION_ENDED);
        }
        Aim aim = found.get();
        if (aim.session().user().hasSecondFactor()) {
            return refuse(caller, Refusal.SECOND_FACTOR_REQUIRED, CODE, now);
        }
        Optional<Secret> typed = codes.typed(aim.code(), code);
        return typed.isEmpty() ? Outcome.refused(Refusal.MALFORMED_CODE) : tryCode(caller, aim, typed.get(), now);
    }

    private Outcome<StepUp.Proven> tryCode(Caller caller, Aim aim, Secret typed, Instant now) {
        CountedAttempt counted = context.limiters().attempts().ofSession(AttemptRequest.Proof.CODE, caller, now);
        if (!counted.isOpen()) {
            counted.failed(aim.session().user().info(), now);
            return refuse(caller, Refusal.THROTTLED, CODE, now);
        }
        Optional<StoredCode> right =
                AttemptRefund.onFailure(() -> codes.check(aim.code(), typed, now), counted::wasNotDecided);
        if (right.isEmpty()) {
            counted.failed(aim.session().user().info(), now);
            return refuse(caller, Refusal.INVALID_CODE, CODE, now);
        }
        String challenge = right.get().state().binding().challengeId();
        return AttemptRefund.onFailure(
                () -> settle(counted, aim.session(), caller, new Proof(CODE, challenge, null, now)),
                () -> codes.giveBack(right.get(), now),
                counted::wasNotDecided);
    }

    private Outcome<StepUp.Proven> settle(CountedAttempt counted, StoredSession session, Caller caller, Proof proof) {
        counted.settle(context.store(), session.user().info(), proof.now());
        return prove(session, caller, proof);
    }

    private Optional<StoredSession> live(Caller caller, Instant now) {
        return context.store().read(tx -> CallerSession.live(tx, caller, now));
    }

    private Outcome<StepUp.Proven> prove(StoredSession session, Caller caller, Proof proof) {
        Optional<AuthContext> shown = write.run(caller, proof);
        if (shown.isEmpty()) {
            return refuse(caller, refusal(proof), proof.method(), proof.now());
        }
        SessionId id = session.state().id();
        context.events().tell(new AuthEvent.ProvenAgain(proof.now(), caller.user(), id, proof.method()));
        return ActiveProfile.resume(session.user().profiles(), session.state().profileRef())
                .<Outcome<StepUp.Proven>>map(active -> Outcome.done(new StepUp.Proven(
                        opener.tokens()
                                .accessToken(
                                        session.user().info(),
                                        active,
                                        new SessionTokens.Grant(id, proof.now(), shown.get(), proof.now())),
                        opener.tokens().accessExpiry(proof.now()))))
                .orElseGet(() -> Outcome.refused(Refusal.SESSION_ENDED));
    }

    private static Refusal refusal(Proof proof) {
        if (proof.factor() != null) {
            return Refusal.INVALID_SECOND_FACTOR;
        }
        return proof.challengeId() == null ? Refusal.SESSION_ENDED : Refusal.INVALID_CODE;
    }

    private Outcome<StepUp.Proven> refuse(Caller caller, Refusal why, String method, Instant now) {
        context.events().tell(new AuthEvent.SignInFailed(now, caller.user(), method, why.code()));
        return Outcome.refused(why);
    }

    /** @param code of the challenge that was named; empty where it is none of the caller's */
    private record Aim(StoredSession session, Optional<StoredCode> code) {}
}
