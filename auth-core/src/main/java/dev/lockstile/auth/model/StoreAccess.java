package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes what only the server decides into a row that is not stored yet: for a store that keeps entities, and for
 * no other code. A stored row changes by the verbs of {@code auth.store}, each of which is one conditional update.
 */
public final class StoreAccess {

    private StoreAccess() {}

    /**
     * Sets an identifier.
     *
     * @param row not stored yet
     * @param identifier in canonical form
     * @param key the ownership key, or null while the identifier is unproven
     * @param verifiedAt when it was proven, or null
     */
    public static void identifier(
            AbstractUser row, Identifier identifier, @Nullable String key, @Nullable Instant verifiedAt) {
        row.assign(identifier, key, verifiedAt);
    }

    /**
     * Sets status, rights and the mark of deletion.
     *
     * @param row not stored yet
     * @param status takes the place of what is there
     */
    public static void status(AbstractUser row, UserInfo.Status status) {
        row.decide(status);
    }

    /**
     * Sets the role, the mark of the default profile and whether it is active.
     *
     * @param row not stored yet
     * @param status takes the place of what is there
     */
    public static void status(AbstractProfile<?> row, ProfileInfo.Status status) {
        row.decide(status);
    }

    /**
     * Sets the dates of an account's life.
     *
     * @param row not stored yet
     * @param dates take the place of what is there
     */
    public static void dates(AbstractUser row, UserInfo.Dates dates) {
        row.date(dates);
    }

    /**
     * Sets the times of creation and of the last change.
     *
     * @param row not stored yet
     * @param createdAt when the row came to be
     * @param modifiedAt when it last changed
     */
    public static void times(AbstractTimestamped row, Instant createdAt, Instant modifiedAt) {
        row.keepTimes(createdAt, modifiedAt);
    }
}
