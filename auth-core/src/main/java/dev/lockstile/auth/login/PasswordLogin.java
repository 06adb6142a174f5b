package dev.lockstile.auth.login;

import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import org.jspecify.annotations.Nullable;

/** Signing in with a password, and changing the profile one acts in. */
public interface PasswordLogin {

    /**
     * Signs in. Hashing runs outside any transaction and behind a permit; then one transaction of its own. Unknown
     * user, wrong password, no password, disabled, deleted and unproven give the same answer for the same work (ASVS
     * 6.3.8).
     *
     * @param login the name, the password and the client
     * @return the sign-in, the second factor required, or the refusal
     */
    Outcome<SignIn> signIn(Request login);

    /**
     * Replaces the password of a sign-in that was refused with {@link Refusal#PASSWORD_CHANGE_REQUIRED}, and goes on
     * with the sign-in. All other sessions and codes of the account end in the same transaction, which is one of its
     * own. The ticket is good for ten minutes and one new password, for the kind of client that got it.
     *
     * @param replacement the ticket, the new password and the client
     * @return who is in, or what is wanted beside; {@link Refusal#INVALID_CREDENTIALS} for a ticket that is worth
     *     nothing, {@link Refusal#INVALID_INPUT} for a password that is against the policy or the same as before, after
     *     which the ticket stays
     */
    Outcome<SignIn> replacePassword(PasswordReplacement replacement);

    /**
     * Acts in another profile without a refresh token: the person's last proof has to be recent.
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     * @param profile one of the caller's
     * @param client where the request comes from
     * @return a new access token alone, or why the profile stays
     */
    default Outcome<SignIn> switchProfile(Caller caller, ProfileId profile, ClientInfo client) {
        return switchProfile(caller, new ProfileSwitch(profile, client, null));
    }

    /**
     * Acts in another profile of the caller's from now on: same session, new tokens. Since a refresh token is given, an
     * access token alone, which may be stolen, is not enough: the session's refresh token, or a recent proof
     * ({@link Refusal#STEP_UP_REQUIRED} otherwise). An old refresh token ends the session, as at a refresh.
     * One transaction of its own.
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     * @param requested the profile, the client and the session's refresh token
     * @return new tokens of the same session, or why the profile stays
     */
    Outcome<SignIn> switchProfile(Caller caller, ProfileSwitch requested);

    /**
     * A sign-in with a password.
     *
     * @param login e-mail address, phone number or user name
     * @param password as typed
     * @param client where the request comes from
     */
    record Request(String login, Secret password, ClientInfo client) {

        @Override
        public String toString() {
            return "PasswordLogin[" + client.kind() + "]";
        }
    }

    /**
     * A new password in the place of one that has to be replaced.
     *
     * @param ticket as the refused sign-in gave it
     * @param newPassword in clear; has to pass the policy
     * @param client where the request comes from
     */
    record PasswordReplacement(Secret ticket, Secret newPassword, ClientInfo client) {}

    /**
     * A request to act in another profile.
     *
     * @param profile one of the caller's
     * @param client where the request comes from
     * @param refresh the session's refresh token, with which a profile may be switched at any time; it is exchanged for
     *     a new one. Without it the person's last proof has to be recent, and the answer holds an access token alone
     */
    record ProfileSwitch(
            ProfileId profile, ClientInfo client, @Nullable Secret refresh) {

        @Override
        public String toString() {
            return "ProfileSwitch[" + profile + "]";
        }
    }
}
