package dev.lockstile.auth.internal.flow;

import dev.lockstile.auth.account.SignInMethods;
import dev.lockstile.auth.internal.identifier.UnprovenIdentifiers;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ServedProviders;
import dev.lockstile.auth.store.StoredUser;

/**
 * What signs somebody in on this host as it is wired now, so that nobody takes away the last way into their own
 * account. The one count for all that can be taken away. Of a disabled person counts what signs in once the person is
 * enabled again. It holds in a transaction that holds the user's row: then of two who take the last two ways away at
 * once, one is refused.
 *
 * @param methods what the host says of passwords, codes and links
 * @param loginLinks whether links to sign in lead anywhere
 * @param providers the other sites that are served
 * @param passkeys whether passkeys are served
 */
public record RemainingSignInMethods(
        SignInMethods methods, boolean loginLinks, ServedProviders providers, boolean passkeys) {

    /** True when the account is left with a way in that is no account at another site. */
    public boolean isOpenWithoutSocial(AuthTx tx, StoredUser user) {
        return byPassword(user) || byMessage(user.info()) || byPasskey(tx, user);
    }

    /** True when the account is left with a way in that is no passkey. */
    public boolean isOpenWithoutPasskeys(AuthTx tx, StoredUser user) {
        return byPassword(user) || byMessage(user.info()) || bySocial(tx, user);
    }

    private boolean byPassword(StoredUser user) {
        return methods.passwords() && user.passwordHash() != null && UnprovenIdentifiers.takesPassword(user.info());
    }

    private boolean byMessage(UserInfo user) {
        boolean email = UnprovenIdentifiers.isProven(user, IdentifierKind.EMAIL);
        boolean phone = UnprovenIdentifiers.isProven(user, IdentifierKind.PHONE);
        return (methods.codes() && (email || phone)) || (methods.links() && loginLinks && email);
    }

    private boolean byPasskey(AuthTx tx, StoredUser user) {
        return passkeys
                && tx.factors().challenges().isMapped()
                && !tx.factors().passkeys().of(user.info().id()).isEmpty();
    }

    private boolean bySocial(AuthTx tx, StoredUser user) {
        return !providers.names().isEmpty()
                && tx.factors().challenges().isMapped()
                && tx.socials().of(user.info().id()).stream().anyMatch(providers::letIn);
    }
}
