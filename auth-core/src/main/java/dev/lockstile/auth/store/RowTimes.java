package dev.lockstile.auth.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a row came to be, changed last and was deleted.
 *
 * @param createdAt when the row came to be
 * @param modifiedAt when it changed last
 * @param deletedAt when it was marked as deleted; null when it is not
 * @param deletedByCascade true when it was deleted together with its owner
 */
public record RowTimes(
        Instant createdAt, Instant modifiedAt, @Nullable Instant deletedAt, boolean deletedByCascade) {

    /**
     * {@return a row that comes to be now}
     *
     * @param now the time of the flow
     */
    public static RowTimes fresh(Instant now) {
        return new RowTimes(now, now, null, false);
    }
}
