package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One identifier of a user.
 *
 * @param value as it is stored; null when there is none
 * @param owned true when this user is the one it belongs to, false while it is only claimed
 * @param verifiedAt when its holder proved it
 * @param outdated true when it was owned or proven with another value than the one that is stored now, as after another
 *     application has written the column: it is neither owned nor verified, and nothing is sent to it
 * @param provenBefore true when it is outdated and the other value was proven, and not merely owned
 */
public record IdentifierState(
        @Nullable String value, boolean owned, @Nullable Instant verifiedAt, boolean outdated, boolean provenBefore) {

    /** No such identifier. */
    public static final IdentifierState NONE = new IdentifierState(null, false, null);

    /**
     * One whose value is the one it was owned and proven with.
     *
     * @param value as it is stored; null when there is none
     * @param owned true when this user is the one it belongs to, false while it is only claimed
     * @param verifiedAt when its holder proved it
     */
    public IdentifierState(@Nullable String value, boolean owned, @Nullable Instant verifiedAt) {
        this(value, owned, verifiedAt, false, false);
    }

    /** {@return true when its holder has proved it} */
    public boolean isVerified() {
        return verifiedAt != null;
    }

    @Override
    public String toString() {
        return "IdentifierState[owned=" + owned + ", verified=" + isVerified() + (outdated ? ", outdated]" : "]");
    }
}
