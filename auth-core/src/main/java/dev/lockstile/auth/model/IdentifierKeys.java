package dev.lockstile.auth.model;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The stored identifier keys of a user. Another application may have changed the identifiers since, so a key shows what
 * the user owns only when it matches the stored value.
 *
 * @param email key of the e-mail address; null when it is not owned
 * @param phone key of the phone number; null when it is not owned
 * @param username key of the user name; null when it is not owned
 */
public record IdentifierKeys(
        @Nullable String email,
        @Nullable String phone,
        @Nullable String username) {

    /** The keys of a user without owned identifiers. */
    public static final IdentifierKeys NONE = new IdentifierKeys(null, null, null);

    /**
     * {@return a key that matches no identifier} It marks an account that has lost an unproven identifier, so that the
     * account still counts as one with an identifier to prove.
     *
     * @param user the user whose column holds the key; each user has a different one
     */
    public static String ofNobody(UserId user) {
        byte[] id = user.toString().getBytes(StandardCharsets.UTF_8);
        return "outdated:" + UUID.nameUUIDFromBytes(id);
    }

    /**
     * {@return the key of that kind; null when the identifier is not owned}
     *
     * @param kind one of the three kinds
     */
    public @Nullable String of(IdentifierKind kind) {
        return switch (kind) {
            case EMAIL -> email;
            case PHONE -> phone;
            case USERNAME -> username;
        };
    }
}
