package dev.lockstile.auth.account;

import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The administration of accounts. Who is authorised differs by method:
 *
 * <ul>
 *   <li>The methods of {@link AuthorizedAdministration}, those that end in {@code As}, and {@link #bootstrapSuperuser}
 *       check for themselves who asks, by the session of a superuser or by the bootstrap secret; an endpoint may call
 *       them.
 *   <li>All others check no right. They are for code that has decided who may call it, by
 *       {@link AdminAuthorization} as the pages do, or by rules of the host; an endpoint calls one of them behind
 *       {@link AdminAuthorization} alone.
 * </ul>
 *
 * The three methods that open accounts of administrators are transactions of their own; the address counts as proven,
 * since the opening code vouches for it. Every other method joins the host's transaction if there is one.
 */
public interface AccountAdministration extends AuthorizedAdministration, AccountMerging {

    /** How far the end of a disabling may lie ahead. */
    Duration LONGEST_DISABLING = Duration.ofDays(3653);

    /**
     * {@return the account as the store holds it; empty when it is not there or deleted} One read.
     *
     * @param user key of the account
     */
    Optional<UserInfo> find(UserId user);

    /**
     * Opens an account, as an invitation or a desk does. The password is hashed before the transaction begins; hooks
     * are asked inside it ({@code NewAccount.By.ADMINISTRATION}). No message is sent. A draft without a password joins
     * the host's transaction like every other call.
     *
     * @param account what the account begins with; at least one identifier
     * @return the opened account, or the refusal: {@link dev.lockstile.auth.outcome.Refusal#IDENTIFIER_TAKEN},
     *     after which a transaction that was joined may be marked for rollback, or
     *     {@link dev.lockstile.auth.outcome.Refusal#FORBIDDEN} for a veto of a hook. Neither is ever passed on to a
     *     client that is not authenticated
     * @throws dev.lockstile.auth.store.ConnectionHeldException for a draft with a password when the calling thread is
     *     in a transaction that holds a connection: it would be held while the password is hashed and looked up
     */
    Outcome<UserInfo> create(AccountDraft account);

    /**
     * Opens an account of a program.
     *
     * @param account how it is called, and its role
     * @return the account that was opened; {@code INVALID_INPUT} and {@code IDENTIFIER_TAKEN} as {@link
     *     #createServiceAccountAs} says, {@code FORBIDDEN} for a veto of a hook
     */
    Outcome<UserInfo> createServiceAccount(ServiceAccount account);

    /**
     * Gives the user's default profile a role. Tokens carry it from the next refresh on, and at once where sessions are
     * checked at each request ({@link dev.lockstile.auth.token.SessionSettings#withSessionCheck}).
     *
     * @param user whose default profile gets the role
     * @param role a declared one in any letter case; where none is declared, 1 to 30 characters, other than the
     *     name of a right
     * @return false when there is no such user
     * @throws IllegalArgumentException for a word that is no role
     */
    boolean setRole(UserId user, String role);

    /**
     * Gives one of the user's profiles a role, as {@link #setRole(UserId, String)} does.
     *
     * @param user whose profile it is
     * @param profile the profile that gets the role
     * @param role a declared one in any letter case; where none is declared, 1 to 30 characters, other than the
     *     name of a right
     * @return false when the user has no such profile
     * @throws IllegalArgumentException for a word that is no role
     */
    boolean setRole(UserId user, ProfileId profile, String role);

    /**
     * Vouches for the e-mail address or phone number that an account goes by: from now on it counts as proven, and
     * receives codes and resets. The password stays; where its author may not hold the address, let
     * the person prove it by a code instead, which drops the password.
     *
     * @param user whose identifier it is
     * @param kind {@link IdentifierKind#EMAIL} or {@link IdentifierKind#PHONE}
     * @return false when there is no such user, the user has no such identifier, or another user owns it by now; then
     *     nothing has changed, and a transaction of the host that was joined may be marked for rollback
     * @throws IllegalArgumentException for a user name, which is never proven
     */
    boolean markVerified(UserId user, IdentifierKind kind);

    /**
     * Disables an account and ends its sessions in one transaction.
     *
     * @param user who cannot sign in from then on
     * @return false when there is no such user
     */
    boolean disable(UserId user);

    /**
     * Disables an account until a moment, or changes that moment. Ends its sessions in the same transaction, as {@link
     * #disable(UserId)} does. From that moment on the account may sign in again; no job is needed. Who is refused until
     * then is told what a wrong password is told, and no end.
     *
     * @param user who cannot sign in until then
     * @param until in the future, within ten years
     * @return false when there is no such user
     * @throws IllegalArgumentException for another moment
     */
    boolean disable(UserId user, Instant until);

    /**
     * Enables a disabled account; its old sessions stay ended.
     *
     * @param user who may sign in again
     * @return false when there is no such user
     */
    boolean enable(UserId user);

    /**
     * Demands a new password at the next sign-in with the present one, such as after it was found in a breach. Ends
     * all sessions and codes in the same transaction. Other ways to sign in stay.
     *
     * @param user whose password may be known to others
     * @return false when there is no such user, or the account has no password or one that is to be replaced already
     */
    boolean requireNewPassword(UserId user);

    /**
     * Marks an account as deleted, frees its identifiers and ends its sessions and codes.
     *
     * @param user whose account is marked; its row stays
     * @return false when there is no such user or a hook is against it; then nothing has changed, and a transaction of
     *     the host that was joined is marked for rollback
     */
    boolean delete(UserId user);

    /**
     * Takes back a deletion: the account, its profiles and devices are there again. It owns again the e-mail address
     * and phone that it had proven or was admitted with, as their columns say them now, but none of it is proven:
     * nothing tells whether another application has written the column since. The first one-time code proves it and
     * drops the password; {@link #markVerified} proves it and keeps the old password, where you know that the value is
     * the person's. The user name comes back if anything had been proven, if the account was admitted, or if it has
     * neither address nor phone; beside an address or phone that is owned it opens only after that proof. Sessions and
     * codes stay ended.
     *
     * @param user whose account was marked as deleted
     * @return false when there is no such deleted user, or another user owns one of the identifiers by now; then
     *     nothing has changed, and a transaction of the host that was joined is marked for rollback
     */
    boolean restore(UserId user);

    /**
     * Ends all sessions and codes of a user, whose account stays as it is.
     *
     * @param user who has to sign in again everywhere
     * @return false when there is no such user
     */
    boolean endSessions(UserId user);

    /**
     * Opens the first superuser's account with the bootstrap secret. Of many calls at once one wins; from then on the
     * secret is dead, also when that superuser is deleted (ASVS 13.2.3). Of wrong secrets ten an hour are told so, the
     * others are throttled; the right one never is, whatever strangers try.
     *
     * @param bootstrapSecret as the caller typed it
     * @param admin the new account; its rank has to be superuser, else this is forbidden
     * @return the opened account, or the refusal
     */
    Outcome<UserInfo> bootstrapSuperuser(Secret bootstrapSecret, NewAdmin admin);

    /**
     * Opens the first superuser's account for the operator of the process, such as a command on the server: no secret
     * is asked for, so nothing that a request reaches may call it. Forbidden while there is a superuser; of many calls
     * at once one wins, and the bootstrap secret is dead from then on. Unlike the secret it works again once every
     * superuser is deleted.
     *
     * @param admin the new account; its rank has to be superuser, else this is forbidden
     * @return the opened account, or the refusal
     */
    Outcome<UserInfo> createFirstSuperuser(NewAdmin admin);

    /**
     * The account of an administrator that is to be opened.
     *
     * @param email as typed; counts as proven
     * @param password in plain text; has to satisfy the policy
     * @param rank what the account may do
     */
    record NewAdmin(String email, Secret password, Rank rank) {

        /** What the account may do. */
        public enum Rank {
            /** Works for the host. */
            STAFF,
            /** May do everything, opening accounts of administrators included. */
            SUPERUSER
        }

        @Override
        public String toString() {
            return "NewAdmin[" + rank + "]";
        }
    }
}
