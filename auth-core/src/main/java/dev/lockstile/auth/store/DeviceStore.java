package dev.lockstile.auth.store;

import dev.lockstile.auth.model.DeviceId;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.Optional;

/** Devices, read and written in the transaction of an {@link AuthTx}. Deleted devices are left out. */
public interface DeviceStore {

    /** {@return true when the store has a table for devices} */
    boolean isMapped();

    /**
     * {@return the user's device with this token; empty when there is none}
     *
     * @param user the owner
     * @param token the client's token for the device
     */
    Optional<DeviceId> byToken(UserId user, String token);

    /**
     * Links a device to a user. A row of this user with the same device token, or else with the same notification
     * token, is updated; otherwise a row is added.
     *
     * <p>Rows of other users with the same notification token lose it: the device has changed its user. The device
     * token has no such effect, since a client that guessed it could stop the push messages of another user.
     *
     * @param user the owner
     * @param info the values that the client reported; without a device token, the row's token stays
     * @param now the time at which the flow began
     * @return the key of the row
     */
    DeviceId link(UserId user, DeviceInfo info, Instant now);
}
