package dev.lockstile.auth.internal.login;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.internal.session.ActiveProfile;
import dev.lockstile.auth.internal.session.SessionOpener.Opened;
import dev.lockstile.auth.internal.session.SessionOpener;
import dev.lockstile.auth.internal.throttle.Doors;
import dev.lockstile.auth.internal.throttle.Guess;
import dev.lockstile.auth.internal.throttle.GuessDoor;
import dev.lockstile.auth.internal.throttle.HumanChecks;
import dev.lockstile.auth.internal.throttle.Throttles;
import dev.lockstile.auth.login.LoginRefusal;
import dev.lockstile.auth.login.LoginResult;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.password.PasswordCheck;
import dev.lockstile.auth.password.PasswordHasher;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.throttle.Throttle;
import dev.lockstile.auth.token.ClientInfo;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs in with a password. Refused with one answer and the same work: nobody by that name, no password, wrong password,
 * disabled, deleted, an identifier that is not proven, and a veto of the host. A better hash of the same password is put
 * in place only if nobody changed the password meanwhile. Refused with a time to come back: too many tries by this client's
 * network, the same for names that nobody has. An account that is paused after failures answers like a wrong
 * password. A session opens only while the hash that was compared is the account's: whoever replaces it, the person, an
 * import or a rollback, leaves no sign-in under way behind.
 *
 * <p>Where nobody here goes by the name, the former system is asked, if the host has one. While it cannot be asked,
 * neither a stranger nor a wrong password is told more than to try again.
 */
final class PasswordLoginFlow {

    private static final String METHOD = "password";
    private static final String CHANGED = "changed meanwhile";

    private final FlowContext context;
    private final PasswordHasher hasher;
    private final SessionOpener opener;
    private final LoginLookup lookup;

    PasswordLoginFlow(FlowContext context, SessionOpener opener) {
        this.context = context;
        this.hasher = context.passwords().hasher();
        this.opener = opener;
        this.lookup = new LoginLookup(context.identifiers());
    }

    LoginResult run(PasswordLogin login) {
        if (login.client().kind() == ClientKind.MOBILE && login.client().device() == null) {
            return new LoginResult.Refused(LoginRefusal.DEVICE_REQUIRED);
        }
        Instant now = context.now();
        Optional<LoginLookup.Found> found = context.store().read(tx -> lookup.find(tx, login.login()));
        GuessDoor.Wish wish = wish(found, login, now);
        Optional<String> challenge = context.doors().humans().wanted(step(login.client()), wish.visitor()::device, now);
        if (challenge.isPresent()) {
            return new LoginResult.Refused(LoginRefusal.HUMAN_CHECK_REQUIRED, null, challenge.get());
        }
        return enter(found, login, wish, now);
    }

    private static HumanChecks.Step step(ClientInfo client) {
        return new HumanChecks.Step(Operation.SIGN_IN, null, client.address(), client.evidence());
    }

    private LoginResult enter(
            Optional<LoginLookup.Found> found, PasswordLogin login, GuessDoor.Wish wish, Instant now) {
        GuessDoor.Entry entry = context.doors().guesses().enter(wish, now);
        Guess guess = entry.guess();
        if (guess == null) {
            return new LoginResult.Refused(LoginRefusal.THROTTLED, entry.retryAt());
        }
        try {
            boolean ask = found.isEmpty() && guess.isOpen() && context.legacy().isOpen();
            return ask ? askFormer(login, guess, now) : decide(found, login, guess, now);
        } catch (HashingBusyException e) {
            guess.ranOutOfTime(e, found.map(f -> f.user().info()).orElse(null), now);
            return new LoginResult.Refused(LoginRefusal.BUSY, now.plusSeconds(1));
        }
    }

    /** Failures are counted by account, whatever name was typed; where nobody is found, by the name. */
    private GuessDoor.Wish wish(Optional<LoginLookup.Found> found, PasswordLogin login, Instant now) {
        String name = lookup.nameOf(login.login());
        UserId user = found.map(f -> f.user().info().id()).orElse(null);
        ClientInfo client = login.client();
        return new GuessDoor.Wish(
                GuessDoor.Proof.PASSWORD,
                user == null ? name : GuessDoor.subject(user),
                Throttles.Wish.guess(Throttle.LOGIN_IP, client.address(), Throttle.LOGIN_IDENTITY, name),
                context.doors().visitor(() -> found.map(LoginLookup.Found::user), Doors.Sighting.of(client, now)));
    }

    /** The former system does the work of the check, whoever is meant; only who is brought in is checked here again. */
    private LoginResult askFormer(PasswordLogin login, Guess guess, Instant now) {
        askFormer(login, guess);
        Optional<LoginLookup.Found> found = context.store().read(tx -> lookup.find(tx, login.login()));
        if (found.isEmpty()) {
            guess.wasWrong(null, now);
            return refuse(null, "unknown", now);
        }
        return decide(found, login, guess, now); // brought in by this request, or by another one meanwhile
    }

    private void askFormer(PasswordLogin login, Guess guess) {
        try {
            context.legacy().bringsInByPassword(lookup.candidates(login.login()), login.password());
        } catch (StoreUnavailableException e) {
            guess.wasNotLookedAt();
            throw e;
        }
    }

    private LoginResult decide(Optional<LoginLookup.Found> found, PasswordLogin login, Guess guess, Instant now) {
        Secret stored = found.map(f -> f.user().passwordHash()).orElse(null);
        PasswordCheck check = hasher.check(stored == null ? null : stored.reveal(), login.password());
        if (found.isEmpty() || !check.matches() || !found.get().maySignIn() || !guess.isOpen()) {
            UserInfo info = found.map(f -> f.user().info()).orElse(null);
            guess.wasWrong(info, now);
            evenOut(info, login, guess);
            return refuse(info, guess.isOpen() ? reason(found, check) : "paused", now);
        }
        Secret better = check.upgradeWanted() ? better(login) : null;
        StoredUser user = found.get().user();
        try {
            return signIn(new Right(user, better, guess), entry(login, now))
                    .orElseGet(() -> compareAnew(user, login, guess, now));
        } catch (VetoException e) {
            guess.wasWrong(user.info(), now);
            return refuse(user.info(), e.reason(), now);
        }
    }

    /**
     * The hash that was compared is not the account's any more. Another sign-in may have put a better one of the same
     * password in its place, or somebody another password: what is there now decides, once.
     */
    private LoginResult compareAnew(StoredUser before, PasswordLogin login, Guess guess, Instant now) {
        UserInfo info = before.info();
        Optional<LoginLookup.Found> found = context.store()
                .read(tx -> lookup.find(tx, login.login()))
                .filter(f -> f.user().info().id().equals(info.id()) && f.maySignIn());
        Secret stored = found.map(f -> f.user().passwordHash()).orElse(null);
        if (stored == null || Objects.equals(stored, before.passwordHash())) {
            return refuse(info, CHANGED, now);
        }
        if (!hasher.check(stored.reveal(), login.password()).matches()) {
            guess.wasWrong(info, now);
            return refuse(info, CHANGED, now);
        }
        return signIn(new Right(found.get().user(), null, guess), entry(login, now))
                .orElseGet(() -> refuse(info, CHANGED, now));
    }

    /** Where there is no time for a better hash, the next login makes it: a right password was looked at and gets in. */
    private @Nullable Secret better(PasswordLogin login) {
        try {
            return Secret.of(hasher.hash(login.password()));
        } catch (HashingBusyException e) {
            return null;
        }
    }

    /** Whoever is refused here was asked about there too, and hears of an outage there like a stranger. */
    private void evenOut(@Nullable UserInfo refused, PasswordLogin login, Guess guess) {
        if (refused != null && guess.isOpen()) {
            lookup.candidates(login.login()).stream().findFirst().ifPresent(context.legacy()::knows);
        }
    }

    /** Empty when the account, or its hash, is not as it was when the password was compared. */
    private Optional<LoginResult> signIn(Right right, SessionOpener.Entry entry) {
        Instant now = entry.now();
        StoredUser user = right.user();
        Optional<Opened> opened = context.store().alone(tx -> {
            Optional<Opened> in = write(tx, user, right.better(), entry);
            in.ifPresent(o -> right.guess().wasRight(tx, user.info(), now));
            return in;
        });
        opened.ifPresent(o ->
                context.events().tell(new AuthEvent.SignedIn(now, user.info().id(), o.session(), METHOD)));
        return opened.map(o -> new LoginResult.SignedIn(o.signIn()));
    }

    private Optional<Opened> write(AuthTx tx, StoredUser user, @Nullable Secret better, SessionOpener.Entry entry) {
        UserInfo info = user.info();
        Secret seen = user.passwordHash();
        if (seen == null || !tx.users().recordPasswordLogin(info.id(), seen, entry.now())) {
            return Optional.empty();
        }
        if (better != null) {
            tx.users().upgradePassword(info.id(), seen, better);
        }
        ProfileInfo active = ActiveProfile.choose(user.profiles())
                .orElseGet(() -> ActiveProfile.create(tx, info.id(), context, entry.now()));
        return Optional.of(opener.open(tx, user, active, entry));
    }

    private LoginResult refuse(@Nullable UserInfo user, String reason, Instant now) {
        context.events().tell(new AuthEvent.SignInFailed(now, user == null ? null : user.id(), METHOD, reason));
        return new LoginResult.Refused(LoginRefusal.INVALID_CREDENTIALS);
    }

    private static String reason(Optional<LoginLookup.Found> found, PasswordCheck check) {
        if (found.isEmpty()) {
            return "unknown";
        }
        return check.matches() ? "may not sign in" : "wrong password";
    }

    private static SessionOpener.Entry entry(PasswordLogin login, Instant now) {
        return new SessionOpener.Entry(login.client(), now);
    }

    /** @param better the hash to put in place of the old one; null when that one is good */
    private record Right(StoredUser user, @Nullable Secret better, Guess guess) {}
}
