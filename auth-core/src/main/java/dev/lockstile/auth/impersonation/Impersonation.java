package dev.lockstile.auth.impersonation;

import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;

/**
 * Lets staff act for an account. They get an access token that is good for 15 minutes and names both (RFC 8693 4.1,
 * claim {@code act}); there is no refresh token. {@link Caller#actor()} tells a host who acts.
 *
 * <p>Who acts for an account changes neither credentials, addresses, numbers, names to sign in by, factors nor API
 * keys of it, gives no proof of identity, deletes nothing, and acts for no further account. Every act stands in the
 * audit trail with both users. The session ends with {@code Sessions.logout} in it, with the session in which it began,
 * and where its owner ends it.
 */
public interface Impersonation {

    /** {@return whether the host lets staff act for accounts} */
    default boolean isServed() {
        return true;
    }

    /**
     * Begins to act for an account, in a short transaction of its own. The caller needs the permission {@link
     * dev.lockstile.auth.role.AdminPermission#USERS_IMPERSONATE}, two factors and a recent proof of identity.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param user whose account it is
     * @param reference the reason, for the audit trail: an {@link dev.lockstile.auth.event.AuditReference}
     * @return the token; {@code FORBIDDEN} without the permission, for a caller who acts for an account already, and
     *     for an account with a right or a permission that new accounts have not; {@code NOT_FOUND}; {@code
     *     ACCOUNT_UNAVAILABLE} for a disabled account; {@code SESSION_ENDED}, {@code SECOND_FACTOR_REQUIRED}, {@code
     *     STEP_UP_REQUIRED}, {@code IMPERSONATION_OFF}
     * @throws IllegalArgumentException for a reference that is none
     */
    Outcome<Acting> begin(Caller caller, UserId user, String reference);

    /**
     * What acts for an account.
     *
     * @param accessToken of the account, with the actor in it
     * @param expiresAt when it runs out
     * @param session which ends at that time too
     * @param user whose account it is
     */
    record Acting(Secret accessToken, Instant expiresAt, SessionId session, UserId user) {}
}
