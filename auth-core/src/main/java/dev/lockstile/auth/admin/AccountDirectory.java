package dev.lockstile.auth.admin;

import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.role.RoleInfo;
import dev.lockstile.auth.token.Caller;
import java.util.List;

/**
 * Accounts as an administration looks at them, on behalf of a caller: a superuser, or staff with the permission {@link
 * dev.lockstile.auth.role.AdminPermission#USERS_READ}. Refused with {@code SESSION_ENDED}, {@code FORBIDDEN} and, where
 * the account has a second factor that the session has not shown, {@code SECOND_FACTOR_REQUIRED}. Looking needs no
 * recent proof. Each call reads in short transactions of its own.
 */
public interface AccountDirectory {

    /**
     * {@return a page of the list of users, as {@link AdminLists} shows it} A store without lists has an empty one.
     *
     * @param caller the authenticated caller
     * @param query which accounts
     */
    Outcome<AdminLists.Page> list(Caller caller, AdminLists.Query query);

    /**
     * {@return a copy for a copy that leaves the administration} Asks for {@link
     * dev.lockstile.auth.role.AdminPermission#USERS_EXPORT} and a recent proof ({@code STEP_UP_REQUIRED}).
     *
     * @param caller the authenticated caller
     * @param query which accounts
     */
    Outcome<AdminLists.Page> export(Caller caller, AdminLists.Query query);

    /**
     * {@return an account with its profiles; {@code NOT_FOUND} when it is not there} A deleted one has no profiles.
     *
     * @param caller the authenticated caller
     * @param user which account
     */
    Outcome<Account> show(Caller caller, UserId user);

    /**
     * {@return the roles of code and of the {@link dev.lockstile.auth.role.RoleSource}, with what each permits; none
     * where the host declares none}
     *
     * @param caller the authenticated caller
     */
    Outcome<List<RoleInfo>> roles(Caller caller);

    /**
     * An account and its profiles.
     *
     * @param user what the account is known by
     * @param profiles those not deleted, oldest first
     */
    record Account(UserInfo user, List<ProfileInfo> profiles) {

        /**
         * Copies the list.
         *
         * @param user what the account is known by
         * @param profiles those not deleted, oldest first
         */
        public Account {
            profiles = List.copyOf(profiles);
        }
    }
}
