package dev.lockstile.benchmarks.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.BCrypt;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** bcrypt on Bouncy Castle with nothing around it: the yardstick. */
final class RawBcrypt {

    private static final int DIGEST_BYTES = 23;

    private final byte[] salt;
    private final int cost;
    private final byte[] digest;

    private RawBcrypt(byte[] salt, int cost, byte[] digest) {
        this.salt = salt;
        this.cost = cost;
        this.digest = digest;
    }

    static RawBcrypt of(String password, byte[] salt, int cost) {
        return new RawBcrypt(salt.clone(), cost, compute(password, salt, cost));
    }

    /** The same hash as a text, the way another system would have stored it. */
    static String stored(String password, byte[] salt, int cost) {
        return OpenBSDBCrypt.generate("2b", password.toCharArray(), salt, cost);
    }

    boolean matches(String password) {
        return MessageDigest.isEqual(digest, compute(password, salt, cost));
    }

    private static byte[] compute(String password, byte[] salt, int cost) {
        byte[] out = BCrypt.generate(password.getBytes(StandardCharsets.UTF_8), salt, cost, true);
        return Arrays.copyOf(out, DIGEST_BYTES);
    }
}
