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

    public FilledColumns {
        parts = Set.copyOf(parts);
    }

    /** What can be filled in: of a user up to the password, of the default profile the rest. */
    public enum Part {
        EMAIL,
        PHONE,
        USERNAME,
        PASSWORD,
        FIRST_NAME,
        LAST_NAME_1,
        LAST_NAME_2,
        BIRTHDAY,
        GENDER,
        ROLE;

        /** The identifier of that kind. */
        public static Part of(IdentifierKind kind) {
            return switch (kind) {
                case EMAIL -> EMAIL;
                case PHONE -> PHONE;
                case USERNAME -> USERNAME;
            };
        }
    }
}
