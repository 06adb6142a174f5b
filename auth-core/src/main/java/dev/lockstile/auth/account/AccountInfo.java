package dev.lockstile.auth.account;

import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserInfo;
import java.util.List;

/**
 * What an account shows of itself.
 *
 * @param user the account's own data
 * @param profiles those that are not deleted
 * @param active the profile of the caller's session
 */
public record AccountInfo(UserInfo user, List<ProfileInfo> profiles, ProfileInfo active) {

    /**
     * Copies the list.
     *
     * @param user the account's own data
     * @param profiles those that are not deleted
     * @param active the profile of the caller's session
     */
    public AccountInfo {
        profiles = List.copyOf(profiles);
    }
}
