package dev.lockstile.auth.internal.factor;

import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.internal.flow.AttemptRefund;
import dev.lockstile.auth.internal.flow.FactorChangeLimit;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.session.CallerSession;
import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Adds and removes an authenticator application. Refused: a session that is over; without a recent proof, which is one
 * of the second factor where there is one; an account with nothing proven, since the person who proves the address
 * later has to find it free of a stranger's factor; a second application; and a confirmation from another session, out
 * of attempts, too late, or with a wrong code. Two changes of one account at once stand in line at the user's row.
 */
final class TotpFlow {

    private static final List<String> METHODS = List.of("otp");

    private final FlowContext context;
    private final TotpEnrolments enrolments;
    private final RecoveryFactor recovery;
    private final FactorChanges changes;
    private final FactorNotices notices;
    private final FactorChangeLimit limit;
    private final boolean served;

    /** @param served false where the host has not turned second factors on: then none is added */
    TotpFlow(FlowContext context, TotpEnrolments enrolments, RecoveryFactor recovery, boolean served) {
        this.context = context;
        this.enrolments = enrolments;
        this.recovery = recovery;
        this.changes = new FactorChanges(context);
        this.notices = new FactorNotices(context);
        this.limit = new FactorChangeLimit(context);
        this.served = served;
    }

    boolean isServed(AuthTx tx) {
        return served && tx.factors().totps().isMapped();
    }

    Outcome<TotpEnrolment> begin(Caller caller) {
        Instant now = context.now();
        return limit.over(
                caller,
                now,
                tx -> obstacle(tx, caller, CallerSession.live(tx, caller, now), now),
                () -> context.store().alone(tx -> {
                    Optional<StoredSession> session = CallerSession.held(tx, caller, now);
                    return obstacle(tx, caller, session, now)
                            .<Outcome<TotpEnrolment>>map(Outcome::refused)
                            .orElseGet(() -> Outcome.done(begin(tx, caller, session.orElseThrow(), now)));
                }));
    }

    private TotpEnrolment begin(AuthTx tx, Caller caller, StoredSession session, Instant now) {
        return enrolments.begin(tx, session.user().info(), caller.session().value(), now);
    }

    private Optional<Refusal> obstacle(AuthTx tx, Caller caller, Optional<StoredSession> session, Instant now) {
        if (session.isEmpty()) {
            return Optional.of(Refusal.SESSION_ENDED);
        }
        StoredUser user = session.get().user();
        if (!isServed(tx)) {
            return Optional.of(Refusal.TOTP_OFF);
        }
        if (!user.info().identifiers().anyVerified()) {
            return Optional.of(Refusal.NO_PROVEN_ADDRESS);
        }
        if (user.factors().contains(FactorKind.TOTP)) {
            return Optional.of(Refusal.TOTP_ON);
        }
        return context.isRecent(caller, user, now) ? Optional.empty() : Optional.of(Refusal.STEP_UP_REQUIRED);
    }

    Outcome<List<Secret>> confirm(Caller caller, String enrolmentId, Secret code) {
        Instant now = context.now();
        Optional<Waiting> waiting = context.store()
                .read(tx -> CallerSession.live(tx, caller, now)
                        .map(session -> new Waiting(session, pending(tx, caller, enrolmentId))));
        if (waiting.isEmpty()) {
            return Outcome.refused(Refusal.SESSION_ENDED);
        }
        if (OneTimePassword.typed(code).isEmpty()) {
            return Outcome.refused(Refusal.MALFORMED_CODE);
        }
        UserInfo user = waiting.get().session().user().info();
        OptionalLong step = enrolments.check(user, waiting.get().pending(), code, now);
        if (step.isEmpty()) {
            return Outcome.refused(Refusal.INVALID_CODE);
        }
        try {
            Shown shown = new Shown(enrolmentId, step.getAsLong());
            return AttemptRefund.onFailure(
                            () -> context.store().alone(tx -> write(tx, caller, shown, now)),
                            () -> enrolments.giveBack(user.id(), enrolmentId, now))
                    .<Outcome<List<Secret>>>map(Outcome::done)
                    .orElseGet(() -> Outcome.refused(Refusal.INVALID_CODE));
        } catch (KeyTakenException e) {
            return Outcome.refused(Refusal.TOTP_ON); // another one was confirmed at this very moment
        }
    }

    private static Optional<TotpState> pending(AuthTx tx, Caller caller, String enrolmentId) {
        return tx.factors()
                .totps()
                .pending(caller.user(), enrolmentId)
                .filter(totp -> totp.sessionRef().equals(caller.session().value()));
    }

    /** Empty when the session or the enrolment is over by now. */
    private Optional<List<Secret>> write(AuthTx tx, Caller caller, Shown shown, Instant now) {
        UserId user = caller.user();
        Optional<StoredSession> session = CallerSession.held(tx, caller, now);
        if (session.isEmpty() || !tx.factors().totps().confirm(user, shown.enrolmentId(), shown.step(), now)) {
            return Optional.empty();
        }
        AuthContext before = session.get().state().context();
        tx.sessions().prove(caller.session(), before.with(METHODS), now);
        changes.made(tx, caller, "totp added", now);
        notices.added(tx, NoticeSubject.of(session.get()), FactorKind.TOTP, "", now);
        return Optional.of(recovery.fillUp(tx, user, now));
    }

    Outcome<Boolean> remove(Caller caller) {
        Instant now = context.now();
        return context.store().alone(tx -> {
            Optional<StoredSession> session = CallerSession.held(tx, caller, now);
            if (session.isEmpty()) {
                return Outcome.refused(Refusal.SESSION_ENDED);
            }
            StoredUser user = session.get().user();
            if (!user.factors().contains(FactorKind.TOTP)) {
                return Outcome.refused(Refusal.NOT_FOUND);
            }
            return context.isRecent(caller, user, now)
                    ? remove(tx, caller, session.get(), now)
                    : Outcome.refused(Refusal.STEP_UP_REQUIRED);
        });
    }

    private Outcome<Boolean> remove(AuthTx tx, Caller caller, StoredSession session, Instant now) {
        tx.factors().totps().removeAll(caller.user());
        if (session.user().factors().size() == 1) {
            tx.factors().recoveryCodes().endAll(caller.user(), now);
        }
        changes.made(tx, caller, "totp removed", now);
        notices.removed(tx, NoticeSubject.of(session), FactorKind.TOTP, "", now);
        return Outcome.done(true);
    }

    private record Waiting(StoredSession session, Optional<TotpState> pending) {}

    private record Shown(String enrolmentId, long step) {}
}
