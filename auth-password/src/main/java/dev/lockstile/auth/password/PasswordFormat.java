package dev.lockstile.auth.password;

/**
 * One foreign way of storing a password, which a host may add for its own old system. A hash it recognises verifies
 * at sign-in and is then replaced by an Argon2id hash. Implementations are called by many threads, hold no state, and
 * bound their own work: the caller holds one of few permits meanwhile. An exception counts as "no match", and a
 * {@link HashingBusyException} as "not looked at, try again".
 */
public interface PasswordFormat {

    /** {@return a stable name of lower-case letters, digits and underscores, unique among all formats} */
    String id();

    /**
     * {@return whether the stored text has this format's shape} Formats of the host are asked before the built-in ones.
     *
     * @param stored never null, at most 2048 characters
     */
    boolean recognises(String stored);

    /**
     * {@return whether the password is the right one} Compare in constant time ({@link
     * java.security.MessageDigest#isEqual}).
     *
     * @param stored a text this format recognises
     * @param passwordUtf8 the password, at most 1024 bytes; not to be kept
     */
    boolean matches(String stored, byte[] passwordUtf8);

    /**
     * {@return the part of a typed password that the format looks at} A format that trims or cuts accepts other texts
     * than the one it stands for. A match is replaced by an Argon2id hash only where exactly that part was typed, so
     * that a sign-in never changes which password is right.
     *
     * @param passwordUtf8 the password as typed; not to be changed
     */
    default byte[] significant(byte[] passwordUtf8) {
        return passwordUtf8;
    }

    /**
     * {@return whether the format is read only where an import named it, because its shape alone proves nothing (a bare
     * row of hexadecimal digits, say)} Such a text in a table that was not imported is "no match".
     */
    default boolean onlyWhenNamed() {
        return false;
    }
}
