package dev.lockstile.auth.login;

import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientInfo;
import org.jspecify.annotations.Nullable;

/**
 * A request to act in another profile.
 *
 * @param profile one of the caller's
 * @param client where the request comes from
 * @param refresh the session's refresh token, with which a profile may be switched at any time; it is exchanged for a new
 *     one. Without it the person's last proof has to be recent, and the answer holds an access token alone
 */
public record ProfileSwitch(
        ProfileId profile, ClientInfo client, @Nullable Secret refresh) {

    @Override
    public String toString() {
        return "ProfileSwitch[" + profile + "]";
    }
}
