package dev.lockstile.auth.model;

import org.jspecify.annotations.Nullable;

/**
 * A profile as flows and answers see one.
 *
 * @param id key of the profile
 * @param user whose it is
 * @param person names and so on
 * @param status what the server decides about it
 * @param label the owner's own word for it; empty when there is none
 * @param picture the reference that the host resolves to a picture; null when there is none
 * @param settings JSON object of the profile alone
 */
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
