package dev.lockstile.auth.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The times of a row.
 *
 * @param createdAt when the row was created
 * @param modifiedAt when the row was last changed
 * @param deletedAt when the row was marked as deleted; null while it is not
 * @param deletedByCascade true when the row was deleted together with its owner
 */
public record RowTimes(
        Instant createdAt, Instant modifiedAt, @Nullable Instant deletedAt, boolean deletedByCascade) {

    /**
     * {@return the times of a row that is created now}
     *
     * @param now the time at which the flow began
     */
    public static RowTimes fresh(Instant now) {
        return new RowTimes(now, now, null, false);
    }
}
