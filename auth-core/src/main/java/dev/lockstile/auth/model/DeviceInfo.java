package dev.lockstile.auth.model;

import org.jspecify.annotations.Nullable;

/**
 * The values that a mobile client reports about its device. None of them is verified.
 *
 * @param platform the operating system, such as {@code ios}; at most 250 characters, null for none
 * @param name the name of the device; at most 250 characters, null for none
 * @param token the client's token for the device, by which the row is found again; at most 250 characters, null for
 *     none
 * @param notificationToken the token to which push messages are sent; at most 500 characters, null for none
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
