package dev.lockstile.auth.store;

import dev.lockstile.auth.model.DeviceId;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;

/** Devices in a transaction. */
public interface DeviceStore {

    /** True when the host keeps devices at all. */
    boolean isKept();

    /** True when a device of that token is linked to the user. */
    boolean isLinked(UserId user, String token);

    /**
     * Links a device to a user. A device of this user with the same token is used again; one of somebody else with the
     * same token stops getting pushes, since the device has changed hands.
     */
    DeviceId link(UserId user, DeviceInfo info, Instant now);

    /** Adds a device as it stood in a former system. */
    DeviceId insert(UserId user, DeviceInfo info, Instant linkedAt, RowTimes times);
}
