package dev.lockstile.auth.hook;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.token.ClientInfo;
import java.time.Instant;

/**
 * The host's say before something becomes true. Each method is asked inside the transaction that would make it so,
 * after every check of the library and before the commit; a veto, or an exception, rolls back all of it. What only
 * wants to know what happened is an {@link dev.lockstile.auth.event.AuthListener}, which is told after the commit.
 *
 * <p>What a person learns of a veto: at a registration nothing (the answer is that of any other one, else it would tell
 * whether an address is taken); at a sign-in what a wrong password or code tells; at a change or deletion of the own
 * account, where the person is signed in, that it is not allowed. The reason goes into the event alone.
 *
 * <p>Called by the threads of the flows, many at once, while a connection is held: look into the same database, never
 * over the network. A transaction that collides with another one runs again, and asks again; so leave no trace outside
 * of it. Within {@code JpaAuthStore} its {@code transactionUnderWay()} is the way to rows of one's own.
 */
public interface AuthHook {

    /**
     * Before an account is opened: by registration, by a code, or for an administrator.
     *
     * @param account the account as it would be, with its rows already written
     * @return allowed unless overridden
     */
    default Verdict beforeRegistration(NewAccount account) {
        return Verdict.allow();
    }

    /**
     * Before an authenticated user gets a session. Not asked when a session is renewed.
     *
     * @param session the sign-in that would end in a session
     * @return allowed unless overridden
     */
    default Verdict beforeSignIn(NewSession session) {
        return Verdict.allow();
    }

    /**
     * Before a proven address or number, or a user name, takes the place of the old one.
     *
     * @param change the identifier that would take the old one's place
     * @return allowed unless overridden
     */
    default Verdict beforeIdentifierChange(NewIdentifier change) {
        return Verdict.allow();
    }

    /**
     * Before an account is marked as deleted, by its owner or by the administration.
     *
     * @param deletion whose account, and who asked
     * @return allowed unless overridden
     */
    default Verdict beforeDeletion(Deletion deletion) {
        return Verdict.allow();
    }

    /**
     * Before an account becomes part of another one: the place to move the host's rows from the one to the other. Asked
     * before anything of the library has moved; {@link #beforeDeletion} is not asked.
     *
     * @param merge both accounts
     * @return allowed unless overridden
     */
    default Verdict beforeMerge(AccountMerge merge) {
        return Verdict.allow();
    }

    /**
     * An account that is about to be.
     *
     * @param user as it stands in the database now, to be referred to by the host's own rows
     * @param by what opens it
     * @param at the time of the flow
     */
    record NewAccount(UserInfo user, By by, Instant at) {

        /** What opens an account. */
        public enum By {
            /** A registration; its address or number is not proven yet. */
            REGISTRATION,
            /** A code that proved an unowned address or number. */
            CODE,
            /** A first sign-in with another site that proved an unowned address. */
            SOCIAL,
            /** An administrator, or the bootstrap secret. */
            ADMINISTRATION
        }
    }

    /**
     * A session that is about to be opened.
     *
     * @param user who has proven who they are
     * @param active the profile they would act in
     * @param client where they come from
     * @param at the time of the flow
     */
    record NewSession(UserInfo user, ProfileInfo active, ClientInfo client, Instant at) {}

    /**
     * A change of what a person signs in by.
     *
     * @param before the account as it was
     * @param next the new address or number, proven, or the new user name
     * @param at the time of the flow
     */
    record NewIdentifier(UserInfo before, Identifier next, Instant at) {}

    /**
     * An account that is about to be marked as deleted.
     *
     * @param user the account as it is
     * @param byOwner false when the host's administration deletes it
     * @param at the time of the flow
     */
    record Deletion(UserInfo user, boolean byOwner, Instant at) {}

    /**
     * Two accounts of one person of which one is about to stay.
     *
     * @param from the account that ends, as it is; its profiles and devices become those of the other one
     * @param into the account that stays, as it is
     * @param at the time of the flow
     */
    record AccountMerge(UserInfo from, UserInfo into, Instant at) {}
}
