package dev.lockstile.auth.migrate.mapping;

import org.jspecify.annotations.Nullable;

/**
 * The old columns that hold identifiers.
 *
 * @param email null when there is none
 * @param phone null when there is none
 * @param countryCode the column with the calling code of a national number, such as {@code 52} or {@code "+52"}; null
 *     when the number says it, or {@code --default-region}
 * @param username null when there is none
 */
public record IdentifierColumns(
        @Nullable String email,
        @Nullable String phone,
        @Nullable String countryCode,
        @Nullable String username) {

    /** The columns {@code email}, {@code phone} and {@code username}. */
    public static final IdentifierColumns USUAL = new IdentifierColumns("email", "phone", null, "username");
}
