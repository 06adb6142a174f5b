package dev.lockstile.auth.account;

import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserInfo;
import java.util.List;

/** What an account shows of itself. */
public sealed interface MeResult {

    /**
     * The account.
     *
     * @param user the account's own data
     * @param profiles those that are not deleted
     * @param active the profile of the caller's session
     */
    record Shown(UserInfo user, List<ProfileInfo> profiles, ProfileInfo active) implements MeResult {
        /**
         * Copies the list.
         *
         * @param user the account's own data
         * @param profiles those that are not deleted
         * @param active the profile of the caller's session
         */
        public Shown {
            profiles = List.copyOf(profiles);
        }
    }

    /** The caller's session is over. */
    record SessionEnded() implements MeResult {}
}
