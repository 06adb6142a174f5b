package dev.lockstile.auth.imports.internal.decryption;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** Decryption with the ciphers of the JDK. A text that cannot be decrypted gives an empty result, not an exception. */
final class Ciphers {

    private static final int TAG_BITS = 128;
    private static final int LONGEST = 1 << 16;

    private Ciphers() {}

    /** Decrypts AES-GCM with the tag after the text. */
    static Optional<byte[]> gcm(byte[] key, byte[] iv, byte[] sealed) {
        return iv.length == 0
                ? Optional.empty()
                : opened("AES/GCM/NoPadding", key, new GCMParameterSpec(TAG_BITS, iv), sealed);
    }

    /** Decrypts AES-GCM with the tag apart. */
    static Optional<byte[]> gcm(byte[] key, byte[] iv, byte[] text, byte[] tag) {
        byte[] sealed = Arrays.copyOf(text, text.length + tag.length);
        System.arraycopy(tag, 0, sealed, text.length, tag.length);
        return gcm(key, iv, sealed);
    }

    /** Decrypts AES-CBC with PKCS#7 padding. */
    static Optional<byte[]> cbc(byte[] key, byte[] iv, byte[] sealed) {
        return iv.length == 16
                ? opened("AES/CBC/PKCS5Padding", key, new IvParameterSpec(iv), sealed)
                : Optional.empty();
    }

    private static Optional<byte[]> opened(String cipher, byte[] key, AlgorithmParameterSpec iv, byte[] sealed) {
        if (sealed.length == 0 || sealed.length > LONGEST || key.length != 16 && key.length != 32) {
            return Optional.empty();
        }
        try {
            Cipher opening = Cipher.getInstance(cipher);
            opening.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), iv);
            return Optional.of(opening.doFinal(sealed));
        } catch (AEADBadTagException | IllegalBlockSizeException e) {
            return Optional.empty(); // another key, or an altered text
        } catch (BadPaddingException e) {
            return Optional.empty(); // the same, reported by a cipher without a tag
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + cipher, e);
        }
    }

    static byte[] hmacSha256(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** Derives a key of 256 bits by PBKDF2 with the HMAC of that digest, such as {@code SHA256}. */
    static byte[] pbkdf2(String digest, byte[] password, byte[] salt, int iterations) {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(password));
        char[] chars = Arrays.copyOfRange(decoded.array(), 0, decoded.limit());
        PBEKeySpec spec = new PBEKeySpec(chars, salt, iterations, 256);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmac" + digest)
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2 with " + digest, e);
        } finally {
            spec.clearPassword();
            Arrays.fill(chars, '\0');
            Arrays.fill(decoded.array(), '\0');
        }
    }

    /** Decodes base64, ignoring white space; returns an empty array for any other text. */
    static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
