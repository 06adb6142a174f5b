package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.model.AbstractSoftDeletable;
import dev.lockstile.auth.model.StoreAccess;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;

/** The times of a row that is to be added. */
public final class RowTimestamps {

    private RowTimestamps() {}

    /** A user who comes deleted owns nothing. */
    public static boolean isDeleted(NewUser user) {
        return user.times().deletedAt() != null || user.status().deletedAt() != null;
    }

    /** Carries the times over into the row. */
    static void keep(AbstractSoftDeletable row, RowTimes times) {
        StoreAccess.times(row, times.createdAt(), times.modifiedAt());
        Instant deletedAt = times.deletedAt();
        if (deletedAt != null) {
            row.restore();
            row.markDeleted(deletedAt, times.deletedByCascade());
        }
    }
}
