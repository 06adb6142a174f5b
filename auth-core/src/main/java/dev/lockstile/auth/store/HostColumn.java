package dev.lockstile.auth.store;

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
public record HostColumn(Owner owner, String field, String attribute, Class<?> type, long min, long max) {

    /** Whose row it is in. */
    public enum Owner {
        /** The user's. */
        USER,
        /** The profile's. */
        PROFILE
    }
}
