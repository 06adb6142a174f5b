package dev.lockstile.auth.imports.internal.decryption;

import dev.lockstile.auth.imports.mapping.FactorKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.XChaCha20Poly1305;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/**
 * Decrypts values of Better Auth's {@code symmetricEncrypt}: hex of a nonce of 24 bytes and of XChaCha20-Poly1305. The
 * key is the SHA-256 of {@code BETTER_AUTH_SECRET}, or, after the prefix {@code $ba$VERSION$}, of the secret of that
 * version in {@code BETTER_AUTH_SECRETS}, a list of {@code VERSION:SECRET}.
 */
public final class BetterAuthDecryption {

    private static final Pattern VERSIONED = Pattern.compile("\\$ba\\$([0-9]{1,9})\\$(.*)");
    private static final Pattern ENTRY = Pattern.compile("\\s*([0-9]{1,9}):(.*)", Pattern.DOTALL);
    private static final int NONCE = 24;
    private static final int TAG = 16;
    private static final int LONGEST = 1 << 16;

    private final List<Versioned> keys = new ArrayList<>();

    /**
     * Reads the keys.
     *
     * @param key of the source application
     */
    public BetterAuthDecryption(FactorKey key) {
        key.values("", "better_auth_secret", "auth_secret")
                .forEach(secret -> keys.add(new Versioned("", sha256(secret))));
        key.values("better_auth_secrets").forEach(list -> {
            for (String part : new String(list, StandardCharsets.UTF_8).split(",")) {
                Matcher entry = ENTRY.matcher(part);
                if (entry.matches()) {
                    keys.add(new Versioned(
                            entry.group(1), sha256(entry.group(2).strip().getBytes(StandardCharsets.UTF_8))));
                }
            }
        });
    }

    /** A key and its version, empty for a key without one. */
    private record Versioned(String version, byte[] key) {}

    /**
     * {@return the plain text; empty when no key decrypts it}
     *
     * @param cell as Better Auth stored it
     */
    public Optional<String> open(@Nullable Object cell) {
        if (cell == null) {
            return Optional.empty();
        }
        Matcher versioned = VERSIONED.matcher(cell.toString().strip());
        boolean hasVersion = versioned.matches();
        byte[] sealed = hex(hasVersion ? versioned.group(2) : cell.toString().strip());
        return keys.stream()
                .filter(key ->
                        !hasVersion || key.version().isEmpty() || key.version().equals(versioned.group(1)))
                .flatMap(key -> opened(key.key(), sealed).stream())
                .findFirst()
                .map(text -> new String(text, StandardCharsets.UTF_8));
    }

    private static Optional<byte[]> opened(byte[] key, byte[] sealed) {
        if (sealed.length < NONCE + TAG || sealed.length > LONGEST) {
            return Optional.empty();
        }
        XChaCha20Poly1305 cipher = new XChaCha20Poly1305();
        cipher.init(false, new AEADParameters(new KeyParameter(key), TAG * 8, Arrays.copyOf(sealed, NONCE)));
        byte[] text = new byte[cipher.getOutputSize(sealed.length - NONCE)];
        try {
            int written = cipher.processBytes(sealed, NONCE, sealed.length - NONCE, text, 0);
            written += cipher.doFinal(text, written);
            return Optional.of(Arrays.copyOf(text, written));
        } catch (InvalidCipherTextException e) {
            return Optional.empty(); // another key, or an altered text
        }
    }

    private static byte[] hex(String text) {
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] sha256(byte[] secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
