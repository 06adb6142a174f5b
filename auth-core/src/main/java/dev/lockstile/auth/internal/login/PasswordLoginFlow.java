package dev.lockstile.auth.internal.login;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.flow.AttemptRefund;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.internal.session.SessionOpener;
import dev.lockstile.auth.internal.throttle.AttemptRequest;
import dev.lockstile.auth.internal.throttle.CountedAttempt;
import dev.lockstile.auth.internal.throttle.LoginAttemptLimiter;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.password.PasswordCheck;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoredUser;
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
 * answers like a wrong password. A session opens only while the hash that was compared is still the account's, so a
 * sign-in under way ends when its owner, an import or a rollback replaces the password.
 *
 * <p>Where no account in the store has the name, the users who are still to be imported are checked. While the source
 * system does not answer, an unknown name and a wrong password both get "try again".
 */
final class PasswordLoginFlow {

    private static final String CHANGED = "changed meanwhile";

    private final FlowContext context;
    private final PasswordAttempts attempts;
    private final PasswordComparison passwords;
    private final PasswordLoginWrite write;
    private final LoginLookup lookup;

    PasswordLoginFlow(FlowContext context, SessionOpener opener) {
        this.context = context;
        this.attempts = new PasswordAttempts(context.limiters());
        this.passwords = new PasswordComparison(context.passwords().hasher());
        this.write = new PasswordLoginWrite(context, opener);
        this.lookup = new LoginLookup(context.identifiers());
    }

    Outcome<SignIn> run(PasswordLogin.Request login) {
        if (login.client().kind() == ClientKind.MOBILE && login.client().device() == null) {
            return Outcome.refused(Refusal.DEVICE_REQUIRED);
        }
        Instant now = context.now();
        TypedLogin typed = new TypedLogin(login, lookup.candidates(login.login()));
        Optional<LoginLookup.Found> found = find(typed);
        AttemptRequest request = attempts.of(found, typed, now);
        Optional<String> challenge = attempts.challenge(login.client(), request, now);
        if (challenge.isPresent()) {
            return Outcome.humanCheck(challenge.get());
        }
        return enter(found, typed, request, now);
    }

    private Outcome<SignIn> enter(
            Optional<LoginLookup.Found> found, TypedLogin typed, AttemptRequest request, Instant now) {
        LoginAttemptLimiter.Result result = context.limiters().attempts().admit(request, now);
        CountedAttempt counted = result.attempt();
        if (counted == null) {
            return Outcome.refused(Refusal.THROTTLED, result.retryAt());
        }
        try {
            return found.isEmpty() && counted.isOpen() && isCheckedAsUnknown(typed, counted)
                    ? decideAnew(typed, counted, now)
                    : decide(found, typed, counted, now);
        } catch (HashingBusyException e) {
            counted.ranOutOfTime(e, found.map(f -> f.user().info()).orElse(null), now);
            return Outcome.refused(Refusal.BUSY, now.plusSeconds(1));
        }
    }

    /** The source system has checked the password; compares it again only if the account is in the store by now. */
    private Outcome<SignIn> decideAnew(TypedLogin typed, CountedAttempt counted, Instant now) {
        Optional<LoginLookup.Found> found = AttemptRefund.onFailure(() -> find(typed), counted::wasNotDecided);
        if (found.isEmpty()) {
            counted.failed(null, now);
            return refuse(null, "unknown", now);
        }
        return decide(found, typed, counted, now); // imported by this request, or by another one meanwhile
    }

    private boolean isCheckedAsUnknown(TypedLogin typed, CountedAttempt counted) {
        return AttemptRefund.onFailure(
                () -> context.accounts().checkUnknown(typed.meanings(), typed.password()), counted::wasNotDecided);
    }

    private Outcome<SignIn> decide(
            Optional<LoginLookup.Found> found, TypedLogin typed, CountedAttempt counted, Instant now) {
        Secret stored = found.map(f -> f.user().passwordHash()).orElse(null);
        PasswordCheck check = passwords.compare(stored, typed.password(), now);
        if (found.isEmpty() || !check.matches() || !found.get().maySignIn() || !counted.isOpen()) {
            return wrong(found, typed, new Wrong(counted.isOpen() ? reason(found, check) : "paused", counted), now);
        }
        Secret better = passwords.better(check, stored, typed.password());
        StoredUser user = found.get().user();
        try {
            PasswordLoginWrite.Right right = new PasswordLoginWrite.Right(user, better, counted);
            return AttemptRefund.onFailure(() -> write.run(right, entry(typed, now)), counted::wasNotDecided)
                    .orElseGet(() -> compareAnew(user, typed, counted, now));
        } catch (VetoException e) {
            counted.failed(user.info(), now);
            return refuse(user.info(), e.reason(), now);
        }
    }

    /**
     * Refuses for any reason, unless the text is also the user name of another account and the password is right there.
     */
    private Outcome<SignIn> wrong(Optional<LoginLookup.Found> found, TypedLogin typed, Wrong wrong, Instant now) {
        UserInfo info = found.map(f -> f.user().info()).orElse(null);
        CountedAttempt counted = wrong.counted();
        try {
            Optional<Outcome<SignIn>> named = byName(found, typed, counted, now);
            if (named.isPresent()) {
                counted.wasNotChecked(); // the password was meant for the other account
                return named.get();
            }
        } catch (HashingBusyException e) {
            counted.failed(info, now);
            return Outcome.refused(Refusal.BUSY, now.plusSeconds(1));
        }
        counted.failed(info, now);
        askAsForUnknown(info, typed, counted);
        return refuse(info, wrong.reason(), now);
    }

    /**
     * A text that reads as a phone number may also be a user name that an import brought. Where the password is not
     * that of the number's owner, it is compared with that of the user name's owner, whose own failures are counted.
     * Computes one hash more, also where no account has the user name.
     */
    private Optional<Outcome<SignIn>> byName(
            Optional<LoginLookup.Found> found, TypedLogin typed, CountedAttempt counted, Instant now) {
        TypedLogin name = typed.asName();
        if (name == null) {
            return Optional.empty();
        }
        Optional<LoginLookup.Found> named = find(name);
        boolean unknown = found.isPresent() && named.isEmpty() && counted.isOpen();
        if (unknown && context.accounts().checkUnknown(name.meanings(), name.password())) {
            named = find(name);
        } else if (named.isEmpty() || isSame(named, found)) {
            passwords.compareWithNone(typed.password());
            return Optional.empty();
        }
        return named.flatMap(owner -> byName(owner, name, now));
    }

    private Optional<Outcome<SignIn>> byName(LoginLookup.Found named, TypedLogin typed, Instant now) {
        AttemptRequest request = attempts.beside(named, typed, now);
        CountedAttempt counted =
                context.limiters().attempts().admit(request, now).attempt();
        if (counted == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(decide(Optional.of(named), typed, counted, now))
                    .filter(outcome -> !outcome.equals(Outcome.refused(Refusal.INVALID_CREDENTIALS)));
        } catch (HashingBusyException e) {
            counted.ranOutOfTime(e, named.user().info(), now);
            throw e;
        }
    }

    private static boolean isSame(Optional<LoginLookup.Found> one, Optional<LoginLookup.Found> other) {
        return one.map(f -> f.user().info().id())
                .equals(other.map(f -> f.user().info().id()));
    }

    /**
     * The hash that was compared is not the account's any more. Another sign-in may have put a better one of the same
     * password in its place, or another request another password: what is there now decides, once.
     */
    private Outcome<SignIn> compareAnew(StoredUser before, TypedLogin typed, CountedAttempt counted, Instant now) {
        UserInfo info = before.info();
        Optional<LoginLookup.Found> found = AttemptRefund.onFailure(() -> find(typed), counted::wasNotDecided)
                .filter(f -> f.user().info().id().equals(info.id()) && f.maySignIn());
        Secret stored = found.map(f -> f.user().passwordHash()).orElse(null);
        if (stored == null || Objects.equals(stored, before.passwordHash())) {
            return refuse(info, CHANGED, now);
        }
        if (!passwords.compare(stored, typed.password(), now).matches()) {
            counted.failed(info, now);
            return refuse(info, CHANGED, now);
        }
        PasswordLoginWrite.Right right =
                new PasswordLoginWrite.Right(found.get().user(), null, counted);
        return AttemptRefund.onFailure(() -> write.run(right, entry(typed, now)), counted::wasNotDecided)
                .orElseGet(() -> refuse(info, CHANGED, now));
    }

    /** Asks the source system as for an unknown name, so that time and outages do not tell the two apart. */
    private void askAsForUnknown(@Nullable UserInfo refused, TypedLogin typed, CountedAttempt counted) {
        if (refused != null && counted.isOpen()) {
            typed.meanings().stream().findFirst().ifPresent(context.accounts()::askAsForUnknown);
        }
    }

    private Outcome<SignIn> refuse(@Nullable UserInfo user, String reason, Instant now) {
        context.events()
                .tell(new AuthEvent.SignInFailed(
                        now, user == null ? null : user.id(), PasswordLoginWrite.METHOD, reason));
        return Outcome.refused(Refusal.INVALID_CREDENTIALS);
    }

    private static String reason(Optional<LoginLookup.Found> found, PasswordCheck check) {
        if (found.isEmpty()) {
            return "unknown";
        }
        return check.matches() ? "may not sign in" : "wrong password";
    }

    private Optional<LoginLookup.Found> find(TypedLogin typed) {
        return context.store().read(tx -> LoginLookup.find(tx, typed.meanings()));
    }

    private static SessionOpener.Entry entry(TypedLogin typed, Instant now) {
        return new SessionOpener.Entry(typed.login().client(), now);
    }

    /** A refusal; its reason is told by the event alone. */
    private record Wrong(String reason, CountedAttempt counted) {}
}
