package dev.lockstile.auth.store;

import dev.lockstile.auth.model.DeviceId;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.Optional;

/** Devices in a transaction. */
public interface DeviceStore {

    /** {@return true when the host keeps devices at all} */
    boolean isMapped();

    /**
     * {@return the user's device of that token, deleted ones left out; empty when there is none}
     *
     * @param user whose device
     * @param token the client's own name for the device
     */
    Optional<DeviceId> byToken(UserId user, String token);

    /**
     * Links a device to a user. A device of this user with the same token is used again. Devices of others with the
     * same notification token get no more pushes, since the device has changed hands; the same client token alone
     * proves nothing of the kind, else a guess of it could silence a user's pushes.
     *
     * @param user whose device
     * @param info what the client says of itself
     * @param now the time of the flow
     * @return the key of the device's row, new or used again
     */
    DeviceId link(UserId user, DeviceInfo info, Instant now);
}
