package dev.lockstile.auth.store;

import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The host's own columns of users and profiles, read and written in the transaction of an {@link AuthTx}. A column is
 * named by the attribute of the host's entity; {@link AuthStore#hostColumnProblems} has accepted these attributes.
 * Values have the types that {@link HostColumn} lists. Deleted rows are left out.
 */
public interface HostColumnStore {

    /**
     * {@return the values of these columns of a user, without empty columns} Runs one statement.
     *
     * @param user the user
     * @param attributes attributes of the host's user entity
     */
    Map<String, Object> ofUser(UserId user, Set<String> attributes);

    /**
     * {@return the values of these columns of several profiles, without empty columns and deleted profiles} Runs one
     * statement.
     *
     * @param profiles profiles of any users
     * @param attributes attributes of the host's profile entity
     */
    Map<ProfileId, Map<String, Object>> ofProfiles(Collection<ProfileId> profiles, Set<String> attributes);

    /**
     * Sets columns of a user.
     *
     * @param user the user
     * @param values value by attribute; null empties the column
     * @param now the time at which the flow began
     * @return false when the user does not exist or is deleted
     */
    boolean writeUser(UserId user, Map<String, @Nullable Object> values, Instant now);

    /**
     * Sets columns of a profile.
     *
     * @param profile the profile and its user
     * @param values value by attribute; null empties the column
     * @param now the time at which the flow began
     * @return false when the user has no such profile
     */
    boolean writeProfile(ProfileStore.Owned profile, Map<String, @Nullable Object> values, Instant now);

    /**
     * Sets columns of a user to the values that a new row has.
     *
     * @param user the user
     * @param attributes attributes of the host's user entity
     * @param now the time at which the flow began
     * @return false when the user does not exist or is deleted
     */
    boolean resetUser(UserId user, Set<String> attributes, Instant now);

    /**
     * A column of the host that the library reads and writes.
     *
     * @param owner the entity that has the column
     * @param field the name that the host gave the field
     * @param attribute the attribute of the host's entity
     * @param type {@code String}, {@code Long}, {@code Boolean} or {@code LocalDate}
     * @param min the minimum of a {@code Long}; ignored for other types
     * @param max the maximum length of a {@code String}, or the maximum of a {@code Long}; ignored for other types
     */
    record HostColumn(Owner owner, String field, String attribute, Class<?> type, long min, long max) {

        /** The entity that has the column. */
        public enum Owner {
            /** The user entity. */
            USER,
            /** The profile entity. */
            PROFILE
        }
    }
}
