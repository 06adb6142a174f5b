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
        Status status,
        String label,
        @Nullable String picture,
        SettingsJson settings) {

    /**
     * {@return the same profile in another role}
     *
     * @param role takes the place of the role of this one
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
     * What the server decides about a profile.
     *
     * @param role the role in which its owner acts. One that spells a {@link Right} counts for nothing, also where it
     *     is read from a column that another application writes: it is the usual role then
     * @param isDefault true for the one in which the user's next session begins
     * @param active true while the user may act in it
     */
    public record Status(String role, boolean isDefault, boolean active) {

        /**
         * Puts the usual role in the place of one that spells a right.
         *
         * @param role the role in which its owner acts. One that spells a {@link Right} counts for nothing, also where
         *     it is read from a column that another application writes: it is the usual role then
         * @param isDefault true for the one in which the user's next session begins
         * @param active true while the user may act in it
         */
        public Status {
            role = RoleName.spellsRight(role) ? AbstractProfile.DEFAULT_ROLE : role;
        }
    }
}
