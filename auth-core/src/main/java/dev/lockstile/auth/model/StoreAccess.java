package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Sets values that only the server decides in a row that is not saved yet. It is for stores that persist entities.
 * Saved rows are changed by the methods of {@code auth.store}, each of which is one conditional update.
 */
public final class StoreAccess {

    private StoreAccess() {}

    /**
     * Sets an identifier.
     *
     * @param row a row that is not saved yet
     * @param identifier in canonical form
     * @param key the identifier key; null while the identifier has no owner
     * @param verifiedAt when it was proven; null when it was not
     */
    public static void identifier(
            AbstractUser row, Identifier identifier, @Nullable String key, @Nullable Instant verifiedAt) {
        row.assign(identifier, key, verifiedAt);
    }

    /**
     * Sets the flags and the mark of deletion.
     *
     * @param row a row that is not saved yet
     * @param status the values of the row
     */
    public static void status(AbstractUser row, UserInfo.Status status) {
        row.apply(status);
    }

    /**
     * Sets the role, the default flag and the active flag.
     *
     * @param row a row that is not saved yet
     * @param status the values of the row
     */
    public static void status(AbstractProfile<?> row, ProfileInfo.Status status) {
        row.apply(status);
    }

    /**
     * Sets the times of opening, last sign-in, acceptance of the terms and admission.
     *
     * @param row a row that is not saved yet
     * @param dates the values of the row
     */
    public static void dates(AbstractUser row, UserInfo.Dates dates) {
        row.apply(dates);
    }

    /**
     * Sets the times of creation and of the last change.
     *
     * @param row a row that is not saved yet
     * @param createdAt when the row was created
     * @param modifiedAt when the row was last changed
     */
    public static void times(AbstractTimestamped row, Instant createdAt, Instant modifiedAt) {
        row.setTimes(createdAt, modifiedAt);
    }
}
