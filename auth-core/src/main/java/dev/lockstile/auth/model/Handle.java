package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One identifier of a user.
 *
 * @param owned true when this user is the one it belongs to, false while it is only claimed
 * @param verifiedAt when its holder proved it
 */
public record Handle(
        @Nullable String value, boolean owned, @Nullable Instant verifiedAt) {

    /** No such identifier. */
    public static final Handle NONE = new Handle(null, false, null);

    public boolean isVerified() {
        return verifiedAt != null;
    }

    @Override
    public String toString() {
        return "Handle[owned=" + owned + ", verified=" + isVerified() + "]";
    }
}
