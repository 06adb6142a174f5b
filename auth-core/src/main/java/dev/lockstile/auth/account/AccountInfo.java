package dev.lockstile.auth.account;

import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as shown to its owner.
 *
 * @param user the account's own data
 * @param profiles those that are not deleted
 * @param active the profile of the caller's session
 * @param deletionDue when the account will be deleted; null where no deletion is pending, and in the answer to a
 *     change
 */
public record AccountInfo(
        UserInfo user,
        List<ProfileInfo> profiles,
        ProfileInfo active,
        @Nullable Instant deletionDue) {

    /**
     * Copies the list.
     *
     * @param user the account's own data
     * @param profiles those that are not deleted
     * @param active the profile of the caller's session
     * @param deletionDue when the account will be deleted; null where no deletion is pending
     */
    public AccountInfo {
        profiles = List.copyOf(profiles);
    }

    /**
     * Creates the data of an account without a pending deletion.
     *
     * @param user the account's own data
     * @param profiles those that are not deleted
     * @param active the profile of the caller's session
     */
    public AccountInfo(UserInfo user, List<ProfileInfo> profiles, ProfileInfo active) {
        this(user, profiles, active, null);
    }

    /**
     * {@return a copy with the time of a pending deletion}
     *
     * @param due null where no deletion is pending
     */
    public AccountInfo closing(@Nullable Instant due) {
        return new AccountInfo(user, profiles, active, due);
    }
}
