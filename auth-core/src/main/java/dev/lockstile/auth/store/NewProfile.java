package dev.lockstile.auth.store;

import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A profile to be added.
 *
 * @param user the owner
 * @param person names, birthday and gender
 * @param status the values that the server decides
 * @param label the label that the owner gave the profile; empty for none
 * @param picture a reference that the host resolves to a picture; null for none
 * @param settings JSON object of this profile
 * @param times times of creation, last change and deletion
 */
public record NewProfile(
        UserId user,
        Person person,
        ProfileInfo.Status status,
        String label,
        @Nullable String picture,
        SettingsJson settings,
        RowTimes times) {}
