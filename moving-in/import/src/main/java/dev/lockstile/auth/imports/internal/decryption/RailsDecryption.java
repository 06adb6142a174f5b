package dev.lockstile.auth.imports.internal.decryption;

import dev.lockstile.auth.imports.mapping.FactorKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decrypts values of {@code ActiveRecord::Encryption}: JSON with a payload {@code p} and headers {@code h}
 * ({@code iv}, {@code at}; {@code c} for a compressed text, {@code k} for an encrypted key of its own), by AES-256-GCM.
 * The keys are derived from {@code primary_key} and {@code key_derivation_salt} by PBKDF2 with SHA-256, or SHA-1 before
 * Rails 7.1, and cached in the {@link FactorKey}. Safe for use by many threads.
 */
public final class RailsDecryption {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int ITERATIONS = 1 << 16;
    private static final int LONGEST_TEXT = 4096;

    private final FactorKey key;

    /**
     * Stores the key. Keys are derived from it when the first text is decrypted.
     *
     * @param key of the source application
     */
    public RailsDecryption(FactorKey key) {
        this.key = key;
    }

    /**
     * {@return true for a text in the form of an encrypted attribute}
     *
     * @param cell the attribute in its column
     */
    public static boolean isSealed(@Nullable Object cell) {
        return cell != null && cell.toString().strip().startsWith("{");
    }

    /**
     * {@return the plain text of an attribute; empty when no key decrypts it}
     *
     * @param cell as Rails stored it
     */
    public Optional<String> open(@Nullable Object cell) {
        if (cell == null) {
            return Optional.empty();
        }
        try {
            JsonNode message = JSON.readTree(cell.toString());
            JsonNode ownKey = message.path("h").path("k");
            List<byte[]> keys = ownKey.isMissingNode()
                    ? keys()
                    : opened(ownKey, keys()).stream().toList();
            return opened(message, keys)
                    .flatMap(text -> message.path("h").path("c").asBoolean(false) ? inflated(text) : Optional.of(text))
                    .map(text -> new String(text, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            return Optional.empty(); // the cause is dropped, since it may quote the text
        }
    }

    private static Optional<byte[]> opened(JsonNode message, List<byte[]> keys) {
        byte[] iv = Ciphers.base64(message.path("h").path("iv").asString(""));
        byte[] text = Ciphers.base64(message.path("p").asString(""));
        byte[] tag = Ciphers.base64(message.path("h").path("at").asString(""));
        return tag.length != 16
                ? Optional.empty()
                : keys.stream()
                        .flatMap(one -> Ciphers.gcm(one, iv, text, tag).stream())
                        .findFirst();
    }

    private List<byte[]> keys() {
        return key.derived("rails", RailsDecryption::derived);
    }

    private static List<byte[]> derived(FactorKey key) {
        List<byte[]> derived = new ArrayList<>();
        for (byte[] salt : key.values("key_derivation_salt", "active_record_encryption_key_derivation_salt")) {
            for (byte[] primary : key.values("primary_key", "active_record_encryption_primary_key")) {
                Stream.of("SHA256", "SHA1")
                        .map(digest -> Ciphers.pbkdf2(digest, primary, salt, ITERATIONS))
                        .forEach(derived::add);
            }
        }
        return derived;
    }

    private static Optional<byte[]> inflated(byte[] text) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(text);
            byte[] whole = new byte[LONGEST_TEXT];
            int length = inflater.inflate(whole);
            return inflater.finished() ? Optional.of(Arrays.copyOf(whole, length)) : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
