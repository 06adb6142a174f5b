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
 * Settings of other accounts on behalf of a caller: all declared keys, also those that owners cannot see or change.
 * Reading requires {@link dev.lockstile.auth.role.AdminPermission#USERS_READ}; changing requires
 * {@link dev.lockstile.auth.role.AdminPermission#SETTINGS_CHANGE} and a recent authentication. Refused with
 * {@code SESSION_ENDED}, {@code FORBIDDEN} (also for an account with more rights than the caller's),
 * {@code SECOND_FACTOR_REQUIRED}, {@code STEP_UP_REQUIRED}, {@code NOT_FOUND} and {@code PROFILE_NOT_FOUND}. The audit
 * trail records the names of changed settings, not their values.
 *
 * <p>Values are given by the names of settings; null removes one. A value out of its bounds is refused with
 * {@code INVALID_INPUT}; an undeclared name is an {@code IllegalArgumentException}. A
 * {@link dev.lockstile.auth.store.StoreUnavailableException} is also thrown when another transaction changed the
 * settings meanwhile; repeat the call.
 */
public interface SettingAdministration {

    /**
     * {@return the settings of an account and of its profiles}
     *
     * @param caller the authenticated caller
     * @param user the account
     */
    Outcome<AccountSettings> show(Caller caller, UserId user);

    /**
     * Changes settings of a user, in the host's transaction if there is one.
     *
     * @param caller the authenticated caller
     * @param user the account
     * @param wanted the new values
     * @param reference the reason, for the audit trail
     * @return false when all values were the same before
     */
    Outcome<Boolean> changeAs(Caller caller, UserId user, HostValues wanted, String reference);

    /**
     * Changes settings of a profile, in the host's transaction if there is one.
     *
     * @param caller the authenticated caller
     * @param profile the profile and its owner
     * @param wanted the new values
     * @param reference the reason, for the audit trail
     * @return false when all values were the same before
     */
    Outcome<Boolean> changeAs(Caller caller, UserProfile profile, HostValues wanted, String reference);

    /**
     * Changes settings of the accounts on one page of a list, in the host's transaction if there is one, otherwise in
     * one transaction for each account. A refusal of the caller in between ends the call; a repeated call writes the
     * remaining ones.
     *
     * @param caller the authenticated caller
     * @param query selects the accounts, as for {@link dev.lockstile.auth.admin.AccountDirectory#list}
     * @param wanted the new values
     * @param reference the reason, for the audit trail
     * @return how many accounts or profiles were changed, and where the next page begins
     */
    Outcome<Changed> changeUsersAs(Caller caller, AdminLists.Query query, HostValues wanted, String reference);

    /**
     * Changes settings of all profiles of the accounts on one page of a list, like {@link #changeUsersAs}.
     *
     * @param caller the authenticated caller
     * @param query selects the accounts
     * @param wanted the new values
     * @param reference the reason, for the audit trail
     * @return how many accounts or profiles were changed, and where the next page begins
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
     * The result for a page.
     *
     * @param changed how many users or profiles were changed
     * @param passedOver how many were skipped: deleted, with more rights than the caller, or with settings that
     *     would not fit their column. Those with the same values before are in neither number
     * @param next the {@code after} of the next page; null at the end
     */
    record Changed(int changed, int passedOver, @Nullable String next) {}
}
