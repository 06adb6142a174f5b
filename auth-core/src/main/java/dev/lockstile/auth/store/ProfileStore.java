package dev.lockstile.auth.store;

import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Profiles, written in the transaction of an {@link AuthTx}. They are read together with their user, see
 * {@link StoredUser}. Deleted profiles are left out.
 */
public interface ProfileStore {

    /**
     * Adds a profile.
     *
     * @param profile the values of the row
     * @return the key of the new row
     */
    ProfileId insert(NewProfile profile);

    /**
     * Replaces the personal data and the label of a profile.
     *
     * @param profile the profile and its user
     * @param person the new personal data
     * @param label the new label; empty for none
     * @param now the time at which the flow began
     * @return false when the user has no such profile
     */
    boolean describe(Owned profile, Person person, String label, Instant now);

    /**
     * Sets the picture of a profile.
     *
     * @param profile the profile and its user
     * @param picture a reference that the host resolves, at most 500 characters; null for none
     * @param now the time at which the flow began
     * @return false when the user has no such profile
     */
    boolean present(Owned profile, @Nullable String picture, Instant now);

    /**
     * Replaces the settings if they have not changed since they were read, with one conditional update.
     *
     * @param profile the profile and its user
     * @param seen the settings as read
     * @param next the new settings
     * @param now the time at which the flow began
     * @return false when the user has no such profile, or the settings have changed
     */
    boolean replaceSettings(Owned profile, SettingsJson seen, SettingsJson next, Instant now);

    /**
     * Sets the role of a profile.
     *
     * @param profile the profile and its user
     * @param role a word that the host defines; never the name of a {@link dev.lockstile.auth.model.Right}
     * @param now the time at which the flow began
     * @return false when the user has no such profile
     */
    boolean assignRole(Owned profile, String role, Instant now);

    /**
     * Makes a profile the only default profile of its user. It updates two rows, so the caller must
     * {@linkplain UserStore#lock lock} the user.
     *
     * @param profile the profile and its user
     * @param now the time at which the flow began
     * @return false when the user has no such profile
     */
    boolean makeDefault(Owned profile, Instant now);

    /**
     * Marks a profile as deleted unless it is the default one, with one conditional update.
     *
     * @param profile the profile and its user
     * @param now the time at which the flow began
     * @return false when the user has no such profile or it is the default one
     */
    boolean delete(Owned profile, Instant now);

    /**
     * A profile and its user. Methods change the row only when the profile belongs to this user.
     *
     * @param user the owner
     * @param id key of the profile
     */
    record Owned(UserId user, ProfileId id) {}
}
