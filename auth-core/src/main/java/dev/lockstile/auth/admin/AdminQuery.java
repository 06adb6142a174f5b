package dev.lockstile.auth.admin;

import org.jspecify.annotations.Nullable;

/**
 * Which rows of a list are wanted, newest key first.
 *
 * @param find users only: exactly this e-mail address, phone number, user name or key; null for all
 * @param user only what belongs to the user of this key; null for all. Lists that belong to nobody ignore it
 * @param after only rows after this one, as {@link AdminPage#next} named it; null begins at the newest
 * @param size rows of a page, 1 to 200
 */
public record AdminQuery(
        @Nullable String find,
        @Nullable String user,
        @Nullable String after,
        int size) {

    /** Rows of a page unless told otherwise. */
    public static final int DEFAULT_SIZE = 50;

    private static final int LARGEST = 200;

    /**
     * Checks the size.
     *
     * @param find users only: exactly this e-mail address, phone number, user name or key; null for all
     * @param user only what belongs to the user of this key; null for all. Lists that belong to nobody ignore it
     * @param after only rows after this one, as {@link AdminPage#next} named it; null begins at the newest
     * @param size rows of a page, 1 to 200
     * @throws IllegalArgumentException for a size that is not 1 to 200
     */
    public AdminQuery {
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException("a page has 1 to " + LARGEST + " rows");
        }
    }

    /** {@return the first page of everything} */
    public static AdminQuery all() {
        return new AdminQuery(null, null, null, DEFAULT_SIZE);
    }

    /**
     * {@return the same, for one user}
     *
     * @param text an e-mail address, phone number, user name or key, in full; null for all
     */
    public AdminQuery finding(@Nullable String text) {
        return new AdminQuery(text, user, after, size);
    }

    /**
     * {@return the same, for what belongs to one user}
     *
     * @param key of the user; null for all
     */
    public AdminQuery ofUser(@Nullable String key) {
        return new AdminQuery(find, key, after, size);
    }

    /**
     * {@return the same, beginning behind a row}
     *
     * @param row as {@link AdminPage#next} named it; null begins at the newest
     */
    public AdminQuery after(@Nullable String row) {
        return new AdminQuery(find, user, row, size);
    }

    /**
     * {@return the same with pages of another size}
     *
     * @param rows 1 to 200
     */
    public AdminQuery sized(int rows) {
        return new AdminQuery(find, user, after, rows);
    }

    /** What is looked for may be somebody's address. */
    @Override
    public String toString() {
        return "AdminQuery[after=" + after + ", size=" + size + "]";
    }
}
