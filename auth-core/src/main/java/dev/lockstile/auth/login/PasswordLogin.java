package dev.lockstile.auth.login;

import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import org.jspecify.annotations.Nullable;

/** Sign-in with a password, and switching the active profile. */
public interface PasswordLogin {

    /**
     * Signs in. The password is hashed outside any transaction, with a permit; one transaction of its own follows. An
     * unknown identifier, a wrong or missing password, and a disabled, deleted or unverified account give the same
     * answer after the same work (ASVS 6.3.8).
     *
     * @param login the name, the password and the client
     * @return the sign-in, the second factor required, or the refusal
     */
    Outcome<SignIn> signIn(Request login);

    /**
     * Replaces the password after a sign-in was refused with {@link Refusal#PASSWORD_CHANGE_REQUIRED}, and completes
     * the sign-in. All other sessions and codes of the account are revoked in the same transaction, which is one of its
     * own. The ticket is valid for ten minutes, for one replacement and for the kind of client that received it.
     *
     * @param replacement the ticket, the new password and the client
     * @return the sign-in or the second factor required; {@link Refusal#INVALID_CREDENTIALS} for a ticket that is
     *     unknown, used or expired; {@link Refusal#INVALID_INPUT} for a password that violates the policy or equals the
     *     old one, after which the ticket remains valid
     */
    Outcome<SignIn> replacePassword(PasswordReplacement replacement);

    /**
     * Switches the profile without a refresh token: requires a recent authentication.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param profile one of the caller's
     * @param client the client that makes the request
     * @return a new access token without a refresh token, or the refusal
     */
    default Outcome<SignIn> switchProfile(Caller caller, ProfileId profile, ClientInfo client) {
        return switchProfile(caller, new ProfileSwitch(profile, client, null));
    }

    /**
     * Makes another of the caller's profiles the active one: same session, new tokens. An access token, which may be
     * stolen, does not suffice; the call also requires the session's refresh token or a recent authentication
     * ({@link Refusal#STEP_UP_REQUIRED} otherwise). A refresh token that was already used ends the session, as at a
     * refresh. One transaction of its own.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param requested the profile, the client and the session's refresh token
     * @return new tokens of the same session, or the refusal
     */
    Outcome<SignIn> switchProfile(Caller caller, ProfileSwitch requested);

    /**
     * A sign-in with a password.
     *
     * @param login e-mail address, phone number or user name
     * @param password as typed
     * @param client the client that makes the request
     */
    record Request(String login, Secret password, ClientInfo client) {

        @Override
        public String toString() {
            return "PasswordLogin[" + client.kind() + "]";
        }
    }

    /**
     * A new password that replaces one that has to be changed.
     *
     * @param ticket as the refused sign-in gave it
     * @param newPassword in plain text; has to satisfy the policy
     * @param client the client that makes the request
     */
    record PasswordReplacement(Secret ticket, Secret newPassword, ClientInfo client) {}

    /**
     * A request to switch the profile.
     *
     * @param profile one of the caller's
     * @param client the client that makes the request
     * @param refresh the session's refresh token, with which a profile can be switched at any time; it is exchanged
     *     for a new one. When null, a recent authentication is required, and the answer has an access token only
     */
    record ProfileSwitch(
            ProfileId profile, ClientInfo client, @Nullable Secret refresh) {

        @Override
        public String toString() {
            return "ProfileSwitch[" + profile + "]";
        }
    }
}
