package dev.lockstile.auth.secret;

import java.security.SecureRandom;
import java.util.Base64;

/** The one source of unpredictable bytes. */
@FunctionalInterface
public interface Randomness {

    /**
     * {@return that many fresh bytes}
     *
     * @param count how many bytes
     */
    byte[] bytes(int count);

    /**
     * {@return fresh bytes as unpadded base64url text}
     *
     * @param count how many bytes, not characters
     */
    default String text(int count) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(count));
    }

    /** {@return the operating system's generator (NIST SP 800-90A by way of the JDK)} */
    static Randomness secure() {
        SecureRandom random = new SecureRandom();
        return count -> {
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        };
    }
}
