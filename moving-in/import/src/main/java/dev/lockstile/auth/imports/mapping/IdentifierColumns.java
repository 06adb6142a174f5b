package dev.lockstile.auth.imports.mapping;

import org.jspecify.annotations.Nullable;

/**
 * The columns of identifiers in the source.
 *
 * @param email null when there is none
 * @param phone null when there is none
 * @param countryCode the column with the calling code of a national number, such as {@code 52} or {@code "+52"};
 *     null when the number has it, or {@code --default-region} applies
 * @param username null when there is none
 * @param byEmail true when users signed in to the source system by the e-mail column: an invalid e-mail address then
 *     becomes the user name, in preference to the user name column. When false, it does so only for a user without a
 *     user name
 */
public record IdentifierColumns(
        @Nullable String email,
        @Nullable String phone,
        @Nullable String countryCode,
        @Nullable String username,
        boolean byEmail) {

    /**
     * Creates the columns of a source system in which users signed in by user name.
     *
     * @param email null when there is none
     * @param phone null when there is none
     * @param countryCode the column with the calling code; null when the number has it
     * @param username null when there is none
     */
    public IdentifierColumns(
            @Nullable String email, @Nullable String phone, @Nullable String countryCode, @Nullable String username) {
        this(email, phone, countryCode, username, false);
    }

    /** {@return a copy for a source system in which users signed in by the e-mail column} */
    public IdentifierColumns signingInByEmail() {
        return new IdentifierColumns(email, phone, countryCode, username, true);
    }

    /** The columns {@code email}, {@code phone} and {@code username}. */
    public static final IdentifierColumns USUAL = new IdentifierColumns("email", "phone", null, "username");
}
