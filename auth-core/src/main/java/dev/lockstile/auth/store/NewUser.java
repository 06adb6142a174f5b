package dev.lockstile.auth.store;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user to be added.
 *
 * @param claims identifiers, at most one of each kind
 * @param passwordHash null for an account without a password
 * @param status the values that the server decides
 * @param dates times of opening, last sign-in, acceptance of the terms and admission
 * @param settings JSON object of the user, with language and time zone among others
 * @param times times of creation, last change and deletion
 */
public record NewUser(
        List<IdentifierAssignment> claims,
        @Nullable Secret passwordHash,
        UserInfo.Status status,
        UserInfo.Dates dates,
        SettingsJson settings,
        RowTimes times) {

    /**
     * Copies the list.
     *
     * @param claims identifiers, at most one of each kind
     * @param passwordHash null for an account without a password
     * @param status the values that the server decides
     * @param dates times of opening, last sign-in, acceptance of the terms and admission
     * @param settings JSON object of the user, with language and time zone among others
     * @param times times of creation, last change and deletion
     */
    public NewUser {
        claims = List.copyOf(claims);
    }

    /**
     * An identifier of a user to be added.
     *
     * @param identifier in canonical form
     * @param owned true to make the user its owner; false to store only its value
     * @param verifiedAt when it was proven; null when it was not
     */
    public record IdentifierAssignment(
            Identifier identifier, boolean owned, @Nullable Instant verifiedAt) {

        /**
         * {@return an identifier that is neither owned nor proven}
         *
         * @param identifier in canonical form
         */
        public static IdentifierAssignment unproven(Identifier identifier) {
            return new IdentifierAssignment(identifier, false, null);
        }

        /**
         * {@return an identifier that is owned and proven}
         *
         * @param identifier in canonical form
         * @param at when it was proven
         */
        public static IdentifierAssignment proven(Identifier identifier, Instant at) {
            return new IdentifierAssignment(identifier, true, at);
        }
    }
}
