package dev.lockstile.auth.factor;

import dev.lockstile.auth.event.AuditReference;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.token.Caller;
import java.util.Optional;

/**
 * Resets lost second factors, after the caller has verified the owner's identity by other means. Removes the factors
 * and revokes all sessions, codes and trusted browsers in the same transaction; the owner receives a notice. It does
 * not sign in: the next sign-in requires the first factor and, where the host requires a second one, its enrolment.
 *
 * <p>With {@link SecondFactorSettings#withAdministratorWait} the first call only sends a notice to the owner and
 * returns {@link Reset#WAITING}; the same call after that time resets the factors. A use of one of the factors, a new
 * password, and anything else that ends all sessions of the account cancel a pending reset.
 */
public interface FactorAdministration {

    /**
     * {@return the factors of an account; empty where there is no such account} For host code and administration pages
     * that have checked the caller's permission to read accounts. It checks no permission, so no endpoint may call it.
     * Reads only, in one transaction with at most five queries.
     *
     * @param user the account
     */
    Optional<AccountFactors> factors(UserId user);

    /**
     * Resets the factors of an account on behalf of a recently authenticated superuser; both are checked. Refused for
     * every superuser's account, the caller's included.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param login e-mail address, phone number or user name
     * @param reference the reason, for the audit trail: an {@link AuditReference}
     * @return {@link Reset#DONE}, {@link Reset#WAITING}, or why nothing was changed
     * @throws IllegalArgumentException for an invalid reference
     */
    Reset resetAs(Caller caller, String login, String reference);

    /**
     * Resets the factors of an account given by its key, as {@link #resetAs(Caller, String, String)} does by an
     * identifier.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param user the account to reset
     * @param reference the reason, for the audit trail: an {@link AuditReference}
     * @return {@link Reset#DONE}, {@link Reset#WAITING}, or why nothing was changed
     * @throws IllegalArgumentException for an invalid reference
     */
    Reset resetAs(Caller caller, UserId user, String reference);

    /**
     * Resets the factors of an account, for host code and operators of the process; checks no permission, so no
     * endpoint may call it.
     *
     * @param user the account to reset
     * @param reference as for {@link #resetAs(Caller, String, String)}
     * @return {@link Reset#DONE}, {@link Reset#WAITING}, or why nothing was changed
     * @throws IllegalArgumentException for an invalid reference
     */
    Reset reset(UserId user, String reference);

    /**
     * Resets the factors of an account given by an identifier, as {@link #reset(UserId, String)} does by its key.
     *
     * @param login e-mail address, phone number or user name
     * @param reference as for {@link #resetAs(Caller, String, String)}
     * @return {@link Reset#DONE}, {@link Reset#WAITING}, or why nothing was changed
     * @throws IllegalArgumentException for an invalid reference
     */
    Reset reset(String login, String reference);

    /**
     * Cancels a pending reset on behalf of a recently authenticated superuser; both are checked. Refused for every
     * superuser's account, the caller's included.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param login e-mail address, phone number or user name
     * @param reference as for {@link #resetAs(Caller, String, String)}
     * @return {@link Reset#CANCELLED}, {@link Reset#NONE_WAITS}, or why the call was refused
     * @throws IllegalArgumentException for an invalid reference
     */
    Reset cancelAs(Caller caller, String login, String reference);

    /**
     * Cancels a pending reset of an account given by its key, as {@link #cancelAs(Caller, String, String)} does by an
     * identifier.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param user the account
     * @param reference the reason, for the audit trail: an {@link AuditReference}
     * @return {@link Reset#CANCELLED}, {@link Reset#NONE_WAITS}, or why the call was refused
     * @throws IllegalArgumentException for an invalid reference
     */
    Reset cancelAs(Caller caller, UserId user, String reference);

    /**
     * Cancels a pending reset, for host code and operators of the process; checks no permission.
     *
     * @param login e-mail address, phone number or user name
     * @param reference as for a reset
     * @return false when none is pending
     * @throws IllegalArgumentException for an invalid reference
     */
    boolean cancel(String login, String reference);

    /** The result of a reset of second factors, or of its cancellation. */
    enum Reset {
        /** The factors were removed, all sessions were ended, and a notice is sent to the owner. */
        DONE,
        /**
         * The reset is pending ({@link SecondFactorSettings#withAdministratorWait}): a notice is sent to the owner, and
         * nothing was changed yet. A call after that time performs it.
         */
        WAITING,
        /** The pending reset was cancelled; the factors are unchanged. */
        CANCELLED,
        /** No reset is pending. */
        NONE_WAITS,
        /** No account has that identifier or key. */
        NOT_FOUND,
        /**
         * The caller is not a superuser, or the account is one: a superuser's factors can only be reset by the operator
         * of the server.
         */
        FORBIDDEN,
        /** The caller has a second factor that was not presented in this session. */
        SECOND_FACTOR_REQUIRED,
        /** The caller has to authenticate again. */
        STEP_UP_REQUIRED,
        /** The caller's session has ended. */
        SESSION_ENDED
    }
}
