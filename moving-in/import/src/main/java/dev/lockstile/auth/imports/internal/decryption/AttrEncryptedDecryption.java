package dev.lockstile.auth.imports.internal.decryption;

import dev.lockstile.auth.imports.mapping.FactorKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decrypts values that devise-two-factor before 5 stored through attr_encrypted, with an IV and a salt beside each:
 * AES-256-GCM with the tag after the text, or AES-256-CBC as attr_encrypted 1 wrote it. The key is derived from
 * {@code otp_secret_encryption_key} and the salt by PBKDF2 with HMAC-SHA-1 and 2,000 rounds.
 */
public final class AttrEncryptedDecryption {

    private static final int ROUNDS = 2000;
    private static final int GCM_IV = 12;

    private final List<byte[]> keys;

    /**
     * Reads the keys.
     *
     * @param key of the source application
     */
    public AttrEncryptedDecryption(FactorKey key) {
        keys = key.values("", "otp_secret_encryption_key");
    }

    /**
     * {@return the plain text; empty when no key decrypts it}
     *
     * @param text in base64
     * @param iv in base64
     * @param salt in base64, with or without an underscore before it
     */
    public Optional<String> open(@Nullable Object text, @Nullable Object iv, @Nullable Object salt) {
        if (text == null || iv == null || salt == null) {
            return Optional.empty();
        }
        byte[] start = Ciphers.base64(iv.toString());
        byte[] sealed = Ciphers.base64(text.toString());
        byte[] salted = Ciphers.base64(salt.toString().strip().replaceFirst("^_", ""));
        if (salted.length == 0) {
            return Optional.empty();
        }
        return keys.stream()
                .map(key -> Ciphers.pbkdf2("SHA1", key, salted, ROUNDS))
                .flatMap(key -> (start.length == GCM_IV
                                ? Ciphers.gcm(key, start, sealed)
                                : Ciphers.cbc(key, start, sealed))
                        .stream())
                .findFirst()
                .map(opened -> new String(opened, StandardCharsets.UTF_8));
    }
}
