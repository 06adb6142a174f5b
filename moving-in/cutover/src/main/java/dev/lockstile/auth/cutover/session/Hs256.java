package dev.lockstile.auth.cutover.session;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.secret.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads compact tokens signed with HMAC-SHA-256 (RFC 7515, 7518 3.2), and nothing else: the algorithm is ours to say,
 * not the token's (RFC 8725 3.1).
 */
final class Hs256 {

    /** RFC 7518 3.2: as long as the digest. */
    static final int SHORTEST_KEY = 32;

    private static final String HMAC = "HmacSHA256";
    private static final int LONGEST = 8192;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final SecretKeySpec key;

    /** @throws IllegalArgumentException for a key below 32 bytes, unless that is allowed */
    Hs256(Secret key, boolean shortKeyAllowed) {
        byte[] bytes = key.reveal().getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0 || bytes.length < SHORTEST_KEY && !shortKeyAllowed) {
            throw new IllegalArgumentException(
                    "the old signing key is shorter than 32 bytes: a client with one token can"
                            + " search for it, and sign in as any account; allowShortKey() takes that risk");
        }
        this.key = new SecretKeySpec(bytes, HMAC);
    }

    /** A token that carries our signature. @param signed the text the signature is over: it has no second spelling */
    record Signed(Map<String, @Nullable Object> claims, String signed) {

        /** What tells a token from any other that has no id of its own. */
        String id() {
            return "sha256:" + Sha256.textOf(signed);
        }
    }

    Optional<Signed> read(Secret token) {
        String text = token.reveal();
        String[] parts = text.length() > LONGEST ? new String[0] : text.split("\\.", -1);
        if (parts.length != 3 || !isOurs(parts)) {
            return Optional.empty();
        }
        Optional<Map<String, @Nullable Object>> header = json(parts[0]);
        return header.filter(Hs256::isPlain)
                .flatMap(any -> json(parts[1]))
                .map(claims -> new Signed(claims, parts[0] + '.' + parts[1]));
    }

    /** Before anything in it is looked at. */
    private boolean isOurs(String[] parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            byte[] expected = mac.doFinal((parts[0] + '.' + parts[1]).getBytes(StandardCharsets.UTF_8));
            return MessageDigest.isEqual(expected, Base64.getUrlDecoder().decode(parts[2]));
        } catch (IllegalArgumentException e) {
            return false; // no base64url
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    private static boolean isPlain(Map<String, @Nullable Object> header) {
        Object type = header.get("typ");
        return "HS256".equals(header.get("alg"))
                && (type == null || "JWT".equalsIgnoreCase(String.valueOf(type)))
                && !header.containsKey("crit")
                && !header.containsKey("b64")
                && !header.containsKey("zip");
    }

    private static Optional<Map<String, @Nullable Object>> json(String part) {
        try {
            return Optional.ofNullable(JSON.readValue(
                    Base64.getUrlDecoder().decode(part), new TypeReference<Map<String, @Nullable Object>>() {}));
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty(); // no base64url, or no object in it
        }
    }
}
