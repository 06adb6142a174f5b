package dev.lockstile.auth.imports.internal.draft;

import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.RoleName;
import dev.lockstile.auth.model.SettingsJson;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a person whose old system had no profiles: it goes into the profile the person gets.
 *
 * @param person the names and other data of the person
 * @param role the profile's role, at most 30 characters; one that spells a right counts as the usual one
 * @param label of the profile; may be empty
 * @param picture the old reference, as text; null for none
 * @param settings of the profile
 */
public record FirstProfile(
        Person person, String role, String label, @Nullable String picture, SettingsJson settings) {

    /**
     * Takes the usual role in place of one that spells a right.
     *
     * @param person the names and other data of the person
     * @param role the profile's role, at most 30 characters
     * @param label of the profile
     * @param picture the old reference; null for none
     * @param settings of the profile
     */
    public FirstProfile {
        role = RoleName.spellsRight(role) ? AbstractProfile.DEFAULT_ROLE : role;
    }

    /** Nothing is known. */
    public static final FirstProfile UNKNOWN =
            new FirstProfile(Person.UNKNOWN, AbstractProfile.DEFAULT_ROLE, "", null, SettingsJson.EMPTY);
}
