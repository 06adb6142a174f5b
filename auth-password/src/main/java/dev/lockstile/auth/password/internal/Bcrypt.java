package dev.lockstile.auth.password.internal;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.regex.MatchResult;
import org.bouncycastle.crypto.generators.BCrypt;

/**
 * bcrypt, told apart from what Bouncy Castle's own text checker makes of it: more than 72 bytes and NUL never verify,
 * as everything behind them would count for nothing (CVE-2025-22228).
 */
final class Bcrypt {

    /** The longest password bcrypt can tell from others. */
    static final int LIMIT = 72;

    /** Three groups: minor version, cost, and salt with digest. */
    static final String REGEX = "\\$2([abxy]?)\\$([0-9]{2})\\$([./A-Za-z0-9]{53})";

    private final char minor;
    private final int cost;
    private final byte[] salt;
    private final byte[] digest;

    private Bcrypt(char minor, int cost, byte[] salt, byte[] digest) {
        this.minor = minor;
        this.cost = cost;
        this.salt = salt;
        this.digest = digest;
    }

    /** Reads three groups of {@link #REGEX}, the first at the given index. */
    static Bcrypt read(Kdf kdf, MatchResult found, int group) {
        return read(kdf, found.group(group), found.group(group + 1), found.group(group + 2));
    }

    static Bcrypt read(Kdf kdf, String minor, String cost, String tail) {
        int exponent = Integer.parseInt(cost);
        kdf.bcryptCost(exponent);
        // 22 characters hold 132 bits: the last four are not part of the salt
        byte[] salt = Encodings.bc64(tail.substring(0, 22));
        byte[] digest = Encodings.bc64(tail.substring(22));
        return new Bcrypt(minor.isEmpty() ? '0' : minor.charAt(0), exponent, salt, digest);
    }

    /** Strict: the password counts to its last byte, or not at all. */
    Verifier strict() {
        return password -> password.length <= LIMIT && !hasNul(password) && run(password);
    }

    /** For input that is text by construction, such as an encoded digest. */
    boolean run(byte[] password) {
        if (minor == 'x' && !ascii(password)) {
            // the old PHP fault merges such passwords with others; where no high bit is set it changes nothing
            return false;
        }
        if (minor == '0' && password.length == 0) {
            return false;
        }
        // all but the very first version count the NUL behind the text, where it still fits
        byte[] computed = BCrypt.generate(password, salt, cost, minor != '0');
        return MessageDigest.isEqual(digest, Arrays.copyOf(computed, digest.length));
    }

    /** As a system that cut at 72 bytes, even inside a character. */
    static byte[] cut(byte[] password) {
        return password.length <= LIMIT ? password : Arrays.copyOf(password, LIMIT);
    }

    static boolean hasNul(byte[] password) {
        for (byte b : password) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean ascii(byte[] password) {
        for (byte b : password) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
