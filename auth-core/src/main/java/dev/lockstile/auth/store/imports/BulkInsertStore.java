package dev.lockstile.auth.store.imports;

import dev.lockstile.auth.model.DeviceId;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows added many at once, as they stood in a former system; in a transaction. */
public interface BulkInsertStore {

    /**
     * Adds users, all or none, and returns their keys in the same order. An identifier that another user owns is a
     * {@link KeyTakenException}.
     *
     * @param users with their identifiers and times
     * @return their keys, in the order of the users
     */
    List<UserId> insertUsers(List<NewUser> users);

    /**
     * {@return the key under which a user of {@link #insertUsers} is stored} A store whose rows already exist returns
     * it after the ledger entry was written.
     *
     * @param added from {@link #insertUsers}, or the key of an existing user
     */
    default UserId storedKey(UserId added) {
        return added;
    }

    /** {@return true when users can be added under keys that are given, as {@link #insertUsersAs} does} */
    default boolean takesKeys() {
        return false;
    }

    /**
     * Adds users under these keys, all or none, for an import that keeps the keys of a former system. A key or an
     * identifier that another user holds ends the work with {@link KeyTakenException}.
     *
     * @param keys in the order of the users
     * @param users with their identifiers and times
     * @throws UnsupportedOperationException when {@link #takesKeys} is false
     */
    default void insertUsersAs(List<UserId> keys, List<NewUser> users) {
        throw new UnsupportedOperationException("this store makes the keys itself");
    }

    /**
     * Sees to it that no key up to this one, nor up to the highest in use, is made for a new row any more. What makes
     * keys is moved on, never back, at once and whether or not the transaction ends well. Keys that another node has
     * drawn already, to give them out later, are not called back.
     *
     * @param highest null for the highest in use alone; a key that is not made by counting changes nothing
     */
    default void reserveKeysUpTo(@Nullable UserId highest) {}

    /** {@return true when the key that is made next may be one in use, so that a registration would fail} */
    default boolean makesKeysInUse() {
        return false;
    }

    /**
     * Adds profiles, all or none, and returns their keys in the same order.
     *
     * @param profiles each of a user that is there
     * @return their keys, in the order of the profiles
     */
    List<ProfileId> insertProfiles(List<NewProfile> profiles);

    /**
     * Adds devices, all or none, and returns their keys in the same order. The host has to map devices.
     *
     * @param devices each of a user that is there
     * @return their keys, in the order of the devices
     */
    List<DeviceId> insertDevices(List<NewDevice> devices);

    /** {@return true when the host keeps social accounts at all} */
    boolean keepsSocials();

    /**
     * Adds accounts at other sites, all or none; one that another row holds already ends the work with
     * {@link KeyTakenException}. The host has to keep them.
     *
     * @param links each of a user that is there
     */
    void insertSocials(List<NewSocial> links);

    /**
     * A device to be added as it stood in a former system.
     *
     * @param user whose it is
     * @param info what the client said of itself
     * @param linkedAt when a sign-in last named it
     * @param times when the row came to be, changed last and was deleted
     */
    record NewDevice(UserId user, DeviceInfo info, Instant linkedAt, RowTimes times) {}

    /**
     * An account at another site to be added.
     *
     * @param user whose it is
     * @param identity as the former system had it
     * @param times when the row came to be, changed last and was deleted
     */
    record NewSocial(UserId user, SocialIdentity identity, RowTimes times) {}
}
