package dev.lockstile.auth.model;

import org.jspecify.annotations.Nullable;

/** A profile as flows and answers see one. */
public record ProfileInfo(
        ProfileId id,
        UserId user,
        Person person,
        ProfileStatus status,
        String label,
        @Nullable String picture,
        SettingsJson settings) {

    @Override
    public String toString() {
        return "ProfileInfo[" + id + "]";
    }
}
