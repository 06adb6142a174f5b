package dev.lockstile.auth.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a row came to be, changed last and was deleted. */
public record RowTimes(
        Instant createdAt, Instant modifiedAt, @Nullable Instant deletedAt, boolean deletedByCascade) {

    /** A row that comes to be now. */
    public static RowTimes fresh(Instant now) {
        return new RowTimes(now, now, null, false);
    }
}
