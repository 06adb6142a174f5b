package dev.lockstile.auth.account;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;

/**
 * Opens the accounts of administrators. The first superuser comes by the bootstrap secret, once, while there is none; all
 * others by a superuser. The address counts as proven: whoever opens the account vouches for it. Each call is a
 * transaction of its own.
 */
public interface AdminAccounts {

    /**
     * Opens the first superuser's account for whoever runs this process, such as a command on the server: no secret is
     * asked for, so nothing that a request reaches may call it. Forbidden while there is a superuser; of many calls at once
     * one wins, and the bootstrap secret is dead from then on. Unlike the secret it works again once every superuser is
     * deleted.
     */
    NewAdminResult createFirst(NewAdmin admin);

    /**
     * Opens the first superuser's account with the bootstrap secret. Of many calls at once one wins; from then on the
     * secret is dead, also when that superuser is deleted (ASVS 13.2.3). Of wrong secrets ten an hour are told so, the
     * others are throttled; the right one never is, whatever strangers try.
     */
    NewAdminResult bootstrap(Secret bootstrapSecret, NewAdmin admin);

    /** Opens an account on behalf of a superuser who signed in within the last ten minutes. */
    NewAdminResult create(Caller caller, NewAdmin admin);
}
