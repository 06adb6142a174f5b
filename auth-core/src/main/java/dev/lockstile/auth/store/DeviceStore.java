package dev.lockstile.auth.store;

import dev.lockstile.auth.model.DeviceId;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.Optional;

/** Devices in a transaction. */
public interface DeviceStore {

    /** True when the host keeps devices at all. */
    boolean isKept();

    /** The user's device of that token, deleted ones left out. */
    Optional<DeviceId> byToken(UserId user, String token);

    /** True when a device of that token is linked to the user. */
    default boolean isLinked(UserId user, String token) {
        return isKept() && byToken(user, token).isPresent();
    }

    /**
     * Links a device to a user. A device of this user with the same token is used again. Devices of others with the same
     * notification token get no more pushes, since the device has changed hands; the same client token alone proves
     * nothing of the kind, else who knows or guesses it could silence somebody's pushes.
     */
    DeviceId link(UserId user, DeviceInfo info, Instant now);
}
