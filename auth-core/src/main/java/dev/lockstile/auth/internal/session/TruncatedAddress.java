package dev.lockstile.auth.internal.session;

import org.jspecify.annotations.Nullable;

/** A client address with its last part left out: enough to recognise a place, not a line. */
public final class TruncatedAddress {

    private static final int KEPT_GROUPS_V6 = 3;

    private TruncatedAddress() {}

    public static @Nullable String of(@Nullable String address) {
        if (address == null) {
            return null;
        }
        int lastDot = address.lastIndexOf('.');
        if (lastDot > 0) {
            return address.substring(0, lastDot) + ".x";
        }
        String[] groups = address.split(":", KEPT_GROUPS_V6 + 1);
        return groups.length <= KEPT_GROUPS_V6 ? "x" : String.join(":", groups[0], groups[1], groups[2]) + ":x";
    }
}
