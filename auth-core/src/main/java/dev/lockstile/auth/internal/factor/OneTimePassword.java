package dev.lockstile.auth.internal.factor;

import dev.lockstile.auth.internal.code.CodeText;
import dev.lockstile.auth.secret.Secret;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time passwords of a counter (RFC 4226) and of the time (RFC 6238): HMAC-SHA-1, six digits, steps of 30 seconds.
 */
final class OneTimePassword {

    static final int DIGITS = 6;
    static final int STEP_SECONDS = 30;

    private static final String ALGORITHM = "HmacSHA1";
    private static final int MODULUS = 1_000_000;

    private OneTimePassword() {}

    /** The time step of an instant. */
    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** The code that was typed, in six ASCII digits; empty for what is no such code. */
    static Optional<Secret> typed(Secret shown) {
        return CodeText.digits(shown, DIGITS);
    }

    /** The code of a counter or time step (RFC 4226, 5.3). */
    static String code(byte[] key, long counter) {
        byte[] digest =
                hmac(key, ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
        int offset = digest[digest.length - 1] & 0xf;
        int bits = ByteBuffer.wrap(digest, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        String text = String.valueOf(bits % MODULUS);
        return "0".repeat(DIGITS - text.length()) + text;
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
