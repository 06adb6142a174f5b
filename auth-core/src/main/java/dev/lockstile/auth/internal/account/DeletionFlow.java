package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.OwnAccount.DeletionProof;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.AttemptRefund;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.internal.otp.StepUpCodes;
import dev.lockstile.auth.internal.session.CallerSession;
import dev.lockstile.auth.internal.throttle.AttemptRequest;
import dev.lockstile.auth.internal.throttle.CountedAttempt;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Deletes the caller's account. Refused: a session that is over, a wrong password, a code that is not the caller's own
 * or not right, more than five tries in fifteen minutes, the last superuser, and what the host is against. A wrong
 * proof counts like a failed login. A stolen access token alone deletes nothing. The end of all sessions and codes, the
 * mark of deletion, or where the host gives days of grace the day that it waits for, and the notice are one
 * transaction.
 */
final class DeletionFlow {

    private static final Rate TRIES = new Rate(5, Duration.ofMinutes(15));

    private final FlowContext context;
    private final StepUpCodes codes;
    private final AccountDeletion deletion;
    private final ScheduledDeletions scheduled;

    DeletionFlow(FlowContext context, ScheduledDeletions scheduled) {
        this.context = context;
        this.codes = new StepUpCodes(context);
        this.deletion = new AccountDeletion(context);
        this.scheduled = scheduled;
    }

    Outcome<UserId> run(Caller caller, DeletionProof proof) {
        Instant now = context.now();
        Optional<StoredSession> session = context.store().read(tx -> CallerSession.live(tx, caller, now));
        if (session.isEmpty()) {
            return Outcome.refused(Refusal.SESSION_ENDED);
        }
        if (isMalformed(caller, proof)) {
            return Outcome.refused(Refusal.MALFORMED_CODE);
        }
        StoredUser owner = session.get().user();
        if (owner.hasSecondFactor() && !context.isRecent(caller, owner, now)) {
            return Outcome.refused(Refusal.STEP_UP_REQUIRED);
        }
        if (!context.limiters().requests().take("DELETION", caller.user().toString(), TRIES, now)) {
            return Outcome.refused(Refusal.THROTTLED, now.plus(TRIES.window()));
        }
        try {
            return check(caller, session.get().user(), proof, now);
        } catch (VetoException e) {
            context.events().tell(e.refused(now, Operation.DELETION, caller.user(), caller.session()));
            return Outcome.refused(Refusal.FORBIDDEN);
        }
    }

    private Outcome<UserId> check(Caller caller, StoredUser user, DeletionProof proof, Instant now) {
        AttemptRequest.Proof kind =
                proof instanceof DeletionProof.Code ? AttemptRequest.Proof.CODE : AttemptRequest.Proof.PASSWORD;
        CountedAttempt counted = context.limiters().attempts().ofSession(kind, caller, now);
        if (!counted.isOpen()) {
            counted.failed(user.info(), now);
            return Outcome.refused(Refusal.THROTTLED);
        }
        try {
            if (!AttemptRefund.onFailure(() -> isRight(user, proof, now), counted::wasNotDecided)) {
                counted.failed(user.info(), now);
                return Outcome.refused(wrong(proof));
            }
            return AttemptRefund.onFailure(
                    () -> {
                        counted.settle(context.store(), user.info(), now);
                        return delete(caller, user, proof, now);
                    },
                    () -> giveBack(caller.user(), proof, now),
                    counted::wasNotDecided);
        } catch (HashingBusyException e) {
            counted.ranOutOfTime(e, user.info(), now);
            return Outcome.refused(Refusal.BUSY);
        }
    }

    private boolean isRight(StoredUser user, DeletionProof proof, Instant now) {
        if (proof instanceof DeletionProof.Code code) {
            Optional<StoredCode> aim = aim(user.info().id(), code);
            return codes.typed(aim, code.code())
                    .flatMap(typed -> codes.check(aim, typed, now))
                    .isPresent();
        }
        Secret stored = user.passwordHash();
        return context.passwords()
                .hasher()
                .check(stored == null ? null : stored.reveal(), ((DeletionProof.Password) proof).password())
                .matches();
    }

    private void giveBack(UserId user, DeletionProof proof, Instant now) {
        if (proof instanceof DeletionProof.Code code) {
            aim(user, code).ifPresent(right -> codes.giveBack(right, now));
        }
    }

    private boolean isMalformed(Caller caller, DeletionProof proof) {
        return proof instanceof DeletionProof.Code code
                && codes.typed(aim(caller.user(), code), code.code()).isEmpty();
    }

    private Optional<StoredCode> aim(UserId user, DeletionProof.Code code) {
        return context.store().read(tx -> codes.of(tx, user, code.challengeId()));
    }

    private static Refusal wrong(DeletionProof proof) {
        return proof instanceof DeletionProof.Code ? Refusal.INVALID_CODE : Refusal.WRONG_PASSWORD;
    }

    private Outcome<UserId> delete(Caller caller, StoredUser user, DeletionProof proof, Instant now) {
        return context.store().alone(tx -> {
            if (user.info().status().superuser() && !OtherSuperusers.stay(tx, caller.user(), now)) {
                return Outcome.refused(Refusal.FORBIDDEN);
            }
            return proof instanceof DeletionProof.Code code && !tx.codes().use(code.challengeId(), now)
                    ? Outcome.refused(Refusal.INVALID_CODE)
                    : delete(tx, caller, now);
        });
    }

    private Outcome<UserId> delete(AuthTx tx, Caller caller, Instant now) {
        UserId user = caller.user();
        Optional<StoredSession> session = CallerSession.held(tx, caller, now);
        if (session.isEmpty()) {
            return Outcome.refused(Refusal.SESSION_ENDED);
        }
        UserInfo owner = session.get().user().info();
        deletion.askHost(tx, owner, now);
        if (scheduled.isOn()) {
            scheduled.schedule(tx, owner, now);
            deletion.endAll(tx, user, EndReason.ACCOUNT_DELETED, now);
        } else {
            deletion.delete(tx, NoticeSubject.of(session.get()), now);
        }
        String told = scheduled.isOn() ? "deletion scheduled by owner" : "deleted by owner";
        tx.afterCommit(() -> context.events().tell(new AuthEvent.AccountStatusChanged(now, user, told)));
        return Outcome.done(user);
    }
}
