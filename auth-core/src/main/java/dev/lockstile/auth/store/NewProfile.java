package dev.lockstile.auth.store;

import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileStatus;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import org.jspecify.annotations.Nullable;

/** A profile to be added. */
public record NewProfile(
        UserId user,
        Person person,
        ProfileStatus status,
        String label,
        @Nullable String picture,
        SettingsJson settings,
        RowTimes times) {}
