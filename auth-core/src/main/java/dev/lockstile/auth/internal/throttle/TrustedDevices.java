package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.internal.crypto.ConstantTime;
import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.ClientEvidence;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Tokens by which a client shows that its user signed in on it before (OWASP, Slow Down Online Guessing Attacks with
 * Device Cookies). A token names the session that the sign-in opened, under a MAC that covers the account; it is good
 * while that session is one that its owner had no reason to distrust, so a reset, a change of the password and a
 * sign-out everywhere revoke it without a table of its own. A token made up by a stranger costs no query.
 */
public final class TrustedDevices {

    private static final Duration LATELY = Duration.ofDays(30);
    private static final Duration AFTER_RESET = Duration.ofDays(1);
    private static final int LONGEST = 300;
    private static final String SESSION = "s.";
    private static final String RESET = "r.";

    private final AuthStore store;
    private final Digests.Use digests;

    public TrustedDevices(AuthStore store, Digests digests) {
        this.store = store;
        this.digests = digests.use("trusted-device");
    }

    /** For a client that signed in. */
    public Secret ofSession(UserId user, SessionId session) {
        return token(user, nameOf(session));
    }

    /** For a client that set a new password by a link: good for a day, and until the password changes again. */
    public Secret ofReset(UserId user, Instant changedAt) {
        return token(user, RESET + micros(changedAt));
    }

    /** What failures on the client of a session are counted by. */
    public static String nameOf(SessionId session) {
        return SESSION + session.value();
    }

    /** What failures on the client are counted by; empty when it shows no token that is good for this user. */
    public Optional<String> recognise(StoredUser user, ClientEvidence evidence, Instant now) {
        Secret token = evidence.trustedDevice();
        return token == null
                ? Optional.empty()
                : name(user.info().id(), token.reveal()).filter(name -> isGood(user, name, now));
    }

    /** The same in a transaction that is under way. */
    boolean recognises(AuthTx tx, StoredUser user, ClientEvidence evidence, Instant now) {
        Secret token = evidence.trustedDevice();
        return token != null
                && name(user.info().id(), token.reveal())
                        .filter(name -> isGood(tx, user, name, now))
                        .isPresent();
    }

    private Optional<String> name(UserId user, String token) {
        int end = token.lastIndexOf('.');
        if (token.length() > LONGEST || end < 0) {
            return Optional.empty();
        }
        String name = token.substring(0, end);
        return ConstantTime.equal(token(user, name).reveal(), token) ? Optional.of(name) : Optional.empty();
    }

    private boolean isGood(StoredUser user, String name, Instant now) {
        return store.<Boolean>read(tx -> isGood(tx, user, name, now));
    }

    private static boolean isGood(AuthTx tx, StoredUser user, String name, Instant now) {
        if (name.startsWith(RESET)) {
            Instant changed = user.passwordChangedAt();
            return changed != null && name.equals(RESET + micros(changed)) && now.isBefore(changed.plus(AFTER_RESET));
        }
        SessionId session = new SessionId(name.substring(SESSION.length()));
        return tx.sessions().isTrusted(user.info().id(), session, now.minus(LATELY));
    }

    private Secret token(UserId user, String name) {
        return Secret.of(name + "." + digests.of(user.toString(), name));
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
