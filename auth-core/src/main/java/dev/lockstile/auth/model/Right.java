package dev.lockstile.auth.model;

import java.util.List;
import java.util.Optional;

/**
 * A right of an account. Rights come from the account's flags alone. An access token has a claim for rights, apart from
 * the roles, and no role can spell a right ({@link RoleName}).
 */
public enum Right {
    /** Works for the host. Administration permissions of a role apply only to accounts with this right. */
    STAFF("staff"),
    /** Has every declared permission. */
    SUPERUSER("superuser");

    /** Prefix of a right where the Servlet API expects a role: {@code isUserInRole("right:superuser")}. */
    public static final String PREFIX = "right:";

    private static final List<Right> ALL = List.of(values());

    private final String text;

    Right(String text) {
        this.text = text;
    }

    /** {@return the value in an access token, such as {@code superuser}} */
    public String text() {
        return text;
    }

    /**
     * {@return the right with this text, which must match exactly; empty for other texts}
     *
     * @param text a value in an access token
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
