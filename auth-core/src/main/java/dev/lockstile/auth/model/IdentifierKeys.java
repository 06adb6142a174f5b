package dev.lockstile.auth.model;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The stored ownership keys of a user; null for an identifier that the user does not own. Compare them with the stored
 * values to find out what the user owns now, since another application may have changed the values.
 *
 * @param email key of the e-mail address; null when it is not owned
 * @param phone key of the phone number; null when it is not owned
 * @param username key of the user name; null when it is not owned
 */
public record IdentifierKeys(
        @Nullable String email,
        @Nullable String phone,
        @Nullable String username) {

    /** Owns nothing. */
    public static final IdentifierKeys NONE = new IdentifierKeys(null, null, null);

    /**
     * {@return a key that no identifier has} Stored for a user who lost an identifier without having verified it, as a
     * mark that there was one to verify.
     *
     * @param user whose key it is; one key for each user
     */
    public static String ofNobody(UserId user) {
        byte[] id = user.toString().getBytes(StandardCharsets.UTF_8);
        return "outdated:" + UUID.nameUUIDFromBytes(id);
    }

    /**
     * {@return the key of that kind; null when it is not owned}
     *
     * @param kind which of the three
     */
    public @Nullable String of(IdentifierKind kind) {
        return switch (kind) {
            case EMAIL -> email;
            case PHONE -> phone;
            case USERNAME -> username;
        };
    }
}
