package dev.lockstile.auth.internal.factor;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.internal.flow.AttemptRefund;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.internal.gate.Clearance;
import dev.lockstile.auth.internal.gate.LostRaceException;
import dev.lockstile.auth.internal.gate.SecondFactor;
import dev.lockstile.auth.internal.gate.SignInGate;
import dev.lockstile.auth.internal.gate.TrustedBrowsers;
import dev.lockstile.auth.internal.session.RepeatedForms;
import dev.lockstile.auth.internal.session.SessionOpener;
import dev.lockstile.auth.internal.session.SessionOpener.Opened;
import dev.lockstile.auth.internal.session.SignInEvents;
import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.SignIn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The second step of a sign-in. The attempt is spent on the challenge and counted for the account, and both committed,
 * before the proof is looked at, so N attempts at once are N attempts; challenge and proof are used up in the
 * transaction that opens the session, so N right ones are one session. Refused with one answer: a challenge that is
 * none, used, expired, out of attempts or another kind of client's; a wrong or used proof; an account that is paused,
 * disabled, deleted, or whose password or address has changed since the first step; and a veto of the host.
 */
final class SecondFactorFlow implements SecondFactorLogin {

    private static final Outcome<SignIn> REFUSED = Outcome.refused(Refusal.INVALID_SECOND_FACTOR);

    private static final Map<Refusal, String> REASONS =
            Map.of(Refusal.DEVICE_REQUIRED, "invalid_second_factor", Refusal.MALFORMED_CODE, "invalid_second_factor");

    private final RepeatedForms repeated;
    private final FlowContext context;
    private final SignInGate gate;
    private final SignInEnrolment enrolment;
    private final SessionOpener opener;
    private final TrustedBrowsers browsers;
    private final OperationEvents operations;
    private final SignInEvents events;

    SecondFactorFlow(
            FlowContext context,
            SignInGate gate,
            SignInEnrolment enrolment,
            SessionOpener opener,
            TrustedBrowsers browsers) {
        this.context = context;
        this.enrolment = enrolment;
        this.gate = gate;
        this.opener = opener;
        this.repeated = new RepeatedForms(context, opener);
        this.browsers = browsers;
        this.operations = new OperationEvents(context);
        this.events = new SignInEvents(context);
    }

    @Override
    public Outcome<SignIn> finish(SecondFactorLogin.Attempt attempt) {
        return operations.over(Operation.SIGN_IN, () -> finishOnce(attempt), REASONS);
    }

    private Outcome<SignIn> finishOnce(SecondFactorLogin.Attempt attempt) {
        return repeated.answer(
                attempt.client(),
                List.of(
                        "factor",
                        attempt.challengeId().reveal(),
                        attempt.proof().kind().code(),
                        typed(attempt.proof())),
                client -> run(new SecondFactorLogin.Attempt(
                        attempt.challengeId(), attempt.proof(), client, attempt.trustBrowser())));
    }

    private static String typed(FactorProof proof) {
        if (proof instanceof FactorProof.Passkey passkey) {
            return passkey.ceremonyId() + '\n' + passkey.credential();
        }
        return proof instanceof FactorProof.Totp totp
                ? totp.code().reveal()
                : ((FactorProof.RecoveryCode) proof).code().reveal();
    }

    @Override
    public Outcome<TotpEnrolment> enrol(Secret challengeId) {
        return operations.over(Operation.FACTOR_CHANGE, () -> enrolment.begin(challengeId, context.now()));
    }

    private Outcome<SignIn> run(SecondFactorLogin.Attempt attempt) {
        if (attempt.client().kind() == ClientKind.MOBILE && attempt.client().device() == null) {
            return Outcome.refused(Refusal.DEVICE_REQUIRED);
        }
        Instant now = context.now();
        Optional<Aim> aim = context.store().read(tx -> aim(tx, attempt, now));
        if (aim.isEmpty()) {
            return refuse(null, attempt, "no open challenge", now);
        }
        if (!gate.kinds().isWellFormed(attempt.proof())) {
            return Outcome.refused(Refusal.MALFORMED_CODE);
        }
        if (!spend(aim.get(), now)) {
            return refuse(aim.get().user().info().id(), attempt, "out of attempts", now);
        }
        return AttemptRefund.onFailure(() -> look(aim.get(), attempt, now), () -> giveBack(aim.get(), now));
    }

    private Outcome<SignIn> look(Aim aim, SecondFactorLogin.Attempt attempt, Instant now) {
        UserId user = aim.user().info().id();
        if (!gate.kinds().admits(user, attempt.proof(), now)) {
            return refuse(user, attempt, "out of attempts", now);
        }
        return check(aim, attempt.proof(), now)
                .map(use -> AttemptRefund.onFailure(() -> enter(aim, use, attempt, now), use::giveBack))
                .orElseGet(() -> refuse(user, attempt, "wrong", now));
    }

    private Optional<Aim> aim(AuthTx tx, SecondFactorLogin.Attempt attempt, Instant now) {
        return gate.waiting()
                .find(tx, attempt.challengeId(), attempt.client(), now)
                .flatMap(challenge -> gate.waiting().userOf(tx, challenge).map(user -> new Aim(challenge, user)));
    }

    private Optional<SecondFactor.Use> check(Aim aim, FactorProof proof, Instant now) {
        return aim.enrols()
                ? enrolment.check(aim.challenge(), aim.user(), proof, now)
                : gate.kinds()
                        .factor(proof.kind())
                        .flatMap(factor ->
                                factor.check(aim.user(), aim.challenge().digest(), proof, now));
    }

    /** Commits the attempt before the comparison of what was shown. */
    private boolean spend(Aim aim, Instant now) {
        String digest = aim.challenge().digest();
        return context.store().<Boolean>single(tx -> tx.factors().challenges().spendAttempt(digest, now));
    }

    private void giveBack(Aim aim, Instant now) {
        String digest = aim.challenge().digest();
        context.store().<Boolean>single(tx -> tx.factors().challenges().returnAttempt(digest, now));
    }

    private Outcome<SignIn> enter(Aim aim, SecondFactor.Use use, SecondFactorLogin.Attempt attempt, Instant now) {
        UserId user = aim.user().info().id();
        try {
            Optional<Entered> in = context.store().alone(tx -> write(tx, aim, use, attempt, now));
            return in.<Outcome<SignIn>>map(entered -> signedIn(user, entered, attempt, now))
                    .orElseGet(() -> refuse(user, attempt, "may not sign in", now));
        } catch (LostRaceException | KeyTakenException e) {
            return refuse(user, attempt, "used", now);
        } catch (VetoException e) {
            return refuse(user, attempt, e.reason(), now);
        }
    }

    private Optional<Entered> write(
            AuthTx tx, Aim aim, SecondFactor.Use use, SecondFactorLogin.Attempt attempt, Instant now) {
        UserId user = aim.user().info().id();
        if (!tx.users().recordLogin(user, now)) {
            return Optional.empty();
        }
        Clearance clearance = gate.admit(tx, aim.challenge(), use, now);
        use.tell(tx, NoticeSubject.of(clearance.user(), attempt.client()), now);
        List<Secret> codes = aim.enrols()
                ? enrolment.added(tx, clearance.user(), attempt.proof().kind(), now)
                : List.of();
        Outcome<Opened> in = opener.enter(tx, clearance, new SessionOpener.Entry(attempt.client(), now));
        context.limiters().factors().succeeded(tx, user, now);
        Optional<Secret> trusted = in.isDone() && attempt.trustBrowser()
                ? browsers.trust(tx, clearance.user(), attempt.client(), now)
                : Optional.empty();
        return Optional.of(new Entered(in, trusted.orElse(null), codes));
    }

    private Outcome<SignIn> signedIn(UserId user, Entered entered, SecondFactorLogin.Attempt attempt, Instant now) {
        return events.entered(entered.opened(), user, method(attempt), now)
                .map(in -> in.withExtras(new SignIn.Extras(entered.trustedBrowser(), entered.recoveryCodes(), null)));
    }

    private Outcome<SignIn> refuse(
            @Nullable UserId user, SecondFactorLogin.Attempt attempt, String reason, Instant now) {
        context.limiters().permits().keep();
        context.events().tell(new AuthEvent.SignInFailed(now, user, method(attempt), reason));
        return REFUSED;
    }

    private static String method(SecondFactorLogin.Attempt attempt) {
        return "second factor " + attempt.proof().kind().code();
    }

    private record Aim(AuthChallenge challenge, StoredUser user) {

        boolean enrols() {
            return challenge.kind() == AuthChallenge.Kind.ENROLMENT;
        }
    }

    private record Entered(Outcome<Opened> opened, @Nullable Secret trustedBrowser, List<Secret> recoveryCodes) {}
}
