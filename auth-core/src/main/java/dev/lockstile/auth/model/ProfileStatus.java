package dev.lockstile.auth.model;

/**
 * What the server decides about a profile.
 *
 * @param role the role in which its owner acts. One that spells a {@link Right} counts for nothing, also where it is read
 *     from a column that somebody else writes: it is the usual role then
 * @param isDefault true for the one in which the user's next session begins
 * @param active true while the user may act in it
 */
public record ProfileStatus(String role, boolean isDefault, boolean active) {

    /**
     * Puts the usual role in the place of one that spells a right.
     *
     * @param role the role in which its owner acts. One that spells a {@link Right} counts for nothing, also where it
     *     is read from a column that somebody else writes: it is the usual role then
     * @param isDefault true for the one in which the user's next session begins
     * @param active true while the user may act in it
     */
    public ProfileStatus {
        role = RoleName.spellsRight(role) ? AbstractProfile.DEFAULT_ROLE : role;
    }
}
