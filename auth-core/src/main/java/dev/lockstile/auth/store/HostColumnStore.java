package dev.lockstile.auth.store;

import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The host's own columns of users and profiles in a transaction, by the attribute that holds each. The attributes are
 * those that {@link AuthStore#hostColumnProblems} has found fit; values are
 * of the types that {@link HostColumn} names. Rows that are deleted are left out.
 */
public interface HostColumnStore {

    /**
     * {@return what these columns of a user hold; what is empty is not in it} One statement.
     *
     * @param user whose row
     * @param attributes of the host's entity
     */
    Map<String, Object> ofUser(UserId user, Set<String> attributes);

    /**
     * {@return what these columns of several profiles hold, by profile; a profile that is gone is not in it} One
     * statement.
     *
     * @param profiles of any number of users
     * @param attributes of the host's entity
     */
    Map<ProfileId, Map<String, Object>> ofProfiles(Collection<ProfileId> profiles, Set<String> attributes);

    /**
     * Writes columns of a user; null empties one.
     *
     * @param user whose row
     * @param values by attribute
     * @param now the time of the flow
     * @return false when the user is gone
     */
    boolean writeUser(UserId user, Map<String, @Nullable Object> values, Instant now);

    /**
     * Writes columns of a profile; null empties one.
     *
     * @param profile whose row, and whose it has to be
     * @param values by attribute
     * @param now the time of the flow
     * @return false when the user has no such profile
     */
    boolean writeProfile(ProfileStore.Owned profile, Map<String, @Nullable Object> values, Instant now);

    /**
     * Gives columns of a user the values that a new row has.
     *
     * @param user whose row
     * @param attributes of the host's entity
     * @param now the time of the flow
     * @return false when the user is gone
     */
    boolean resetUser(UserId user, Set<String> attributes, Instant now);

    /**
     * A column of the host's own that the library is to read and write.
     *
     * @param owner whose row it is in
     * @param field what the host calls it
     * @param attribute the attribute of the host's entity
     * @param type {@code String}, {@code Long}, {@code Boolean} or {@code LocalDate}
     * @param min the least number that is written; of no meaning for other types
     * @param max the most characters, or the greatest number; of no meaning for other types
     */
    record HostColumn(Owner owner, String field, String attribute, Class<?> type, long min, long max) {

        /** Whose row it is in. */
        public enum Owner {
            /** The user's. */
            USER,
            /** The profile's. */
            PROFILE
        }
    }
}
