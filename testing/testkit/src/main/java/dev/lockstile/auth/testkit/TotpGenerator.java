package dev.lockstile.auth.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An authenticator application for tests: the codes of a secret as {@code POST /totp/} gives it (RFC 6238, SHA-1, six
 * digits, 30 seconds).
 */
public final class TotpGenerator {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;

    private final byte[] key;
    private final Clock clock;

    private TotpGenerator(byte[] key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /**
     * {@return an authenticator application of that secret}
     *
     * @param secret in base32
     * @param clock the one of {@code Auth}
     */
    public static TotpGenerator of(String secret, Clock clock) {
        return new TotpGenerator(decoded(secret), clock);
    }

    /** {@return the code of now, six digits} */
    public String code() {
        return code(clock.instant());
    }

    /**
     * {@return the code so many steps of 30 seconds from now}
     *
     * @param steps negative for the past
     */
    public String code(int steps) {
        return code(clock.instant().plusSeconds((long) steps * STEP_SECONDS));
    }

    private String code(Instant at) {
        byte[] counter = ByteBuffer.allocate(Long.BYTES)
                .putLong(Math.floorDiv(at.getEpochSecond(), STEP_SECONDS))
                .array();
        byte[] digest = mac(counter);
        int offset = digest[digest.length - 1] & 0xf;
        int bits = ByteBuffer.wrap(digest, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return String.valueOf(1_000_000 + bits % 1_000_000).substring(1);
    }

    private byte[] mac(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA1", e);
        }
    }

    private static byte[] decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int held = 0;
        for (char c : text.toCharArray()) {
            int value = ALPHABET.indexOf(c);
            if (value < 0) {
                throw new IllegalArgumentException("a secret is base32 without padding");
            }
            buffer = (buffer << 5) | value;
            held += 5;
            if (held >= Byte.SIZE) {
                held -= Byte.SIZE;
                bytes.write(buffer >> held);
                buffer &= (1 << held) - 1;
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return "TotpGenerator[hidden]";
    }
}
