package dev.lockstile.auth.password;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A secret mixed into every hash as Argon2's key input (RFC 9106, section 3.1), kept outside the database, so that a
 * stolen table alone cannot be attacked. Its id is written into each hash.
 */
public final class PepperKey {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,8}");

    private final String id;
    private final byte[] key;

    private PepperKey(String id, byte[] key) {
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
    public static PepperKey of(String id, byte[] key) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a pepper id has 1 to 8 characters of A-Z a-z 0-9 . _ -");
        }
        if (key.length < 16 || key.length > 64) {
            throw new IllegalArgumentException("a pepper has 16 to 64 bytes, not " + key.length);
        }
        return new PepperKey(id, key.clone());
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
        return other instanceof PepperKey pepper && id.equals(pepper.id) && Arrays.equals(key, pepper.key);
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
