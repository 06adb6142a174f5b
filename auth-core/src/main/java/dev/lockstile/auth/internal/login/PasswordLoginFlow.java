package dev.lockstile.auth.internal.login;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.AttemptRefund;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.internal.gate.FirstFactor;
import dev.lockstile.auth.internal.session.SessionOpener;
import dev.lockstile.auth.internal.session.SessionOpener.Opened;
import dev.lockstile.auth.internal.session.SignInEvents;
import dev.lockstile.auth.internal.throttle.AttemptRequest;
import dev.lockstile.auth.internal.throttle.CountedAttempt;
import dev.lockstile.auth.internal.throttle.HumanChecks;
import dev.lockstile.auth.internal.throttle.LoginAttemptLimiter;
import dev.lockstile.auth.internal.throttle.PermitRequest;
import dev.lockstile.auth.internal.throttle.RateLimiters;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.password.MarkedHash;
import dev.lockstile.auth.password.PasswordCheck;
import dev.lockstile.auth.password.PasswordHasher;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs in with a password. Refused with one answer and the same work: no account of that name, no password, wrong
 * password, disabled, deleted, an identifier that is not proven, and a veto of the host. A better hash of the same
 * password is put in place only if the password has not changed meanwhile. Refused with a time to come back: too many
 * tries by this client's network, the same for names without an account. An account that is paused after failures
 * answers like a wrong password. A session opens only while the hash that was compared is the account's: replacing it,
 * the person, an import or a rollback, leaves no sign-in under way behind.
 *
 * <p>Where no account in the store has the name, users who are still to be imported are looked at. While that cannot be
 * done, neither a stranger nor a wrong password is told more than to try again.
 */
final class PasswordLoginFlow {

    private static final String METHOD = "password";
    private static final String CHANGED = "changed meanwhile";

    private final FlowContext context;
    private final PasswordHasher hasher;
    private final SessionOpener opener;
    private final LoginLookup lookup;
    private final SignInEvents events;

    PasswordLoginFlow(FlowContext context, SessionOpener opener) {
        this.context = context;
        this.hasher = context.passwords().hasher();
        this.opener = opener;
        this.events = new SignInEvents(context);
        this.lookup = new LoginLookup(context.identifiers());
    }

    Outcome<SignIn> run(PasswordLogin.Request login) {
        if (login.client().kind() == ClientKind.MOBILE && login.client().device() == null) {
            return Outcome.refused(Refusal.DEVICE_REQUIRED);
        }
        Instant now = context.now();
        Optional<LoginLookup.Found> found = context.store().read(tx -> lookup.find(tx, login.login()));
        AttemptRequest request = request(found, login, now);
        Optional<String> challenge =
                context.limiters().humans().wanted(step(login.client()), request.recognition()::device, now);
        if (challenge.isPresent()) {
            return Outcome.humanCheck(challenge.get());
        }
        return enter(found, login, request, now);
    }

    private static HumanChecks.Step step(ClientInfo client) {
        return new HumanChecks.Step(Operation.SIGN_IN, null, client.address(), client.evidence());
    }

    private Outcome<SignIn> enter(
            Optional<LoginLookup.Found> found, PasswordLogin.Request login, AttemptRequest request, Instant now) {
        LoginAttemptLimiter.Result result = context.limiters().attempts().admit(request, now);
        CountedAttempt counted = result.attempt();
        if (counted == null) {
            return Outcome.refused(Refusal.THROTTLED, result.retryAt());
        }
        try {
            return found.isEmpty() && counted.isOpen() && isCheckedAsUnknown(login, counted)
                    ? decideAnew(login, counted, now)
                    : decide(found, login, counted, now);
        } catch (HashingBusyException e) {
            counted.ranOutOfTime(e, found.map(f -> f.user().info()).orElse(null), now);
            return Outcome.refused(Refusal.BUSY, now.plusSeconds(1));
        }
    }

    /** Failures are counted by account, whatever name was typed; where none is found, by the name. */
    private AttemptRequest request(Optional<LoginLookup.Found> found, PasswordLogin.Request login, Instant now) {
        String name = lookup.nameOf(login.login());
        UserId user = found.map(f -> f.user().info().id()).orElse(null);
        ClientInfo client = login.client();
        return new AttemptRequest(
                AttemptRequest.Proof.PASSWORD,
                user == null ? name : AttemptRequest.subject(user),
                PermitRequest.attempt(RateLimit.LOGIN_IP, client.address(), RateLimit.LOGIN_IDENTITY, name),
                context.limiters()
                        .recognition(() -> found.map(LoginLookup.Found::user), RateLimiters.Client.of(client, now)));
    }

    /** The check was done elsewhere; only an account that is in the store now is checked again. */
    private Outcome<SignIn> decideAnew(PasswordLogin.Request login, CountedAttempt counted, Instant now) {
        Optional<LoginLookup.Found> found = AttemptRefund.onFailure(
                () -> context.store().read(tx -> lookup.find(tx, login.login())), counted::wasNotDecided);
        if (found.isEmpty()) {
            counted.failed(null, now);
            return refuse(null, "unknown", now);
        }
        return decide(found, login, counted, now); // imported by this request, or by another one meanwhile
    }

    private boolean isCheckedAsUnknown(PasswordLogin.Request login, CountedAttempt counted) {
        return AttemptRefund.onFailure(
                () -> context.accounts().checkUnknown(lookup.candidates(login.login()), login.password()),
                counted::wasNotDecided);
    }

    private Outcome<SignIn> decide(
            Optional<LoginLookup.Found> found, PasswordLogin.Request login, CountedAttempt counted, Instant now) {
        Secret stored = found.map(f -> f.user().passwordHash()).orElse(null);
        PasswordCheck check = hasher.check(comparable(stored, now), login.password());
        if (found.isEmpty() || !check.matches() || !found.get().maySignIn() || !counted.isOpen()) {
            UserInfo info = found.map(f -> f.user().info()).orElse(null);
            counted.failed(info, now);
            evenOut(info, login, counted);
            return refuse(info, counted.isOpen() ? reason(found, check) : "paused", now);
        }
        Secret better = check.upgradeWanted() && !isMarked(stored) ? better(login) : null;
        StoredUser user = found.get().user();
        try {
            return AttemptRefund.onFailure(
                            () -> signIn(new Right(user, better, counted), entry(login, now)), counted::wasNotDecided)
                    .orElseGet(() -> compareAnew(user, login, counted, now));
        } catch (VetoException e) {
            counted.failed(user.info(), now);
            return refuse(user.info(), e.reason(), now);
        }
    }

    /**
     * The hash that was compared is not the account's any more. Another sign-in may have put a better one of the same
     * password in its place, or another request another password: what is there now decides, once.
     */
    private Outcome<SignIn> compareAnew(
            StoredUser before, PasswordLogin.Request login, CountedAttempt counted, Instant now) {
        UserInfo info = before.info();
        Optional<LoginLookup.Found> found = AttemptRefund.onFailure(
                        () -> context.store().read(tx -> lookup.find(tx, login.login())), counted::wasNotDecided)
                .filter(f -> f.user().info().id().equals(info.id()) && f.maySignIn());
        Secret stored = found.map(f -> f.user().passwordHash()).orElse(null);
        if (stored == null || Objects.equals(stored, before.passwordHash())) {
            return refuse(info, CHANGED, now);
        }
        if (!hasher.check(comparable(stored, now), login.password()).matches()) {
            counted.failed(info, now);
            return refuse(info, CHANGED, now);
        }
        Right right = new Right(found.get().user(), null, counted);
        return AttemptRefund.onFailure(() -> signIn(right, entry(login, now)), counted::wasNotDecided)
                .orElseGet(() -> refuse(info, CHANGED, now));
    }

    private static @Nullable String comparable(@Nullable Secret stored, Instant now) {
        return MarkedHash.comparable(stored == null ? null : stored.reveal(), now);
    }

    private static boolean isMarked(@Nullable Secret stored) {
        return stored != null && MarkedHash.read(stored.reveal()).isPresent();
    }

    /**
     * Where there is no time for a better hash, the next login makes it: a right password was looked at and gets in.
     */
    private @Nullable Secret better(PasswordLogin.Request login) {
        try {
            return Secret.of(hasher.hash(login.password()));
        } catch (HashingBusyException e) {
            return null;
        }
    }

    /** A refused user costs the same questions as a name without an account, and is told of the same outages. */
    private void evenOut(@Nullable UserInfo refused, PasswordLogin.Request login, CountedAttempt counted) {
        if (refused != null && counted.isOpen()) {
            lookup.candidates(login.login()).stream().findFirst().ifPresent(context.accounts()::evenOut);
        }
    }

    /** Empty when the account, or its hash, is not as it was when the password was compared. */
    private Optional<Outcome<SignIn>> signIn(Right right, SessionOpener.Entry entry) {
        Instant now = entry.now();
        StoredUser user = right.user();
        Optional<Outcome<Opened>> entered =
                opener.assessed(answer -> context.store().alone(tx -> {
                    Optional<Outcome<Opened>> in = write(tx, user, right.better(), entry.answered(answer));
                    in.ifPresent(o -> right.counted().succeeded(tx, user.info(), now));
                    return in;
                }));
        return entered.map(in -> events.entered(in, user.info().id(), METHOD, now));
    }

    private Optional<Outcome<Opened>> write(
            AuthTx tx, StoredUser user, @Nullable Secret better, SessionOpener.Entry entry) {
        UserInfo info = user.info();
        Secret seen = user.passwordHash();
        if (seen == null || !tx.users().recordPasswordLogin(info.id(), seen, entry.now())) {
            return Optional.empty();
        }
        boolean upgraded = better != null && tx.users().upgradePassword(info.id(), seen, better);
        StoredUser written = upgraded ? user.withPassword(better) : user;
        return Optional.of(opener.enter(tx, written, FirstFactor.PASSWORD, entry));
    }

    private Outcome<SignIn> refuse(@Nullable UserInfo user, String reason, Instant now) {
        context.events().tell(new AuthEvent.SignInFailed(now, user == null ? null : user.id(), METHOD, reason));
        return Outcome.refused(Refusal.INVALID_CREDENTIALS);
    }

    private static String reason(Optional<LoginLookup.Found> found, PasswordCheck check) {
        if (found.isEmpty()) {
            return "unknown";
        }
        return check.matches() ? "may not sign in" : "wrong password";
    }

    private static SessionOpener.Entry entry(PasswordLogin.Request login, Instant now) {
        return new SessionOpener.Entry(login.client(), now);
    }

    /** @param better the hash to put in place of the old one; null when that one is good */
    private record Right(StoredUser user, @Nullable Secret better, CountedAttempt counted) {}
}
