package dev.lockstile.auth.model;

import org.jspecify.annotations.Nullable;

/**
 * The ownership keys of a user as they are stored; null for an identifier that the user does not own. What the user owns
 * now is told by comparing them with the stored values: another application may have changed those.
 */
public record IdentifierKeys(
        @Nullable String email,
        @Nullable String phone,
        @Nullable String username) {

    /** Owns nothing. */
    public static final IdentifierKeys NONE = new IdentifierKeys(null, null, null);

    public @Nullable String of(IdentifierKind kind) {
        return switch (kind) {
            case EMAIL -> email;
            case PHONE -> phone;
            case USERNAME -> username;
        };
    }
}
