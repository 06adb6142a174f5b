package dev.lockstile.auth.token;

import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserInfo;
import java.util.List;

/**
 * A person who is in.
 *
 * @param profiles the user's own, oldest first
 * @param active the one in which the user acts
 * @param deviceRegistered true when a device row was linked
 */
public record SignIn(
        UserInfo user, List<ProfileInfo> profiles, ProfileInfo active, TokenPair tokens, boolean deviceRegistered) {

    public SignIn {
        profiles = List.copyOf(profiles);
    }
}
