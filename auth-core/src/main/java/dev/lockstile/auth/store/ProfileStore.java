package dev.lockstile.auth.store;

import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Profiles in a transaction. Reading them comes with their user. */
public interface ProfileStore {

    /**
     * Adds a profile.
     *
     * @param profile to be added
     * @return the key of the new row
     */
    ProfileId insert(NewProfile profile);

    /**
     * Replaces what describes the person and the label of a profile.
     *
     * @param profile which, and whose it has to be
     * @param person takes the place of names and so on
     * @param label the owner's own word; empty for none
     * @param now the time of the flow
     * @return false when the user has no such profile
     */
    boolean describe(Owned profile, Person person, String label, Instant now);

    /**
     * Sets the picture's reference.
     *
     * @param profile which, and whose it has to be
     * @param picture at most 500 characters; null takes it away
     * @param now the time of the flow
     * @return false when the user has no such profile
     */
    boolean present(Owned profile, @Nullable String picture, Instant now);

    /**
     * Replaces the settings object, if it is still the one seen: one conditional update.
     *
     * @param profile which, and whose it has to be
     * @param seen as it was read
     * @param next takes its place
     * @param now the time of the flow
     * @return false when the user has no such profile, or its settings are others by now
     */
    boolean replaceSettings(Owned profile, SettingsJson seen, SettingsJson next, Instant now);

    /**
     * Gives a profile another role.
     *
     * @param profile which, and whose it has to be
     * @param role the host's own word; never a right
     * @param now the time of the flow
     * @return false when the user has no such profile
     */
    boolean assignRole(Owned profile, String role, Instant now);

    /**
     * Makes this the one default profile of its user. The caller {@linkplain UserStore#lock locks} the user, since two
     * rows change.
     *
     * @param profile which, and whose it has to be
     * @param now the time of the flow
     * @return false when the user has no such profile
     */
    boolean makeDefault(Owned profile, Instant now);

    /**
     * Marks a profile as deleted, unless it is the default one: one conditional update.
     *
     * @param profile which, and whose it has to be
     * @param now the time of the flow
     * @return false when the user has no such profile or it is the default
     */
    boolean delete(Owned profile, Instant now);

    /**
     * A profile, and the user it has to belong to.
     *
     * @param user whose it has to be
     * @param id key of the profile
     */
    record Owned(UserId user, ProfileId id) {}
}
