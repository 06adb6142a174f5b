package dev.lockstile.auth.password;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an import does with one value of an old hash column.
 *
 * @param stored the text to store, or null when the person is imported without a password
 * @param format the id of the format found, or {@code none}, {@code unusable}, {@code unknown}
 * @param kind what was done, or why there is nothing to store
 */
public record ImportOutcome(@Nullable String stored, String format, Kind kind) {

    /** {@return the text to store; empty when there is no usable hash} */
    public Optional<String> toStore() {
        return Optional.ofNullable(stored);
    }

    /** The format alone: a hash is not for logs. */
    @Override
    public String toString() {
        return "ImportOutcome[" + format + ", " + kind + "]";
    }

    /** The possible ends. */
    public enum Kind {
        /** The text is stored unchanged. */
        AS_IS,
        /** The text is stored behind the name of its format, as its shape alone would not tell. */
        NAMED,
        /** The same figures are stored as a shorter text of another format, as with Keycloak's JSON. */
        CONVERTED,
        /** A weak fast hash: stored inside Argon2id, so that the old hash does not rest in the database. */
        WRAPPED,
        /** Null or empty: the person has no password. */
        NO_PASSWORD,
        /** A marker that says "no password", such as Django's {@code !...}. */
        UNUSABLE,
        /** No format of ours, perhaps a clear password: never copied. */
        UNKNOWN,
        /** Two formats fit and no hint decides; taking either could lock the person out. */
        AMBIGUOUS,
        /** The right shape with impossible figures, or with a cost above the ceilings. */
        REFUSED
    }
}
