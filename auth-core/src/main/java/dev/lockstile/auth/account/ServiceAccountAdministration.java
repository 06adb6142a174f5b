package dev.lockstile.auth.account;

import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;

/**
 * Accounts of programs on behalf of a caller, with the authorization and audit of {@link AuthorizedAdministration}. A
 * service account has a user name and a role that is declared
 * {@linkplain dev.lockstile.auth.role.Role#forPrograms() for programs}, and cannot sign in.
 * {@link dev.lockstile.auth.apikey.ApiKeys#createAs} creates its API keys.
 */
public interface ServiceAccountAdministration {

    /**
     * Opens a service account. Requires {@link dev.lockstile.auth.role.AdminPermission#PROGRAMS_MANAGE} and all
     * permissions of the role. Joins the host's transaction if there is one.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param account its user name and role
     * @param reference the reason, for the audit trail
     * @return the opened account; {@code INVALID_INPUT} for an invalid user name and a role that is not for
     *     programs; {@code IDENTIFIER_TAKEN}, {@code FORBIDDEN}, {@code STEP_UP_REQUIRED},
     *     {@code SECOND_FACTOR_REQUIRED}, {@code SESSION_ENDED}
     */
    Outcome<UserInfo> createServiceAccountAs(Caller caller, ServiceAccount account, String reference);

    /**
     * A service account to open.
     *
     * @param username as typed
     * @param role a role that is declared for programs
     */
    record ServiceAccount(String username, String role) {}
}
