package dev.lockstile.auth.internal.login;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.gate.FirstFactor;
import dev.lockstile.auth.internal.session.SessionOpener;
import dev.lockstile.auth.internal.session.SessionOpener.Opened;
import dev.lockstile.auth.internal.session.SignInEvents;
import dev.lockstile.auth.internal.throttle.CountedAttempt;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.SignIn;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records a sign-in with the right password in one transaction: opens the session and upgrades an old or weak hash,
 * while the stored hash is the one that was compared.
 */
final class PasswordLoginWrite {

    static final String METHOD = "password";

    private final FlowContext context;
    private final SessionOpener opener;
    private final SignInEvents events;

    PasswordLoginWrite(FlowContext context, SessionOpener opener) {
        this.context = context;
        this.opener = opener;
        this.events = new SignInEvents(context);
    }

    /** Empty when the account, or its hash, is not as it was when the password was compared. */
    Optional<Outcome<SignIn>> run(Right right, SessionOpener.Entry entry) {
        Instant now = entry.now();
        StoredUser user = right.user();
        Optional<Outcome<Opened>> entered =
                opener.assessed(answer -> context.store().alone(tx -> {
                    Optional<Outcome<Opened>> in = write(tx, user, right.upgradedHash(), entry.answered(answer));
                    in.ifPresent(o -> right.counted().succeeded(tx, user.info(), now));
                    return in;
                }));
        return entered.map(in -> events.entered(in, user.info().id(), METHOD, now));
    }

    private Optional<Outcome<Opened>> write(
            AuthTx tx, StoredUser user, @Nullable Secret upgradedHash, SessionOpener.Entry entry) {
        UserInfo info = user.info();
        Secret seen = user.passwordHash();
        if (seen == null || !tx.users().recordPasswordLogin(info.id(), seen, entry.now())) {
            return Optional.empty();
        }
        boolean upgraded = upgradedHash != null && tx.users().upgradePassword(info.id(), seen, upgradedHash);
        StoredUser written = upgraded ? user.withPassword(upgradedHash) : user;
        return Optional.of(opener.enter(tx, written, FirstFactor.PASSWORD, entry));
    }

    /** @param upgradedHash the hash to put in place of the old one; null when that one is good */
    record Right(StoredUser user, @Nullable Secret upgradedHash, CountedAttempt counted) {}
}
