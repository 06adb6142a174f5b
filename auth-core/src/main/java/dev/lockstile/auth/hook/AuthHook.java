package dev.lockstile.auth.hook;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.token.ClientInfo;
import java.time.Instant;

/**
 * Lets the host veto changes, or make its own in the same transaction. Each method is called inside the transaction of
 * the change, after all checks of the library and before the commit; a veto or an exception rolls back the transaction.
 * To be informed after the commit use an {@link dev.lockstile.auth.event.AuthListener}.
 *
 * <p>Answers to the client after a veto: for a registration the same as for any other, since a different one would
 * reveal whether an address is taken; for a sign-in the same as for a wrong password or code; for a change or deletion
 * of the caller's own account {@code FORBIDDEN}. Only the event has the reason.
 *
 * <p>Called on the calling threads, by many at once, while a connection is held: query the same database and make no
 * network calls. A transaction that collides with another one runs again and calls the hook again, so the hook must
 * have no effects outside the transaction. With {@code JpaAuthStore} access the host's own rows by
 * {@code transactionUnderWay()}.
 */
public interface AuthHook {

    /**
     * Called before an account is opened: by registration, by a code, by another site or by an administrator.
     *
     * @param account the new account, whose rows are already written
     * @return allowed unless overridden
     */
    default Verdict beforeRegistration(NewAccount account) {
        return Verdict.allow();
    }

    /**
     * Called before a session is opened for an authenticated user. Not called when a session is refreshed.
     *
     * @param session the sign-in and its session
     * @return allowed unless overridden
     */
    default Verdict beforeSignIn(NewSession session) {
        return Verdict.allow();
    }

    /**
     * Called before a verified address or number, or a user name, replaces the old one.
     *
     * @param change the new identifier
     * @return allowed unless overridden
     */
    default Verdict beforeIdentifierChange(NewIdentifier change) {
        return Verdict.allow();
    }

    /**
     * Called before an account is marked as deleted, by its owner or by an administrator.
     *
     * @param deletion the account, and by whom it is deleted
     * @return allowed unless overridden
     */
    default Verdict beforeDeletion(Deletion deletion) {
        return Verdict.allow();
    }

    /**
     * Called before an account is merged into another one, so that the host can move its rows. Called before the
     * library moves its own; {@link #beforeDeletion} is not called.
     *
     * @param merge both accounts
     * @return allowed unless overridden
     */
    default Verdict beforeMerge(AccountMerge merge) {
        return Verdict.allow();
    }

    /**
     * An account that is about to be opened.
     *
     * @param user the row written in this transaction, to which the host's rows can refer
     * @param by how it is opened
     * @param at the time of the flow
     */
    record NewAccount(UserInfo user, By by, Instant at) {

        /** How an account is opened. */
        public enum By {
            /** A registration; its address or number is not verified yet. */
            REGISTRATION,
            /** A code that verified an address or number without an account. */
            CODE,
            /** A first sign-in with another site that verified an address without an account. */
            SOCIAL,
            /** An administrator, or the bootstrap secret. */
            ADMINISTRATION
        }
    }

    /**
     * A session that is about to be opened.
     *
     * @param user the authenticated user
     * @param active the profile of the session
     * @param client the client that signs in
     * @param at the time of the flow
     */
    record NewSession(UserInfo user, ProfileInfo active, ClientInfo client, Instant at) {}

    /**
     * A change of an identifier.
     *
     * @param before the account before the change
     * @param next the verified new address or number, or the new user name
     * @param at the time of the flow
     */
    record NewIdentifier(UserInfo before, Identifier next, Instant at) {}

    /**
     * An account that is about to be marked as deleted.
     *
     * @param user the account before the deletion
     * @param byOwner false when an administrator deletes it
     * @param at the time of the flow
     */
    record Deletion(UserInfo user, boolean byOwner, Instant at) {}

    /**
     * Two accounts of one person that are about to be merged.
     *
     * @param from the source account, whose profiles and devices move to the target
     * @param into the target account
     * @param at the time of the flow
     */
    record AccountMerge(UserInfo from, UserInfo into, Instant at) {}
}
