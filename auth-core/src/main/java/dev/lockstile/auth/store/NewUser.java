package dev.lockstile.auth.store;

import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user to be added.
 *
 * @param claims identifiers, at most one of each kind
 * @param passwordHash null for an account without a password
 * @param status what the server decides about the account
 * @param dates of the account's life
 * @param settings JSON object of the user, with language and time zone among others
 * @param times when the row came to be, changed last and was deleted
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
     * @param status what the server decides about the account
     * @param dates of the account's life
     * @param settings JSON object of the user, with language and time zone among others
     * @param times when the row came to be, changed last and was deleted
     */
    public NewUser {
        claims = List.copyOf(claims);
    }
}
