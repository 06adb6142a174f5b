package dev.lockstile.auth.internal.login;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.account.NewPasswordCheck;
import dev.lockstile.auth.internal.account.PasswordHistory;
import dev.lockstile.auth.internal.flow.FactorRevocation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.flow.SecurityNotice;
import dev.lockstile.auth.internal.flow.SessionRevocation;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.internal.gate.Clearance;
import dev.lockstile.auth.internal.otp.LiveCodes;
import dev.lockstile.auth.internal.session.SessionOpener;
import dev.lockstile.auth.internal.session.SessionOpener.Opened;
import dev.lockstile.auth.internal.session.SignInEvents;
import dev.lockstile.auth.internal.throttle.PermitRequest;
import dev.lockstile.auth.login.PasswordLogin.PasswordReplacement;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.password.PasswordHasher;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.token.SignIn;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Replaces a marked password in the middle of a sign-in, and opens the session. Refused with one answer: a ticket that
 * is made up, old, used or another kind of client's, and an account that may not act. The new password, the end of all
 * sessions and codes and the new session are one transaction; of two uses of a ticket one wins, by the stored hash.
 */
final class RequiredPasswordFlow {

    private static final String METHOD = "replaced password";
    private static final String FIELD = "new_password";

    private final FlowContext context;
    private final PasswordHasher hasher;
    private final NewPasswordCheck policy;
    private final PasswordHistory history;
    private final SessionOpener opener;
    private final SignInEvents events;
    private final SecurityNotice notice;

    RequiredPasswordFlow(FlowContext context, SessionOpener opener) {
        this.context = context;
        this.hasher = context.passwords().hasher();
        this.policy = new NewPasswordCheck(context);
        this.history = new PasswordHistory(context);
        this.opener = opener;
        this.events = new SignInEvents(context);
        this.notice = new SecurityNotice(context);
    }

    Outcome<SignIn> run(PasswordReplacement asked) {
        if (asked.client().kind() == ClientKind.MOBILE && asked.client().device() == null) {
            return Outcome.refused(Refusal.DEVICE_REQUIRED);
        }
        Instant now = context.now();
        PermitRequest permits = PermitRequest.of(
                RateLimit.PASSWORD_RESET_CONFIRM_IP, asked.client().address());
        Optional<Instant> retryAt = context.limiters().requests().refusal(permits, now);
        if (retryAt.isPresent()) {
            return Outcome.refused(Refusal.THROTTLED, retryAt.get());
        }
        Optional<Clearance> shown = context.store()
                .read(tx -> opener.ofTicket(tx, asked.ticket(), asked.client().kind(), now));
        return shown.map(clearance -> replace(asked, clearance, now)).orElseGet(() -> refuse(null, now));
    }

    private Outcome<SignIn> replace(PasswordReplacement asked, Clearance shown, Instant now) {
        List<FieldProblem> problems =
                policy.problems(FIELD, asked.newPassword(), shown.user().info());
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        Secret seen = Objects.requireNonNull(shown.user().passwordHash());
        UserId user = shown.user().info().id();
        Optional<Instant> retryAt = history.retryAt("required", user, now);
        if (retryAt.isPresent()) {
            return Outcome.refused(Refusal.THROTTLED, retryAt.get());
        }
        try {
            List<FieldProblem> repeated = policy.repeated(FIELD, asked.newPassword(), seen);
            if (repeated.isEmpty()) {
                repeated = history.problems(FIELD, asked.newPassword(), shown.user());
            }
            if (!repeated.isEmpty()) {
                return Outcome.invalid(repeated);
            }
            Change change = new Change(shown, seen, Secret.of(hasher.hash(asked.newPassword())));
            SessionOpener.Entry entry = new SessionOpener.Entry(asked.client(), now);
            Optional<Outcome<Opened>> in = context.store().alone(tx -> write(tx, change, entry));
            return in.map(opened -> changed(opened, user, now)).orElseGet(() -> refuse(user, now));
        } catch (HashingBusyException e) {
            return Outcome.refused(Refusal.BUSY, now.plusSeconds(1));
        } catch (VetoException e) {
            return refuse(user, now);
        }
    }

    private Optional<Outcome<Opened>> write(AuthTx tx, Change change, SessionOpener.Entry entry) {
        StoredUser owner = change.shown().user();
        UserId user = owner.info().id();
        Instant now = entry.now();
        if (!tx.users().recordPasswordLogin(user, change.seen(), now)
                || !tx.users().resetPassword(user, change.hash(), now)) {
            return Optional.empty();
        }
        history.keep(tx, user, change.seen(), now);
        context.sessionEnds().endAll(tx, new SessionRevocation.User(user, now), EndReason.PASSWORD_CHANGED, null);
        LiveCodes.endAll(tx, context, owner.info(), now);
        FactorRevocation.forgetBrowsers(context, tx, user, now);
        context.limiters().attempts().reset(tx, owner.info(), now);
        notice.send(tx, NoticeSubject.of(owner, entry.client()), MessageKind.PASSWORD_CHANGED, now);
        return Optional.of(opener.enterReplaced(tx, owner.withPassword(change.hash()), change.shown(), entry));
    }

    private Outcome<SignIn> changed(Outcome<Opened> in, UserId user, Instant now) {
        context.events().tell(new AuthEvent.PasswordChanged(now, user, "required"));
        return events.entered(in, user, METHOD, now);
    }

    private Outcome<SignIn> refuse(@Nullable UserId user, Instant now) {
        context.events().tell(new AuthEvent.SignInFailed(now, user, METHOD, "no open ticket"));
        return Outcome.refused(Refusal.INVALID_CREDENTIALS);
    }

    private record Change(Clearance shown, Secret seen, Secret hash) {}
}
