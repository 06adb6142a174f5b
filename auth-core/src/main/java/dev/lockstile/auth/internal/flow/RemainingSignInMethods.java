package dev.lockstile.auth.internal.flow;

import dev.lockstile.auth.account.SignInMethods;
import dev.lockstile.auth.internal.identifier.UnprovenIdentifiers;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.password.MarkedHash;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * What signs an account in on this host as it is wired now, so that its owner does not take away the last way into
 * their own account. The one count for all that can be taken away. Of a disabled person counts what signs in once the
 * person is enabled again. It holds in a transaction that holds the user's row: then of two who take the last two ways
 * away at once, one is refused.
 *
 * @param methods what the host says of passwords, codes and links
 * @param loginLinks whether links to sign in lead anywhere
 * @param features by which an account may sign in as well
 * @param clock tells whether a temporary password is over
 */
public record RemainingSignInMethods(SignInMethods methods, boolean loginLinks, Features features, Clock clock) {

    /** True when the account is left with a way in that is not of the feature. */
    public boolean isOpenWithout(String feature, AuthTx tx, StoredUser user) {
        return byPassword(user)
                || byMessage(user.info())
                || features.signInWithout(feature, tx, user.info().id());
    }

    private boolean byPassword(StoredUser user) {
        return methods.passwords() && opens(user.passwordHash()) && UnprovenIdentifiers.takesPassword(user.info());
    }

    private boolean opens(@Nullable Secret hash) {
        return hash != null && MarkedHash.comparable(hash.reveal(), clock.instant()) != null;
    }

    private boolean byMessage(UserInfo user) {
        boolean email = UnprovenIdentifiers.isProven(user, IdentifierKind.EMAIL);
        boolean phone = UnprovenIdentifiers.isProven(user, IdentifierKind.PHONE);
        return (methods.codes() && (email || phone)) || (methods.links() && loginLinks && email);
    }
}
