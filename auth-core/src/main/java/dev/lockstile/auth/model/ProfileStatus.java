package dev.lockstile.auth.model;

/**
 * What the server decides about a profile.
 *
 * @param role the role in which its owner acts. One that spells a {@link Right} counts for nothing, also where it is read
 *     from a column that somebody else writes: it is the usual role then
 */
public record ProfileStatus(String role, boolean isDefault, boolean active) {

    public ProfileStatus {
        role = RoleName.spellsRight(role) ? AbstractProfile.DEFAULT_ROLE : role;
    }
}
