package dev.lockstile.auth.social;

import dev.lockstile.auth.event.AuditReference;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.token.Caller;
import java.util.List;

/**
 * The accounts at other sites that are linked to an account, for an administration. It takes a link away, such as one
 * that another person made or one of an employee who has left, and lifts a suspension. The administrator has made sure
 * by other means what is right. Taking a link away ends all sessions, trusted browsers and sign-ins under way in the
 * same transaction and tells the owner; the account stays out until its owner links it. The last way in stays
 * ({@link Refusal#LAST_SIGN_IN_METHOD}): disable an account that is to stay closed.
 */
public interface SocialAdministration {

    /**
     * On behalf of a superuser with a recent proof; both are checked. Never of a superuser, so not of the own account
     * either ({@link Refusal#FORBIDDEN}).
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param owner whose accounts
     * @return oldest first; {@link Refusal#NOT_FOUND} where no account is meant
     */
    Outcome<List<Account>> accountsAs(Caller caller, Owner owner);

    /**
     * On behalf of a superuser with a recent proof; both are checked. Never of a superuser, so not of the own account
     * either.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param owner whose accounts
     * @param accountId as {@link #accountsAs} tells it; {@link Refusal#SOCIAL_NOT_FOUND} where it is not this
     *     person's
     * @param reference the reason, for the audit trail: an {@link AuditReference}
     * @return true when it is gone, or why it stays
     * @throws IllegalArgumentException for a reference that is none
     */
    Outcome<Boolean> unlinkAs(Caller caller, Owner owner, String accountId, String reference);

    /**
     * Lifts the suspension of an account that its provider has disabled, such as one whose provider cannot tell any
     * more that it is enabled again, and tells the owner. What the provider tells of a later time counts again. On
     * behalf of a superuser with a recent proof; both are checked. Never of a superuser, so not of the own account
     * either.
     *
     * @param caller the authenticated caller, whose session has to be live in the store
     * @param owner whose accounts
     * @param accountId as {@link #accountsAs} tells it; {@link Refusal#SOCIAL_NOT_FOUND} where it is not this
     *     person's, {@link Refusal#SOCIAL_NOT_SUSPENDED} where there is nothing to lift
     * @param reference the reason, for the audit trail: as for {@link #unlinkAs}
     * @return true when it is lifted, or why it stays
     * @throws IllegalArgumentException for a reference that is none
     */
    Outcome<Boolean> resumeAs(Caller caller, Owner owner, String accountId, String reference);

    /**
     * For the host's own code and operators of the process; checks no right, so no endpoint may call it. Of
     * superusers too.
     *
     * @param owner whose accounts
     * @return oldest first; {@link Refusal#NOT_FOUND} where no account is meant
     */
    Outcome<List<Account>> accounts(Owner owner);

    /**
     * The same for {@link #unlinkAs}; joins the caller's transaction.
     *
     * @param owner whose accounts
     * @param accountId as {@link #accounts} tells it; {@link Refusal#SOCIAL_NOT_FOUND} where it is not this
     *     person's
     * @param reference the reason, for the audit trail: an {@link AuditReference}
     * @return true when it is gone, or why it stays
     * @throws IllegalArgumentException for a reference that is none
     */
    Outcome<Boolean> unlink(Owner owner, String accountId, String reference);

    /**
     * The same for {@link #resumeAs}; joins the caller's transaction.
     *
     * @param owner whose accounts
     * @param accountId as {@link #accounts} tells it; {@link Refusal#SOCIAL_NOT_FOUND} where it is not this
     *     person's
     * @param reference the reason, for the audit trail: as for {@link #unlink}
     * @return true when it is lifted, or why it stays
     * @throws IllegalArgumentException for a reference that is none
     */
    Outcome<Boolean> resume(Owner owner, String accountId, String reference);

    /** Whose accounts are meant. */
    sealed interface Owner {

        /**
         * {@return the user of that key}
         *
         * @param user key of the user
         */
        static Owner of(UserId user) {
            return new ById(user);
        }

        /**
         * {@return the account of that e-mail address, phone number or user name}
         *
         * @param login as typed
         */
        static Owner named(String login) {
            return new ByLogin(login);
        }
    }

    /**
     * The user of that key.
     *
     * @param user key of the user
     */
    record ById(UserId user) implements Owner {}

    /**
     * The account of that e-mail address, phone number or user name.
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
     * An account at another site as an administrator sees it.
     *
     * @param linked the account as its owner sees it
     * @param suspended true while its provider has it disabled: then it signs no account in
     */
    record Account(LinkedAccount linked, boolean suspended) {}
}
