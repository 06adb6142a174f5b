package dev.lockstile.auth.internal.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed digests under keys derived from the host's one digest key, one key per use, so that a digest made for one
 * purpose means nothing for another (NIST SP 800-108, HMAC-SHA-256 as the pseudo-random function).
 */
public final class Digests {

    private static final String HMAC = "HmacSHA256";

    private final byte[] key;

    /** @param masterKey at least 32 bytes */
    public Digests(byte[] masterKey) {
        if (masterKey.length < 32) {
            throw new IllegalArgumentException("the digest key needs at least 32 bytes");
        }
        key = masterKey.clone();
    }

    /** A key of 32 bytes for one use. */
    public byte[] derive(String use) {
        return hmac(key, ("lockstile/v1/" + use).getBytes(StandardCharsets.UTF_8));
    }

    /** The digests of one use. */
    public Use use(String name) {
        return new Use(derive(name));
    }

    /** SHA-256 of the bytes, as unpadded base64url text: for secrets of 256 random bits only. */
    public static String sha256(byte[] bytes) {
        try {
            return text(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** HMAC-SHA-256 of the message under the key. */
    public static byte[] hmac(byte[] key, byte[] message) {
        return mac(key).doFinal(message);
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Digests under one derived key. */
    public static final class Use {

        private final byte[] useKey;
        private final Mac prepared;

        private Use(byte[] useKey) {
            this.useKey = useKey;
            this.prepared = mac(useKey);
        }

        /** The digest of the parts; where one part ends and the next begins counts. */
        public String of(String... parts) {
            StringBuilder message = new StringBuilder();
            for (String part : parts) {
                message.append(part.length()).append(':').append(part);
            }
            return text(raw(message.toString().getBytes(StandardCharsets.UTF_8)));
        }

        /** The 32 bytes of the digest. */
        public byte[] raw(byte[] message) {
            return copy().doFinal(message);
        }

        /** A copy needs no look-up of a provider. Any number of threads may copy what none of them uses. */
        private Mac copy() {
            try {
                return (Mac) prepared.clone();
            } catch (CloneNotSupportedException e) {
                return mac(useKey); // a provider of the host, such as one for a hardware module
            }
        }
    }
}
