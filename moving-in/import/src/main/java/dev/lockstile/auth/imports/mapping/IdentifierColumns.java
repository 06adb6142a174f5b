package dev.lockstile.auth.imports.mapping;

import org.jspecify.annotations.Nullable;

/**
 * The old columns that hold identifiers.
 *
 * @param email null when there is none
 * @param phone null when there is none
 * @param countryCode the column with the calling code of a national number, such as {@code 52} or {@code "+52"}; null
 *     when the number says it, or {@code --default-region}
 * @param username null when there is none
 * @param byEmail true when the old system signed people in by the e-mail column: an e-mail there that is none becomes
 *     the user name, before the one in the user name column. False keeps that one, and such an e-mail is the name only
 *     of a person who has no other
 */
public record IdentifierColumns(
        @Nullable String email,
        @Nullable String phone,
        @Nullable String countryCode,
        @Nullable String username,
        boolean byEmail) {

    /**
     * Columns of an old system that signed people in by user name, where they had one.
     *
     * @param email null when there is none
     * @param phone null when there is none
     * @param countryCode the column with the calling code; null when the number says it
     * @param username null when there is none
     */
    public IdentifierColumns(
            @Nullable String email, @Nullable String phone, @Nullable String countryCode, @Nullable String username) {
        this(email, phone, countryCode, username, false);
    }

    /** {@return the same columns of an old system that signed people in by the e-mail column} */
    public IdentifierColumns signingInByEmail() {
        return new IdentifierColumns(email, phone, countryCode, username, true);
    }

    /** The columns {@code email}, {@code phone} and {@code username}. */
    public static final IdentifierColumns USUAL = new IdentifierColumns("email", "phone", null, "username");
}
