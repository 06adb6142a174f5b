package dev.lockstile.auth.login;

import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;

/** Signing in with a password, and changing the profile one acts in. */
public interface LoginService {

    /**
     * Signs in. Hashing runs outside any transaction and behind a permit; then one transaction of its own. Unknown user,
     * wrong password, no password, disabled, deleted and unproven give the same answer for the same work (ASVS 6.3.8).
     */
    LoginResult signIn(PasswordLogin login);

    /** Acts in another profile of the caller's from now on: same session, new tokens. */
    LoginResult switchProfile(Caller caller, ProfileId profile, ClientInfo client);
}
