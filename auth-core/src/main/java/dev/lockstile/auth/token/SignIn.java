package dev.lockstile.auth.token;

import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person who is in.
 *
 * @param user the account
 * @param profiles the user's own, oldest first
 * @param active the one in which the user acts
 * @param tokens of the new session
 * @param deviceRegistered true when a device row was linked
 * @param trustedDevice to be kept by the client, across sign-outs too, and shown at the next sign-in
 *     ({@link ClientEvidence}). Bound to this account; it lets nobody in. Worth nothing after 30 days without use, a
 *     change or reset of the password by somebody else, and a sign-out everywhere. Null after a profile switch by an
 *     access token alone, so that a stolen one becomes no trusted device
 */
public record SignIn(
        UserInfo user,
        List<ProfileInfo> profiles,
        ProfileInfo active,
        TokenPair tokens,
        boolean deviceRegistered,
        @Nullable Secret trustedDevice) {

    /**
     * Copies the list.
     *
     * @param user the account
     * @param profiles the user's own, oldest first
     * @param active the one in which the user acts
     * @param tokens of the new session
     * @param deviceRegistered true when a device row was linked
     * @param trustedDevice to be kept by the client, across sign-outs too, and shown at the next sign-in ({@link
     *     ClientEvidence}). Bound to this account; it lets nobody in. Worth nothing after 30 days without use, a change
     *     or reset of the password by somebody else, and a sign-out everywhere. Null after a profile switch by an
     *     access token alone, so that a stolen one becomes no trusted device
     */
    public SignIn {
        profiles = List.copyOf(profiles);
    }
}
