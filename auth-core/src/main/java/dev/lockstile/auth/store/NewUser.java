package dev.lockstile.auth.store;

import dev.lockstile.auth.model.AccountStatus;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserDates;
import dev.lockstile.auth.secret.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user to be added. */
public record NewUser(
        List<IdentifierAssignment> claims,
        @Nullable Secret passwordHash,
        AccountStatus status,
        UserDates dates,
        SettingsJson settings,
        RowTimes times) {

    public NewUser {
        claims = List.copyOf(claims);
    }
}
