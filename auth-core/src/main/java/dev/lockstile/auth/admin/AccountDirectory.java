package dev.lockstile.auth.admin;

import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.role.RoleInfo;
import dev.lockstile.auth.token.Caller;
import java.util.List;

/**
 * Lists and shows accounts on behalf of a caller: a superuser, or staff with the permission
 * {@link dev.lockstile.auth.role.AdminPermission#USERS_READ}. Refused with {@code SESSION_ENDED}, {@code FORBIDDEN}
 * and, where the caller has a second factor that was not presented in the session, {@code SECOND_FACTOR_REQUIRED}.
 * Reading requires no recent authentication. Each call uses short read transactions of its own.
 */
public interface AccountDirectory {

    /**
     * {@return a page of the list of users, with the columns of {@link AdminLists}} Empty for a store without lists.
     *
     * @param caller the authenticated caller
     * @param query selects the accounts
     */
    Outcome<AdminLists.Page> list(Caller caller, AdminLists.Query query);

    /**
     * {@return a page of the list of users, for an export} Requires
     * {@link dev.lockstile.auth.role.AdminPermission#USERS_EXPORT} and a recent authentication
     * ({@code STEP_UP_REQUIRED}).
     *
     * @param caller the authenticated caller
     * @param query selects the accounts
     */
    Outcome<AdminLists.Page> export(Caller caller, AdminLists.Query query);

    /**
     * {@return an account with its profiles; {@code NOT_FOUND} when it does not exist} A deleted account has no
     * profiles.
     *
     * @param caller the authenticated caller
     * @param user the account
     */
    Outcome<Account> show(Caller caller, UserId user);

    /**
     * {@return the roles declared in code and by the {@link dev.lockstile.auth.role.RoleSource}, with their
     * permissions; none where the host declares none}
     *
     * @param caller the authenticated caller
     */
    Outcome<List<RoleInfo>> roles(Caller caller);

    /**
     * An account and its profiles.
     *
     * @param user the account
     * @param profiles those not deleted, oldest first
     */
    record Account(UserInfo user, List<ProfileInfo> profiles) {

        /**
         * Copies the list.
         *
         * @param user the account
         * @param profiles those not deleted, oldest first
         */
        public Account {
            profiles = List.copyOf(profiles);
        }
    }
}
