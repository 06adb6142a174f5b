package dev.lockstile.auth.imports.internal.decryption;

import dev.lockstile.auth.imports.mapping.FactorKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decrypts values of Laravel's {@code encrypt()} and {@code encryptString()}
 * ({@code Illuminate\Encryption\Encrypter}): base64 of JSON with {@code iv}, {@code value} and {@code mac} (AES-CBC,
 * HMAC-SHA-256 over the two texts) or {@code tag} (AES-GCM). The keys are {@code APP_KEY} and
 * {@code APP_PREVIOUS_KEYS}.
 */
public final class LaravelDecryption {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern SERIALIZED = Pattern.compile("s:([0-9]{1,6}):\"(.*)\";", Pattern.DOTALL);
    private static final String BASE64 = "base64:";

    private final List<byte[]> keys;

    /**
     * Reads the keys.
     *
     * @param key of the source application
     */
    public LaravelDecryption(FactorKey key) {
        keys = Stream.concat(
                        key.values("", "app_key").stream(),
                        key.values("app_previous_keys").stream().flatMap(LaravelDecryption::parts))
                .map(LaravelDecryption::bytes)
                .toList();
    }

    /**
     * {@return the plain text, without PHP's serialization of a string; empty when no key decrypts it, or it is another
     * serialized value}
     *
     * @param cell as the source application stored it
     */
    public Optional<String> open(@Nullable Object cell) {
        Optional<JsonNode> sealed = cell == null ? Optional.empty() : json(Ciphers.base64(cell.toString()));
        return sealed.flatMap(one ->
                        keys.stream().flatMap(key -> opened(one, key).stream()).findFirst())
                .flatMap(text -> unserialized(new String(text, StandardCharsets.UTF_8)));
    }

    private static Optional<byte[]> opened(JsonNode sealed, byte[] key) {
        String iv = sealed.path("iv").asString("");
        String value = sealed.path("value").asString("");
        byte[] tag = Ciphers.base64(sealed.path("tag").asString(""));
        byte[] text = Ciphers.base64(value);
        if (tag.length > 0) {
            return Ciphers.gcm(key, Ciphers.base64(iv), text, tag);
        }
        byte[] mac = sealed.path("mac").asString("").getBytes(StandardCharsets.US_ASCII);
        byte[] expected = HexFormat.of()
                .formatHex(Ciphers.hmacSha256(key, (iv + value).getBytes(StandardCharsets.US_ASCII)))
                .getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(mac, expected) ? Ciphers.cbc(key, Ciphers.base64(iv), text) : Optional.empty();
    }

    /**
     * Reads a string as PHP serializes it, {@code s:LENGTH:"...";}. Another serialized value gives an empty result, and
     * any other text is returned unchanged.
     */
    private static Optional<String> unserialized(String text) {
        Matcher string = SERIALIZED.matcher(text);
        if (string.matches()) {
            return Optional.of(string.group(2))
                    .filter(inner ->
                            inner.getBytes(StandardCharsets.UTF_8).length == Integer.parseInt(string.group(1)));
        }
        return text.matches("(?s)([abdiOC]:.*|N;)") ? Optional.empty() : Optional.of(text);
    }

    private static Optional<JsonNode> json(byte[] text) {
        try {
            return text.length == 0 ? Optional.empty() : Optional.of(JSON.readTree(text));
        } catch (JacksonException e) {
            return Optional.empty(); // the cause is dropped, since it may quote the text
        }
    }

    private static Stream<byte[]> parts(byte[] list) {
        String whole = new String(list, StandardCharsets.ISO_8859_1);
        return Stream.of(whole.split(",")).map(part -> part.strip().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] bytes(byte[] key) {
        String text = new String(key, StandardCharsets.ISO_8859_1);
        return text.startsWith(BASE64) ? Ciphers.base64(text.substring(BASE64.length())) : key;
    }
}
