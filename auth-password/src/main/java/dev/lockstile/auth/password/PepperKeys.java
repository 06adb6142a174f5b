package dev.lockstile.auth.password;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The peppers in use. New hashes take the current one; hashes under a retired one still verify and ask for an upgrade,
 * so a pepper is rotated without a single reset: keep the old key here until no stored hash names it any more.
 *
 * @param current the pepper of new hashes, or null for none
 * @param retired earlier peppers
 */
public record PepperKeys(@Nullable Key current, List<Key> retired) {

    /**
     * Copies the list.
     *
     * @param current the pepper of new hashes; null for none
     * @param retired earlier peppers
     * @throws IllegalArgumentException when two keys have one id
     */
    public PepperKeys {
        retired = List.copyOf(retired);
        Set<String> ids = new HashSet<>();
        for (Key key : all(current, retired)) {
            if (!ids.add(key.id())) {
                throw new IllegalArgumentException("two peppers have the id " + key.id());
            }
        }
    }

    /** {@return no pepper} */
    public static PepperKeys none() {
        return new PepperKeys(null, List.of());
    }

    /**
     * {@return one pepper and none before it}
     *
     * @param current the pepper of new hashes
     */
    public static PepperKeys of(Key current) {
        return new PepperKeys(current, List.of());
    }

    /**
     * {@return the key of that id, or null when it is not known here}
     *
     * @param id as a stored hash names it
     */
    public @Nullable Key find(String id) {
        return all(current, retired).stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static List<Key> all(@Nullable Key current, List<Key> retired) {
        List<Key> keys = new ArrayList<>(retired);
        if (current != null) {
            keys.add(current);
        }
        return keys;
    }

    /**
     * A secret mixed into every hash as Argon2's key input (RFC 9106, section 3.1), kept outside the database, so that
     * a stolen table alone cannot be attacked. Its id is written into each hash.
     */
    public static final class Key {

        private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,8}");

        private final String id;
        private final byte[] key;

        private Key(String id, byte[] key) {
            this.id = id;
            this.key = key;
        }

        /**
         * {@return a pepper}
         *
         * @param id 1 to 8 letters, digits, dots, dashes or underscores; it may be public
         * @param key 16 to 64 unpredictable bytes; copied
         * @throws IllegalArgumentException when either is out of bounds
         */
        public static Key of(String id, byte[] key) {
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException("a pepper id has 1 to 8 characters of A-Z a-z 0-9 . _ -");
            }
            if (key.length < 16 || key.length > 64) {
                throw new IllegalArgumentException("a pepper has 16 to 64 bytes, not " + key.length);
            }
            return new Key(id, key.clone());
        }

        /** {@return the public name of this pepper} */
        public String id() {
            return id;
        }

        /** {@return a copy of the secret bytes, for the one place that hashes} */
        public byte[] reveal() {
            return key.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key pepper && id.equals(pepper.id) && Arrays.equals(key, pepper.key);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }

        @Override
        public String toString() {
            return "PepperKey[" + id + "]";
        }
    }
}
