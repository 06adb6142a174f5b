package dev.lockstile.auth.account;

import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account shows of itself.
 *
 * @param user the account's own data
 * @param profiles those that are not deleted
 * @param active the profile of the caller's session
 * @param deletionDue when the account is to be deleted, as {@link OwnAccount#me} tells; null where no deletion waits,
 *     and in the answer to a change
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
     * @param deletionDue when the account is to be deleted; null where no deletion waits
     */
    public AccountInfo {
        profiles = List.copyOf(profiles);
    }

    /**
     * Of an account whose deletion does not wait.
     *
     * @param user the account's own data
     * @param profiles those that are not deleted
     * @param active the profile of the caller's session
     */
    public AccountInfo(UserInfo user, List<ProfileInfo> profiles, ProfileInfo active) {
        this(user, profiles, active, null);
    }

    /**
     * {@return a copy with the day of a deletion}
     *
     * @param due null where none waits
     */
    public AccountInfo closing(@Nullable Instant due) {
        return new AccountInfo(user, profiles, active, due);
    }
}
