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

/** Users in a transaction. Deleted users are left out everywhere. */
public interface UserStore {

    /**
     * {@return the user who owns an identifier, with all profiles; empty without an owner} One index probe and one
     * statement.
     *
     * @param kind of the identifier
     * @param key of its canonical form
     */
    Optional<StoredUser> byKey(IdentifierKind kind, String key);

    /**
     * {@return the user of that id, with all profiles; empty when there is none} One statement.
     *
     * @param id key of the user
     */
    Optional<StoredUser> byId(UserId id);

    /**
     * Adds a user. A key that another row holds ends the work with {@link KeyTakenException}.
     *
     * @param user to be added
     * @return the key of the new row
     */
    UserId insert(NewUser user);

    /**
     * Makes the user the proven owner of an identifier.
     *
     * @param id key of the user
     * @param identifier in canonical form
     * @param verifiedAt when it was proven
     * @return false when the user is gone; an identifier that another user owns ends the work with
     *     {@link KeyTakenException}
     */
    boolean claim(UserId id, Identifier identifier, Instant verifiedAt);

    /**
     * Gives up an identifier whose stored value is not the one that its key was made for, with its proof, so that
     * its prover can own it; the value stays as mere text. An address or number that had no proof leaves the key
     * without an owner ({@link dev.lockstile.auth.model.IdentifierKeys#ofNobody}), so that a name which waited for the
     * proof still does.
     *
     * @param id key of the user
     * @param kind of the identifier
     * @param key as it was seen
     * @param value as it was seen; what was changed meanwhile is left alone
     * @return false when one of the two is another by now, or the user is gone
     */
    boolean disown(UserId id, IdentifierKind kind, String key, @Nullable String value);

    /**
     * Gives up the identifiers the user owns without having proven them, e-mail and phone; they stay as mere text. From
     * now on the account is not admitted any more, see {@link dev.lockstile.auth.model.UserInfo#isAdmitted}.
     *
     * @param id key of the user
     * @param now the time of the flow
     */
    void releaseUnproven(UserId id, Instant now);

    /**
     * Notes a sign-in, if the account may act now. What is left of a disabling whose time is over goes.
     *
     * @param id key of the user
     * @param now the time of the flow
     * @return false when it was disabled or deleted meanwhile
     */
    boolean recordLogin(UserId id, Instant now);

    /**
     * Notes a sign-in by password, if the account may act now and the hash still is the one that was compared, whatever
     * replaced it: the person, an administrator, an import or its rollback.
     *
     * @param id key of the user
     * @param seen the hash that was compared
     * @param now the time of the flow
     * @return false also when it is a better one of the same password by now: compare that one
     */
    boolean recordPasswordLogin(UserId id, Secret seen, Instant now);

    /**
     * Replaces a hash by a better one of the same password, if it still is the one that was seen.
     *
     * @param id key of the user
     * @param seen the hash that was compared
     * @param better of the same password
     * @return false when the hash is another one by now, or the user is gone
     */
    boolean upgradePassword(UserId id, Secret seen, Secret better);

    /**
     * Sets a new password, if the person has not changed it since.
     *
     * @param id key of the user
     * @param hash of the new password
     * @param changedAt the last change as it was when the old hash was read
     * @param now the time of the flow
     * @return false when the person has changed it since, or the user is gone
     */
    boolean changePassword(UserId id, Secret hash, @Nullable Instant changedAt, Instant now);

    /**
     * Sets or, with null, takes away the password, whatever it was.
     *
     * @param id key of the user
     * @param hash of the new password; null for none
     * @param now the time of the flow
     * @return false when the user is gone
     */
    boolean resetPassword(UserId id, @Nullable Secret hash, Instant now);

    /**
     * Takes away the password of an account without a proven address or number, if it still is the one
     * that was seen; counts as a change.
     *
     * @param id key of the user
     * @param seen the hash that was compared
     * @param now the time of the flow
     * @return false when one was proven or the password changed meanwhile, or the user is gone
     */
    boolean dropUnprovenPassword(UserId id, Secret seen, Instant now);

    /**
     * Takes away what was set on an account before the one proof it has: the password, the e-mail address and the phone
     * number unless proven, the user name unless owned, and the acceptance of the terms. What is proven stays.
     *
     * @param id key of the user
     * @param now the time of the flow
     * @return false when the user is gone
     */
    boolean eraseUnproven(UserId id, Instant now);

    /**
     * Replaces the settings, if they still are the ones that were seen.
     *
     * @param id key of the user
     * @param seen as they were read
     * @param next take their place
     * @param now the time of the flow
     * @return false when they are others by now, or the user is gone
     */
    boolean replaceSettings(UserId id, SettingsJson seen, SettingsJson next, Instant now);

    /**
     * Disables an account for a time, or changes the end of its disabling. The row stays disabled beyond that time,
     * until the next sign-in; {@link dev.lockstile.auth.model.UserInfo.Status#at} computes the effective status.
     *
     * @param id key of the user
     * @param until from then on the account may act again, and its sign-ins are noted
     * @param now the time of the flow
     * @return false when the user is gone
     */
    boolean disableUntil(UserId id, Instant until, Instant now);

    /**
     * Disables an account without an end, or enables it.
     *
     * @param id key of the user
     * @param active false disables
     * @param now the time of the flow
     * @return false when the user is gone
     */
    boolean setActive(UserId id, boolean active, Instant now);

    /**
     * Gives the profiles, devices and accounts at other sites of a user to another one. No profile stays the default
     * one. What is deleted stays where it is. The caller holds both users.
     *
     * @param from whose they are
     * @param into whose they are then
     * @param providers the sites whose accounts move
     * @param now the time of the flow
     */
    void moveOwned(UserId from, UserId into, Set<String> providers, Instant now);

    /**
     * Marks the user and all that belongs to the user as deleted, and frees the identifiers.
     *
     * @param id key of the user
     * @param now the time of the flow
     * @return false when the user is gone
     */
    boolean softDelete(UserId id, Instant now);

    /**
     * {@return the user of that id who is deleted, without profiles; empty when there is none or the user is not
     * deleted}
     *
     * @param id key of the user
     */
    Optional<StoredUser> deleted(UserId id);

    /**
     * Takes the mark of deletion away from the user and from the profiles and devices that were deleted together with
     * the user; sessions and codes stay ended, links to other sites released. One conditional update decides who
     * restores.
     *
     * @param id key of the user
     * @param owned the identifiers to own again, without the proof they had; with an e-mail address or a phone among
     *     them the user is not admitted any more. One that another user owns by now ends the work with
     *     {@link KeyTakenException}
     * @param now the time of the flow
     * @return false when the user is not deleted
     */
    boolean restore(UserId id, List<Identifier> owned, Instant now);

    /**
     * Holds the user's row until the transaction ends, so that changes of what a user has come one after the other.
     *
     * @param id key of the user
     * @param now the time of the flow
     * @return false when the user is gone
     */
    boolean lock(UserId id, Instant now);

    /**
     * Notes that the person accepted the terms, if that was not noted before.
     *
     * @param id key of the user
     * @param now the time of the flow
     */
    void acceptTerms(UserId id, Instant now);

    /**
     * {@return up to a hundred superusers who are active and not deleted, the smallest key first} One statement.
     *
     * @param now a disabling that ended before does not count
     */
    List<UserId> superusers(Instant now);

    /** {@return true when a superuser exists who is not deleted, active or not} */
    boolean anySuperuser();
}
