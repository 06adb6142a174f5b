package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.PasswordChanges.PasswordSet;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.flow.AttemptRefund;
import dev.lockstile.auth.internal.flow.FactorRevocation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.flow.SecurityNotice;
import dev.lockstile.auth.internal.flow.SessionRevocation;
import dev.lockstile.auth.internal.otp.LiveCodes;
import dev.lockstile.auth.internal.session.CallerSession;
import dev.lockstile.auth.internal.throttle.AttemptRequest;
import dev.lockstile.auth.internal.throttle.CountedAttempt;
import dev.lockstile.auth.internal.throttle.PermitRequest;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.password.MarkedHash;
import dev.lockstile.auth.password.PasswordHasher;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Changes a password. Refused: a session that is over, a wrong old password, and a new one against the policy. The
 * other sessions, a source system's tokens and all open codes end in the same transaction; of two changes at once, one
 * wins.
 */
final class PasswordChangeFlow {

    private final FlowContext context;
    private final PasswordHasher hasher;
    private final NewPasswordCheck policy;
    private final PasswordHistory history;
    private final SecurityNotice notice;

    PasswordChangeFlow(FlowContext context) {
        this.context = context;
        this.hasher = context.passwords().hasher();
        this.policy = new NewPasswordCheck(context);
        this.history = new PasswordHistory(context);
        this.notice = new SecurityNotice(context);
    }

    /**
     * Sets a first password. Refused: an account that has one, and without a recent proof, so that a stolen token sets
     * none.
     */
    Outcome<PasswordSet> set(Caller caller, Secret newPassword) {
        Instant now = context.now();
        Optional<StoredUser> owner =
                context.store().read(tx -> CallerSession.live(tx, caller, now).map(StoredSession::user));
        if (owner.isEmpty()) {
            return Outcome.refused(Refusal.SESSION_ENDED);
        }
        if (!context.isRecent(caller, owner.get(), now)) {
            return Outcome.refused(Refusal.STEP_UP_REQUIRED);
        }
        if (owner.get().passwordHash() != null) {
            return Outcome.refused(Refusal.WRONG_PASSWORD);
        }
        Optional<Instant> retryAt =
                history.isOn() ? throttled(owner.get().info().id(), now) : Optional.empty();
        if (retryAt.isPresent()) {
            return Outcome.refused(Refusal.THROTTLED, retryAt.get());
        }
        try {
            return put(caller, owner.get(), newPassword, now);
        } catch (HashingBusyException e) {
            return Outcome.refused(Refusal.BUSY, now.plusSeconds(1));
        }
    }

    Outcome<PasswordSet> run(Caller caller, Secret oldPassword, Secret newPassword) {
        Instant now = context.now();
        Optional<StoredSession> session = context.store().read(tx -> CallerSession.live(tx, caller, now));
        if (session.isEmpty()) {
            return Outcome.refused(Refusal.SESSION_ENDED);
        }
        StoredUser owner = session.get().user();
        if (owner.hasSecondFactor() && !context.isRecent(caller, owner, now)) {
            return Outcome.refused(Refusal.STEP_UP_REQUIRED);
        }
        Optional<Instant> retryAt = throttled(owner.info().id(), now);
        return retryAt.isPresent()
                ? Outcome.refused(Refusal.THROTTLED, retryAt.get())
                : check(caller, session.get().user(), new Passwords(oldPassword, newPassword), now);
    }

    private Optional<Instant> throttled(UserId user, Instant now) {
        PermitRequest permits =
                new PermitRequest(null, null, List.of(RateLimit.PASSWORD_CHANGE_USER), AttemptRequest.subject(user));
        return context.limiters().requests().refusal(permits, now);
    }

    /** A wrong old password counts like a failed login (ASVS 6.2.3): the access token may be a thief's. */
    private Outcome<PasswordSet> check(Caller caller, StoredUser user, Passwords given, Instant now) {
        CountedAttempt counted = context.limiters().attempts().ofSession(AttemptRequest.Proof.PASSWORD, caller, now);
        if (!counted.isOpen()) {
            counted.failed(user.info(), now);
            return Outcome.refused(Refusal.THROTTLED);
        }
        try {
            Outcome<PasswordSet> result =
                    AttemptRefund.onFailure(() -> decide(caller, user, given, now), counted::wasNotDecided);
            if (result.isRefused(Refusal.INVALID_INPUT)) {
                counted.wasNotChecked(); // a change has set the counts back in its transaction
            } else if (!result.isDone()) {
                counted.failed(user.info(), now);
            }
            return result;
        } catch (HashingBusyException e) {
            counted.ranOutOfTime(e, user.info(), now);
            return Outcome.refused(Refusal.BUSY, now.plusSeconds(1));
        }
    }

    private Outcome<PasswordSet> decide(Caller caller, StoredUser user, Passwords given, Instant now) {
        Secret stored = user.passwordHash();
        String hash = MarkedHash.comparable(stored == null ? null : stored.reveal(), now);
        if (!hasher.check(hash, given.old()).matches()) {
            return Outcome.refused(Refusal.WRONG_PASSWORD);
        }
        return put(caller, user, given.fresh(), now);
    }

    private Outcome<PasswordSet> put(Caller caller, StoredUser user, Secret fresh, Instant now) {
        List<FieldProblem> problems = policy.problems("new_password", fresh, user.info());
        if (problems.isEmpty()) {
            problems = policy.repeated("new_password", fresh, user.passwordHash());
        }
        if (problems.isEmpty()) {
            problems = history.problems("new_password", fresh, user);
        }
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        Secret hash = Secret.of(hasher.hash(fresh));
        boolean won = context.store().alone(tx -> write(tx, caller, new Change(user, hash), now));
        return won ? changed(user.info().id(), now) : Outcome.refused(Refusal.WRONG_PASSWORD);
    }

    private boolean write(AuthTx tx, Caller caller, Change change, Instant now) {
        UserId user = change.user().info().id();
        Optional<StoredSession> session = CallerSession.live(tx, caller, now);
        boolean won = session.isPresent()
                && tx.users().changePassword(user, change.hash(), change.user().passwordChangedAt(), now);
        if (won) {
            history.keep(tx, user, change.user().passwordHash(), now);
            context.sessionEnds()
                    .endAll(tx, new SessionRevocation.User(user, now), EndReason.PASSWORD_CHANGED, caller.session());
            LiveCodes.endAll(tx, context, change.user().info(), now);
            FactorRevocation.forgetBrowsers(context, tx, user, now);
            context.limiters().attempts().reset(tx, change.user().info(), caller.session(), now);
            notice.send(tx, NoticeSubject.of(session.get()), MessageKind.PASSWORD_CHANGED, now);
        }
        return won;
    }

    private Outcome<PasswordSet> changed(UserId user, Instant now) {
        context.events().tell(new AuthEvent.PasswordChanged(now, user, "change"));
        return Outcome.done(new PasswordSet());
    }

    private record Passwords(Secret old, Secret fresh) {}

    private record Change(StoredUser user, Secret hash) {}
}
