package dev.lockstile.auth.model;

import org.jspecify.annotations.Nullable;

/**
 * What a mobile client says of itself.
 *
 * @param platform the system, such as {@code ios}; at most 250 characters, null for none
 * @param name what the device is called; at most 250 characters, null for none
 * @param token the client's own name for this device, by which it is recognised next time; at most 250 characters
 * @param notificationToken where pushes go; at most 500 characters
 */
public record DeviceInfo(
        @Nullable String platform,
        @Nullable String name,
        @Nullable String token,
        @Nullable String notificationToken) {

    @Override
    public String toString() {
        return "DeviceInfo[" + platform + "]";
    }
}
