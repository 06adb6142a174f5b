package dev.lockstile.auth.store.imports;

import dev.lockstile.auth.model.IdentifierKind;
import java.time.Instant;
import java.util.Set;

/**
 * What an import filled in where a row had nothing; how the row was before follows from it. Holds nobody's data.
 *
 * @param parts of the row
 * @param writtenAt the row's time of change, which filling in leaves as it is: while it stays, nobody has touched the row
 */
public record FilledColumns(Set<Part> parts, Instant writtenAt) {

    /**
     * Copies the set.
     *
     * @param parts of the row
     * @param writtenAt the row's time of change, which filling in leaves as it is: while it stays, nobody has touched
     *     the row
     */
    public FilledColumns {
        parts = Set.copyOf(parts);
    }

    /** What can be filled in: of a user up to the password, of the default profile the rest. */
    public enum Part {
        /** The e-mail address. */
        EMAIL,
        /** The phone number. */
        PHONE,
        /** The user name. */
        USERNAME,
        /** The password. */
        PASSWORD,
        /** The first name. */
        FIRST_NAME,
        /** The first last name. */
        LAST_NAME_1,
        /** The second last name. */
        LAST_NAME_2,
        /** The day of birth. */
        BIRTHDAY,
        /** The gender. */
        GENDER,
        /** The role, which was the usual one before. */
        ROLE;

        /**
         * {@return the identifier of that kind}
         *
         * @param kind of the identifier
         */
        public static Part of(IdentifierKind kind) {
            return switch (kind) {
                case EMAIL -> EMAIL;
                case PHONE -> PHONE;
                case USERNAME -> USERNAME;
            };
        }
    }
}
