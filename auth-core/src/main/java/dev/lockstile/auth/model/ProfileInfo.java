package dev.lockstile.auth.model;

import org.jspecify.annotations.Nullable;

/**
 * A profile of a user.
 *
 * @param id key of the profile
 * @param user the user that the profile belongs to
 * @param person names, birthday and gender
 * @param status the values that the server decides
 * @param label the label that the owner gave the profile; empty when there is none
 * @param picture a reference that the host resolves to a picture; null when there is none
 * @param settings JSON object of this profile
 */
public record ProfileInfo(
        ProfileId id,
        UserId user,
        Person person,
        Status status,
        String label,
        @Nullable String picture,
        SettingsJson settings) {

    /**
     * {@return a copy with another role}
     *
     * @param role the role of the copy
     */
    public ProfileInfo withRole(String role) {
        Status other = new Status(role, status.isDefault(), status.active());
        return new ProfileInfo(id, user, person, other, label, picture, settings);
    }

    @Override
    public String toString() {
        return "ProfileInfo[" + id + "]";
    }

    /**
     * The values of a profile that the server decides.
     *
     * @param role the role of the profile; {@link AbstractProfile#DEFAULT_ROLE} in place of a text that spells a
     *     {@link Right}, which another application may have written to the column
     * @param isDefault true for the profile in which the user's next session starts
     * @param active true while the user may use the profile
     */
    public record Status(String role, boolean isDefault, boolean active) {

        /**
         * Replaces a role that spells a {@link Right} by {@link AbstractProfile#DEFAULT_ROLE}.
         *
         * @param role the role of the profile
         * @param isDefault true for the profile in which the user's next session starts
         * @param active true while the user may use the profile
         */
        public Status {
            role = RoleName.spellsRight(role) ? AbstractProfile.DEFAULT_ROLE : role;
        }
    }
}
