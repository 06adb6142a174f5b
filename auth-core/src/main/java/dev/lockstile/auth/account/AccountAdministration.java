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
 * Administration of accounts. Authorization differs by method:
 *
 * <ul>
 * <li>Methods whose name ends in {@code As} check the caller's session and permissions, and {@link #bootstrapSuperuser}
 * the bootstrap secret; an endpoint may call them.
 * <li>All others check no permission. Code that calls them has to check the caller itself, by
 * {@link AdminAuthorization} as the pages do or by rules of the host; an endpoint has to use
 * {@link AdminAuthorization}.
 * </ul>
 *
 * The three methods that open accounts of administrators use a transaction of their own; the address counts as
 * verified, since the caller vouches for it. Every other method joins the host's transaction if there is one.
 */
public interface AccountAdministration extends AuthorizedAdministration, AccountMerging {

    /** Maximum duration of a temporary disabling: about ten years. */
    Duration LONGEST_DISABLING = Duration.ofDays(3653);

    /**
     * {@return the account; empty when it does not exist or is deleted} One read.
     *
     * @param user key of the account
     */
    Optional<UserInfo> find(UserId user);

    /**
     * Opens an account on behalf of another person. The password is hashed before the transaction begins; hooks are
     * called inside it ({@code NewAccount.By.ADMINISTRATION}). No message is sent. A draft without a password joins the
     * host's transaction like every other call.
     *
     * @param account the account's data; at least one identifier
     * @return the opened account, or the refusal: {@link dev.lockstile.auth.outcome.Refusal#IDENTIFIER_TAKEN},
     *     after which a joined transaction may be marked for rollback, or
     *     {@link dev.lockstile.auth.outcome.Refusal#FORBIDDEN} for a veto of a hook. Pass neither on to an
     *     unauthenticated client
     * @throws dev.lockstile.auth.store.ConnectionHeldException for a draft with a password when the calling
     *     thread's transaction holds a connection, which would stay occupied while the password is hashed and checked
     */
    Outcome<UserInfo> create(AccountDraft account);

    /**
     * Opens a service account. Joins the host's transaction if there is one.
     *
     * @param account its user name and role
     * @return the opened account; {@code INVALID_INPUT} and {@code IDENTIFIER_TAKEN} as in
     *     {@link #createServiceAccountAs}, {@code FORBIDDEN} for a veto of a hook
     */
    Outcome<UserInfo> createServiceAccount(ServiceAccount account);

    /**
     * Assigns a role to the user's default profile. It takes effect at the next refresh of a token, or within the cache
     * time where sessions are checked at each request
     * ({@link dev.lockstile.auth.token.SessionSettings#withSessionCheck}).
     *
     * @param user the owner of the default profile
     * @param role a declared one in any letter case; where none is declared, 1 to 30 characters, other than the
     *     name of a right
     * @return false when there is no such user
     * @throws IllegalArgumentException for an unknown role
     */
    boolean setRole(UserId user, String role);

    /**
     * Assigns a role to one of the user's profiles, as {@link #setRole(UserId, String)} does.
     *
     * @param user the owner of the profile
     * @param profile the profile to change
     * @param role a declared one in any letter case; where none is declared, 1 to 30 characters, other than the
     *     name of a right
     * @return false when the user has no such profile
     * @throws IllegalArgumentException for an unknown role
     */
    boolean setRole(UserId user, ProfileId profile, String role);

    /**
     * Marks an account's e-mail address or phone number as verified: it then receives codes and reset links. The
     * password is kept. If another person may have set it, let the owner verify the address by a code instead, which
     * removes the password.
     *
     * @param user whose identifier it is
     * @param kind {@link IdentifierKind#EMAIL} or {@link IdentifierKind#PHONE}
     * @return false when there is no such user, the user has no such identifier, or another user owns it by now;
     *     then nothing has changed, and a joined transaction may be marked for rollback
     * @throws IllegalArgumentException for a user name, which cannot be verified
     */
    boolean markVerified(UserId user, IdentifierKind kind);

    /**
     * Disables an account and ends its sessions in the same transaction.
     *
     * @param user the account to disable
     * @return false when there is no such user
     */
    boolean disable(UserId user);

    /**
     * Disables an account until a given time, or changes that time. Ends its sessions in the same transaction, as
     * {@link #disable(UserId)} does. After that time the account can sign in again; no job is needed. Until then
     * sign-ins are refused like those with a wrong password, without the time.
     *
     * @param user the account to disable
     * @param until in the future, within ten years
     * @return false when there is no such user
     * @throws IllegalArgumentException for a time out of these bounds
     */
    boolean disable(UserId user, Instant until);

    /**
     * Enables a disabled account; its ended sessions are not restored.
     *
     * @param user the account to enable
     * @return false when there is no such user
     */
    boolean enable(UserId user);

    /**
     * Requires a new password at the next sign-in with the present one, for instance after it was found in a breach.
     * Ends all sessions and codes in the same transaction. Other sign-in methods still work.
     *
     * @param user the owner of the password
     * @return false when there is no such user, or the account has no password or one that already has to be
     *     replaced
     */
    boolean requireNewPassword(UserId user);

    /**
     * Marks an account as deleted, frees its identifiers and ends its sessions and codes.
     *
     * @param user the account to delete; its row is kept
     * @return false when there is no such user or a hook vetoed it; then nothing has changed, and a joined
     *     transaction is marked for rollback
     */
    boolean delete(UserId user);

    /**
     * Restores a deleted account with its profiles and devices. It owns again the e-mail address and phone number that
     * it had verified or was admitted with, by the present values of their columns. Neither is verified, since another
     * application may have changed the columns. The first one-time code verifies it and removes the password;
     * {@link #markVerified} verifies it and keeps the password, for values known to be the owner's. The user name is
     * restored if an identifier had been verified, if the account was admitted, or if it has neither address nor
     * number; beside an owned address or number it signs in only after that one is verified. Sessions and codes are not
     * restored.
     *
     * @param user the deleted account
     * @return false when there is no such deleted user, or another user owns one of the identifiers by now; then
     *     nothing has changed, and a joined transaction is marked for rollback
     */
    boolean restore(UserId user);

    /**
     * Ends all sessions and codes of a user, without another change of the account.
     *
     * @param user the owner of the sessions
     * @return false when there is no such user
     */
    boolean endSessions(UserId user);

    /**
     * Opens the first superuser's account with the bootstrap secret. One of several concurrent calls succeeds; after
     * that the secret is never accepted again, even when that superuser is deleted (ASVS 13.2.3). Ten wrong secrets per
     * hour are answered as wrong, further ones are throttled; the correct secret is never throttled.
     *
     * @param bootstrapSecret the secret that the caller presents
     * @param admin the new account; a rank other than superuser is refused with {@code FORBIDDEN}
     * @return the opened account, or the refusal
     */
    Outcome<UserInfo> bootstrapSuperuser(Secret bootstrapSecret, NewAdmin admin);

    /**
     * Opens the first superuser's account without a secret, for the operator of the process, such as a command on the
     * server; no endpoint may call it. Refused with {@code FORBIDDEN} while there is a superuser. One of several
     * concurrent calls succeeds, and the bootstrap secret is not accepted after that. Unlike the secret, this works
     * again once every superuser is deleted.
     *
     * @param admin the new account; a rank other than superuser is refused with {@code FORBIDDEN}
     * @return the opened account, or the refusal
     */
    Outcome<UserInfo> createFirstSuperuser(NewAdmin admin);

    /**
     * The account of an administrator to open.
     *
     * @param email as typed; counts as verified
     * @param password in plain text; has to satisfy the policy
     * @param rank what the account may do
     */
    record NewAdmin(String email, Secret password, Rank rank) {

        /** The rights of the account. */
        public enum Rank {
            /** Staff of the host, with the permissions of the role. */
            STAFF,
            /** All permissions, including the opening of administrators' accounts. */
            SUPERUSER
        }

        @Override
        public String toString() {
            return "NewAdmin[" + rank + "]";
        }
    }
}
