package dev.lockstile.auth.account;

import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;

/**
 * Accounts of programs on behalf of a caller, with the rights and the audit of {@link AuthorizedAdministration}. A
 * service account has a user name and a role that is declared {@linkplain dev.lockstile.auth.role.Role#forPrograms()
 * for programs}; no sign-in opens it. Its API keys are made by {@link dev.lockstile.auth.apikey.ApiKeys#createAs}.
 */
public interface ServiceAccountAdministration {

    /**
     * Opens an account of a program. Asks for the permission {@link
     * dev.lockstile.auth.role.AdminPermission#PROGRAMS_MANAGE} and for all that the role permits. Joins the host's
     * transaction if there is one.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param account how it is called, and its role
     * @param reference the reason, for the audit trail
     * @return the account that was opened; {@code INVALID_INPUT} for a user name that is none, and for a role that is
     *     not for programs; {@code IDENTIFIER_TAKEN}, {@code FORBIDDEN}, {@code STEP_UP_REQUIRED}, {@code
     *     SECOND_FACTOR_REQUIRED}, {@code SESSION_ENDED}
     */
    Outcome<UserInfo> createServiceAccountAs(Caller caller, ServiceAccount account, String reference);

    /**
     * A service account that is to be opened.
     *
     * @param username as typed
     * @param role one that is declared for programs
     */
    record ServiceAccount(String username, String role) {}
}
