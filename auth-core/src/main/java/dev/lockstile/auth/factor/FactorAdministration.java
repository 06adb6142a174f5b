package dev.lockstile.auth.factor;

import dev.lockstile.auth.event.AuditReference;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.token.Caller;
import java.util.Optional;

/**
 * Removes lost second factors. The caller has made sure by other means who that person
 * is. Ends all sessions, codes and trusted browsers in the same transaction, tells the owner, and signs no account in:
 * the next sign-in takes a first factor, and a new second one where the host wants one.
 *
 * <p>Where {@link SecondFactorSettings#withAdministratorWait} says so, the first call tells the owner and answers
 * {@link Reset#WAITING}, and the same call after that time does it. A factor of the account that is shown meanwhile, a
 * new password, and whatever else ends all its sessions call it off.
 */
public interface FactorAdministration {

    /**
     * {@return by what an account signs in; empty where there is none} For the host's own code and pages of an
     * administration, which have checked that the caller may read accounts; checks no right, so no endpoint may call
     * it. Reads up to five rows or lists in one transaction and changes nothing.
     *
     * @param user whose account
     */
    Optional<AccountFactors> factors(UserId user);

    /**
     * On behalf of a superuser with a recent proof; both are checked. Never a superuser's own account nor another
     * superuser's.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param login e-mail address, phone number or user name
     * @param reference the reason, for the audit trail: an {@link AuditReference}
     * @return whether the factors are gone, the reset waits, or why nothing was changed
     * @throws IllegalArgumentException for a reference that is none
     */
    Reset resetAs(Caller caller, String login, String reference);

    /**
     * Resets by a key, as {@link #resetAs(Caller, String, String)} does by a name.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param user whose factors are taken away
     * @param reference the reason, for the audit trail: an {@link AuditReference}
     * @return whether the factors are gone, the reset waits, or why nothing was changed
     * @throws IllegalArgumentException for a reference that is none
     */
    Reset resetAs(Caller caller, UserId user, String reference);

    /**
     * For the host's own code and operators of the process; checks no right, so no endpoint may call it.
     *
     * @param user whose factors are taken away
     * @param reference as for {@link #resetAs(Caller, String, String)}
     * @return whether the factors are gone, the reset waits, or why nothing was changed
     * @throws IllegalArgumentException for a reference that is none
     */
    Reset reset(UserId user, String reference);

    /**
     * Resets by a name, as {@link #reset(UserId, String)} does by a key.
     *
     * @param login e-mail address, phone number or user name
     * @param reference as for {@link #resetAs(Caller, String, String)}
     * @return whether the factors are gone, the reset waits, or why nothing was changed
     * @throws IllegalArgumentException for a reference that is none
     */
    Reset reset(String login, String reference);

    /**
     * Calls a reset off that waits, on behalf of a superuser with a recent proof; both are checked. Never a reset of a
     * superuser's own factors nor of another superuser's.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param login e-mail address, phone number or user name
     * @param reference as for {@link #resetAs(Caller, String, String)}
     * @return {@link Reset#CANCELLED}, {@link Reset#NONE_WAITS}, or why nothing was looked at
     * @throws IllegalArgumentException for a reference that is none
     */
    Reset cancelAs(Caller caller, String login, String reference);

    /**
     * Calls a reset off by a key, as {@link #cancelAs(Caller, String, String)} does by a name.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param user whose factors stay
     * @param reference the reason, for the audit trail: an {@link AuditReference}
     * @return {@link Reset#CANCELLED}, {@link Reset#NONE_WAITS}, or why nothing was looked at
     * @throws IllegalArgumentException for a reference that is none
     */
    Reset cancelAs(Caller caller, UserId user, String reference);

    /**
     * Calls a reset off that waits. For the host's own code and operators of the process.
     *
     * @param login e-mail address, phone number or user name
     * @param reference as for a reset
     * @return false when none waits
     * @throws IllegalArgumentException for a reference that is none
     */
    boolean cancel(String login, String reference);

    /** How a reset of second factors ended. */
    enum Reset {
        /** The factors are gone, all sessions ended, and the owner was told. No account was signed in. */
        DONE,
        /**
         * It waits, as {@link SecondFactorSettings#withAdministratorWait} says: the owner was told, and nothing is
         * changed yet. Asked for again once that time is over, it is done.
         */
        WAITING,
        /** It waited, and is called off: nothing is changed. */
        CANCELLED,
        /** None waits that could be called off. */
        NONE_WAITS,
        /** No account has that name. */
        NOT_FOUND,
        /** The caller is no superuser, or the account is one: a superuser's factors are reset on the server. */
        FORBIDDEN,
        /** The caller has a second factor and has not shown it in this session. */
        SECOND_FACTOR_REQUIRED,
        /** The caller has to prove again who they are. */
        STEP_UP_REQUIRED,
        /** The caller's session is over. */
        SESSION_ENDED
    }
}
