package dev.lockstile.auth.social;

import dev.lockstile.auth.event.AuditReference;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.token.Caller;
import java.util.List;

/**
 * Administration of linked accounts at other sites: unlinks them, for instance one that another person linked, and ends
 * suspensions, after the administrator has verified the facts by other means. Unlinking ends all sessions, trusted
 * browsers and pending sign-ins in the same transaction, and the owner receives a notice; only the owner can link the
 * account again. The last sign-in method is not unlinked ({@link Refusal#LAST_SIGN_IN_METHOD}): disable the account
 * instead.
 */
public interface SocialAdministration {

    /**
     * Lists linked accounts on behalf of a recently authenticated superuser; both are checked. Refused for every
     * superuser's account, the caller's included ({@link Refusal#FORBIDDEN}).
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param owner the account
     * @return the linked accounts, oldest first; {@link Refusal#NOT_FOUND} where there is no such account
     */
    Outcome<List<Account>> accountsAs(Caller caller, Owner owner);

    /**
     * Unlinks an account on behalf of a recently authenticated superuser; both are checked. Refused for every
     * superuser's account, the caller's included.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param owner the account
     * @param accountId the id from {@link #accountsAs}; {@link Refusal#SOCIAL_NOT_FOUND} where it is not linked to
     *     this account
     * @param reference the reason, for the audit trail: an {@link AuditReference}
     * @return true when it was unlinked, or the refusal
     * @throws IllegalArgumentException for an invalid reference
     */
    Outcome<Boolean> unlinkAs(Caller caller, Owner owner, String accountId, String reference);

    /**
     * Ends the suspension of a linked account that its provider has disabled, for instance when the provider no longer
     * sends events; the owner receives a notice. Later events of the provider have effect again. On behalf of a
     * recently authenticated superuser; both are checked. Refused for every superuser's account, the caller's included.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param owner the account
     * @param accountId the id from {@link #accountsAs}; {@link Refusal#SOCIAL_NOT_FOUND} where it is not linked to
     *     this account, {@link Refusal#SOCIAL_NOT_SUSPENDED} where it is not suspended
     * @param reference the reason, for the audit trail: as for {@link #unlinkAs}
     * @return true when the suspension was ended, or the refusal
     * @throws IllegalArgumentException for an invalid reference
     */
    Outcome<Boolean> resumeAs(Caller caller, Owner owner, String accountId, String reference);

    /**
     * Lists linked accounts, also of superusers, for host code and operators of the process; checks no permission, so
     * no endpoint may call it.
     *
     * @param owner the account
     * @return the linked accounts, oldest first; {@link Refusal#NOT_FOUND} where there is no such account
     */
    Outcome<List<Account>> accounts(Owner owner);

    /**
     * Unlinks an account like {@link #unlinkAs}, without a check of permissions; joins the host's transaction if there
     * is one.
     *
     * @param owner the account
     * @param accountId the id from {@link #accounts}; {@link Refusal#SOCIAL_NOT_FOUND} where it is not linked to
     *     this account
     * @param reference the reason, for the audit trail: an {@link AuditReference}
     * @return true when it was unlinked, or the refusal
     * @throws IllegalArgumentException for an invalid reference
     */
    Outcome<Boolean> unlink(Owner owner, String accountId, String reference);

    /**
     * Ends a suspension like {@link #resumeAs}, without a check of permissions; joins the host's transaction if there
     * is one.
     *
     * @param owner the account
     * @param accountId the id from {@link #accounts}; {@link Refusal#SOCIAL_NOT_FOUND} where it is not linked to
     *     this account
     * @param reference the reason, for the audit trail: as for {@link #unlink}
     * @return true when the suspension was ended, or the refusal
     * @throws IllegalArgumentException for an invalid reference
     */
    Outcome<Boolean> resume(Owner owner, String accountId, String reference);

    /** The account whose links are administered. */
    sealed interface Owner {

        /**
         * {@return the account with that key}
         *
         * @param user key of the user
         */
        static Owner of(UserId user) {
            return new ById(user);
        }

        /**
         * {@return the account with that e-mail address, phone number or user name}
         *
         * @param login as typed
         */
        static Owner named(String login) {
            return new ByLogin(login);
        }
    }

    /**
     * The account with that key.
     *
     * @param user key of the user
     */
    record ById(UserId user) implements Owner {}

    /**
     * The account with that e-mail address, phone number or user name.
     *
     * @param login as typed
     */
    record ByLogin(String login) implements Owner {

        @Override
        public String toString() {
            return "ByLogin[...]";
        }
    }

    /**
     * A linked account as shown to an administrator.
     *
     * @param linked the account as shown to its owner
     * @param suspended true while its provider has disabled it, so that it cannot sign in
     */
    record Account(LinkedAccount linked, boolean suspended) {}
}
