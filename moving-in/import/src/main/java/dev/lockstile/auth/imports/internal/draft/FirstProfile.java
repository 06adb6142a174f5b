package dev.lockstile.auth.imports.internal.draft;

import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.RoleName;
import dev.lockstile.auth.model.SettingsJson;
import org.jspecify.annotations.Nullable;

/**
 * Data for the profile that the import creates for a person without an active profile in the source.
 *
 * @param person the names and other data of the person
 * @param role the profile's role, at most 30 characters; a role that spells a right is replaced by the default role
 * @param label of the profile; may be empty
 * @param picture the source's reference, as text; null for none
 * @param settings of the profile
 */
public record FirstProfile(
        Person person, String role, String label, @Nullable String picture, SettingsJson settings) {

    /**
     * Replaces a role that spells a right by the default role.
     *
     * @param person the names and other data of the person
     * @param role the profile's role, at most 30 characters
     * @param label of the profile
     * @param picture the source's reference; null for none
     * @param settings of the profile
     */
    public FirstProfile {
        role = RoleName.spellsRight(role) ? AbstractProfile.DEFAULT_ROLE : role;
    }

    /** No data. */
    public static final FirstProfile UNKNOWN =
            new FirstProfile(Person.UNKNOWN, AbstractProfile.DEFAULT_ROLE, "", null, SettingsJson.EMPTY);
}
