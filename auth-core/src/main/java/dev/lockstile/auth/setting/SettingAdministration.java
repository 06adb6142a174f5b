package dev.lockstile.auth.setting;

import dev.lockstile.auth.account.AuthorizedAdministration.UserProfile;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of other accounts on behalf of a caller, all declared keys whatever their owner may do with them. Reading
 * asks for {@link dev.lockstile.auth.role.AdminPermission#USERS_READ}, changing for {@link
 * dev.lockstile.auth.role.AdminPermission#SETTINGS_CHANGE} and a recent proof. Refused with {@code SESSION_ENDED},
 * {@code FORBIDDEN} (also for an account with more rights than the caller's), {@code SECOND_FACTOR_REQUIRED}, {@code
 * STEP_UP_REQUIRED}, {@code NOT_FOUND} and {@code PROFILE_NOT_FOUND}. The audit trail names the settings that were
 * changed, not their values.
 *
 * <p>Values are by the names of settings; null takes one out. A value out of its bounds is {@code INVALID_INPUT}, a name
 * that is not declared an {@code IllegalArgumentException}. When another transaction has changed the settings meanwhile,
 * {@link dev.lockstile.auth.store.StoreUnavailableException} says that the call has to be repeated.
 */
public interface SettingAdministration {

    /**
     * {@return the settings of an account and of its profiles}
     *
     * @param caller the authenticated caller
     * @param user whose settings
     */
    Outcome<AccountSettings> show(Caller caller, UserId user);

    /**
     * Changes settings of a user, in the caller's transaction where there is one.
     *
     * @param caller the authenticated caller
     * @param user whose settings
     * @param wanted the new values
     * @param reference the reason, for the audit trail
     * @return false when all were so already
     */
    Outcome<Boolean> changeAs(Caller caller, UserId user, HostValues wanted, String reference);

    /**
     * Changes settings of a profile, in the caller's transaction where there is one.
     *
     * @param caller the authenticated caller
     * @param profile which, and whose it has to be
     * @param wanted the new values
     * @param reference the reason, for the audit trail
     * @return false when all were so already
     */
    Outcome<Boolean> changeAs(Caller caller, UserProfile profile, HostValues wanted, String reference);

    /**
     * Changes settings of the accounts on one page of a list, in the caller's transaction where there is one, else each
     * in one of its own. A refusal of the caller on the way ends it; a repeated call writes what is left.
     *
     * @param caller the authenticated caller
     * @param query which accounts, as {@link dev.lockstile.auth.admin.AccountDirectory#list} finds them
     * @param wanted the new values
     * @param reference the reason, for the audit trail
     */
    Outcome<Changed> changeUsersAs(Caller caller, AdminLists.Query query, HostValues wanted, String reference);

    /**
     * The same for all profiles of these accounts.
     *
     * @param caller the authenticated caller
     * @param query which accounts
     * @param wanted the new values
     * @param reference the reason, for the audit trail
     */
    Outcome<Changed> changeProfilesAs(Caller caller, AdminLists.Query query, HostValues wanted, String reference);

    /**
     * The settings of an account.
     *
     * @param user those of the user
     * @param profiles those of each profile, oldest first
     */
    record AccountSettings(SettingValues user, Map<ProfileId, SettingValues> profiles) {

        /**
         * Copies the map.
         *
         * @param user those of the user
         * @param profiles those of each profile, oldest first
         */
        public AccountSettings {
            profiles = Collections.unmodifiableMap(new LinkedHashMap<>(profiles));
        }
    }

    /**
     * What became of a page.
     *
     * @param changed how many users or profiles were changed
     * @param passedOver how many were not: deleted, with more rights than the caller's, or with settings that fill
     *     their column. Those that were so already are in neither number
     * @param next the {@code after} of the following page; null at the end
     */
    record Changed(int changed, int passedOver, @Nullable String next) {}
}
