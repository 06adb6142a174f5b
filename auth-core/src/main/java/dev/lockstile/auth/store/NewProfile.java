package dev.lockstile.auth.store;

import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A profile to be added.
 *
 * @param user whose it is
 * @param person names and so on
 * @param status what the server decides about it
 * @param label the owner's own word for it; empty for none
 * @param picture the reference that the host resolves to a picture; null for none
 * @param settings JSON object of the profile alone
 * @param times when it came to be, changed last and was deleted
 */
public record NewProfile(
        UserId user,
        Person person,
        ProfileInfo.Status status,
        String label,
        @Nullable String picture,
        SettingsJson settings,
        RowTimes times) {}
