package dev.lockstile.auth.model;

import java.util.List;
import java.util.Optional;

/**
 * What the server lets an account do beyond its own affairs. Rights come from the account's flags alone. They are a
 * claim of their own in an access token, apart from the roles, and no role can spell one ({@link RoleName}).
 */
public enum Right {
    /** Works for the host. */
    STAFF("staff"),
    /** May do everything. */
    SUPERUSER("superuser");

    /** Prefix of a right where the Servlet API expects a role: {@code isUserInRole("right:superuser")}. */
    public static final String PREFIX = "right:";

    private static final List<Right> ALL = List.of(values());

    private final String text;

    Right(String text) {
        this.text = text;
    }

    /** {@return the word in an access token, such as {@code superuser}} */
    public String text() {
        return text;
    }

    /**
     * {@return the right of that word, in exactly these letters; empty for any other text}
     *
     * @param text a word of an access token
     */
    public static Optional<Right> of(String text) {
        for (Right right : ALL) {
            if (right.text.equals(text)) {
                return Optional.of(right);
            }
        }
        return Optional.empty();
    }
}
