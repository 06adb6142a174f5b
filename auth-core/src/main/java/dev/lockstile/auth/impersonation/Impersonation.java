package dev.lockstile.auth.impersonation;

import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;

/**
 * Lets staff act on behalf of an account. They receive an access token that is valid for 15 minutes and names both (RFC
 * 8693 4.1, claim {@code act}); there is no refresh token. {@link Caller#actor()} is the member of staff.
 *
 * <p>An actor cannot change credentials, addresses, numbers, user names, factors or API keys of the account, cannot
 * authenticate again, delete the account, or act on behalf of another one. The audit trail records every act with both
 * users. The session ends by {@code Sessions.logout}, with the session of the member of staff, or when the owner ends
 * it.
 */
public interface Impersonation {

    /** {@return whether the host lets staff act on behalf of accounts} */
    default boolean isServed() {
        return true;
    }

    /**
     * Starts to act on behalf of an account, in a short transaction of its own. The caller needs the permission
     * {@link dev.lockstile.auth.role.AdminPermission#USERS_IMPERSONATE} and a recent authentication with two factors.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param user the account
     * @param reference the reason, for the audit trail: an {@link dev.lockstile.auth.event.AuditReference}
     * @return the token; {@code FORBIDDEN} without the permission, for a caller who already acts on behalf of an
     *     account, and for an account with a right or with a permission that new accounts lack; {@code NOT_FOUND};
     *     {@code ACCOUNT_UNAVAILABLE} for a disabled account; {@code SESSION_ENDED}, {@code SECOND_FACTOR_REQUIRED},
     *     {@code STEP_UP_REQUIRED}, {@code IMPERSONATION_OFF}
     * @throws IllegalArgumentException for an invalid reference
     */
    Outcome<Acting> begin(Caller caller, UserId user, String reference);

    /**
     * The access of a member of staff to an account.
     *
     * @param accessToken a token of the account, with the actor
     * @param expiresAt when it expires
     * @param session its session, which ends at the same time
     * @param user the account
     */
    record Acting(Secret accessToken, Instant expiresAt, SessionId session, UserId user) {}
}
