package dev.lockstile.auth.store;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Users, read and written in the transaction of an {@link AuthTx}. Except for {@link #deleted} and {@link #restore},
 * deleted users count as not existing.
 */
public interface UserStore {

    /**
     * {@return the owner of an identifier, with all profiles; empty when it has no owner} Runs one statement with one
     * index lookup.
     *
     * @param kind kind of the identifier
     * @param key identifier key
     */
    Optional<StoredUser> byKey(IdentifierKind kind, String key);

    /**
     * {@return the user with this key, with all profiles; empty when there is none} Runs one statement.
     *
     * @param id key of the user
     */
    Optional<StoredUser> byId(UserId id);

    /**
     * Adds a user. An identifier key that another row holds makes the enclosing work fail with
     * {@link KeyTakenException}.
     *
     * @param user the values of the row
     * @return the key of the new row
     */
    UserId insert(NewUser user);

    /**
     * Makes the user the owner of a proven identifier. An identifier that another user owns makes the enclosing work
     * fail with {@link KeyTakenException}.
     *
     * @param id key of the user
     * @param identifier in canonical form
     * @param verifiedAt when it was proven; not stored for a user name
     * @return false when the user does not exist
     */
    boolean claim(UserId id, Identifier identifier, Instant verifiedAt);

    /**
     * Removes ownership and proof of an identifier whose column another application has changed, so that the person who
     * proves the identifier can own it. The value in the column stays.
     *
     * <p>If an e-mail address or phone number was unproven, its key becomes that of
     * {@link dev.lockstile.auth.model.IdentifierKeys#ofNobody}, so that the account still counts as one with an
     * identifier to prove.
     *
     * @param id key of the user
     * @param kind kind of the identifier
     * @param key identifier key as read
     * @param value value of the column as read
     * @return false when key or value has changed since it was read, or the user does not exist
     */
    boolean disown(UserId id, IdentifierKind kind, String key, @Nullable String value);

    /**
     * Removes ownership of the user's unproven e-mail address and phone number; their values stay. From then on the
     * account is not admitted, see {@link dev.lockstile.auth.model.UserInfo#isAdmitted}.
     *
     * @param id key of the user
     * @param now the time at which the flow began
     */
    void releaseUnproven(UserId id, Instant now);

    /**
     * Notes a sign-in if the account is active. A temporary disabling that has ended is removed.
     *
     * @param id key of the user
     * @param now the time at which the flow began
     * @return false when the account is disabled, or does not exist
     */
    boolean recordLogin(UserId id, Instant now);

    /**
     * Notes a sign-in by password, as {@link #recordLogin} does, if the password hash is still the one that was
     * compared.
     *
     * @param id key of the user
     * @param seen the hash that was compared
     * @param now the time at which the flow began
     * @return false when the hash has changed, possibly to a better one of the same password, or {@link #recordLogin}
     *     would return false
     */
    boolean recordPasswordLogin(UserId id, Secret seen, Instant now);

    /**
     * Replaces the password hash by another one of the same password if it has not changed since it was read. Neither
     * the time of the last change of the row nor that of the password changes.
     *
     * @param id key of the user
     * @param seen the hash as read
     * @param better another hash of the same password
     * @return false when the hash has changed, or the user does not exist
     */
    boolean upgradePassword(UserId id, Secret seen, Secret better);

    /**
     * Sets a new password if the password has not changed since it was read.
     *
     * @param id key of the user
     * @param hash hash of the new password
     * @param changedAt {@link StoredUser#passwordChangedAt()} as read
     * @param now the time at which the flow began
     * @return false when the password has changed, or the user does not exist
     */
    boolean changePassword(UserId id, Secret hash, @Nullable Instant changedAt, Instant now);

    /**
     * Sets or removes the password unconditionally.
     *
     * @param id key of the user
     * @param hash hash of the new password; null for none
     * @param now the time at which the flow began
     * @return false when the user does not exist
     */
    boolean resetPassword(UserId id, @Nullable Secret hash, Instant now);

    /**
     * Removes the password of an account without a proven e-mail address or phone number if it has not changed since it
     * was read. It counts as a change of the password.
     *
     * @param id key of the user
     * @param seen the hash as read
     * @param now the time at which the flow began
     * @return false when the hash has changed, an identifier was proven, or the user does not exist
     */
    boolean dropUnprovenPassword(UserId id, Secret seen, Instant now);

    /**
     * Removes what was set on an account before its first proof: the password, an unproven e-mail address or phone
     * number, a user name that is not owned, and the acceptance of the terms. It counts as a change of the password.
     *
     * @param id key of the user
     * @param now the time at which the flow began
     * @return false when the user does not exist
     */
    boolean eraseUnproven(UserId id, Instant now);

    /**
     * Replaces the settings if they have not changed since they were read.
     *
     * @param id key of the user
     * @param seen the settings as read
     * @param next the new settings
     * @param now the time at which the flow began
     * @return false when the settings have changed, or the user does not exist
     */
    boolean replaceSettings(UserId id, SettingsJson seen, SettingsJson next, Instant now);

    /**
     * Disables an account for a time, or changes the end of that time. The columns keep these values until the next
     * sign-in; {@link dev.lockstile.auth.model.UserInfo.Status#at} returns the status in effect.
     *
     * @param id key of the user
     * @param until when the account becomes active again
     * @param now the time at which the flow began
     * @return false when the user does not exist
     */
    boolean disableUntil(UserId id, Instant until, Instant now);

    /**
     * Enables an account, or disables it without an end.
     *
     * @param id key of the user
     * @param active false to disable
     * @param now the time at which the flow began
     * @return false when the user does not exist
     */
    boolean setActive(UserId id, boolean active, Instant now);

    /**
     * Moves the profiles, devices and accounts at other sites of one user to another. None of the moved profiles is a
     * default profile. Deleted rows are not moved. The caller must hold a lock on the rows of both users.
     *
     * @param from the user whose rows move
     * @param into the user to whom they move
     * @param providers names of the providers whose accounts move
     * @param now the time at which the flow began
     */
    void moveOwned(UserId from, UserId into, Set<String> providers, Instant now);

    /**
     * Marks a user as deleted together with the user's profiles, devices and accounts at other sites. Removes ownership
     * of the identifiers, ends the sessions and, as {@link CodeStore#endAll} does, the codes, and removes the hashes of
     * former passwords. Second factors, trusted browsers and API keys do not change.
     *
     * @param id key of the user
     * @param now the time at which the flow began
     * @return false when the user does not exist
     */
    boolean softDelete(UserId id, Instant now);

    /**
     * {@return the deleted user with this key; empty when there is none or the user is not deleted}
     *
     * @param id key of the user
     */
    Optional<StoredUser> deleted(UserId id);

    /**
     * Removes the mark of deletion from the user and from the profiles and devices that were deleted together with the
     * user. Sessions and codes stay ended, and accounts at other sites stay unlinked. One conditional update lets one
     * of several callers win.
     *
     * <p>An identifier that another user owns meanwhile makes the enclosing work fail with {@link KeyTakenException}.
     *
     * @param id key of the user
     * @param owned the identifiers to own again, without their former proof; an e-mail address or phone number among
     *     them ends the admission of the account
     * @param now the time at which the flow began
     * @return false when the user is not deleted
     */
    boolean restore(UserId id, List<Identifier> owned, Instant now);

    /**
     * Locks the user's row until the transaction ends, so that changes of rows that belong to the user run one after
     * the other. The row counts as changed.
     *
     * @param id key of the user
     * @param now the time at which the flow began
     * @return false when the user does not exist
     */
    boolean lock(UserId id, Instant now);

    /**
     * Notes that the user has accepted the terms, unless that was noted before.
     *
     * @param id key of the user
     * @param now the time at which the flow began
     */
    void acceptTerms(UserId id, Instant now);

    /**
     * {@return up to 100 superusers who are active and not deleted, in order of their keys} Runs one statement.
     *
     * @param now the current time; a disabling that has ended by then is ignored
     */
    List<UserId> superusers(Instant now);

    /** {@return true when there is a superuser who is not deleted, active or not} */
    boolean anySuperuser();
}
