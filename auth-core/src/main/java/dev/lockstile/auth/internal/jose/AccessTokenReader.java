package dev.lockstile.auth.internal.jose;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads access tokens (RFC 9068). The key decides the algorithm, the header never does; the header holds exactly what
 * ours have, so nothing that it says of keys elsewhere is ever looked at (RFC 8725 3.1, 3.10). The payload is parsed
 * only after the signature was verified.
 */
public final class AccessTokenReader {

    private static final Set<String> HEADER = Set.of("alg", "kid", "typ");

    private final Keys keys;
    private final KnownHeaders headers = new KnownHeaders();
    private final ExpectedToken expected;

    public AccessTokenReader(Keys keys, ExpectedToken expected) {
        this.keys = keys;
        this.expected = expected;
    }

    /** What a token says; empty unless it is exactly ours and valid now. */
    public Optional<ParsedAccessToken> read(String token, Instant now) {
        return CompactJws.parse(token, headers)
                .filter(jws -> isGenuine(jws, now))
                .flatMap(AccessTokenReader::payload)
                .flatMap(claims -> AccessTokenClaims.read(claims, expected, now));
    }

    /** The same for one whose time may be up; it is read as of the last moment of its own time. */
    public Optional<ParsedAccessToken> readLate(String token, Instant now) {
        return CompactJws.parse(token, headers)
                .filter(jws -> isGenuine(jws, now))
                .flatMap(AccessTokenReader::payload)
                .flatMap(claims -> AccessTokenClaims.read(claims, expected, atMost(claims, now)));
    }

    private static Instant atMost(Map<String, Object> claims, Instant now) {
        Instant last = claims.get("exp") instanceof Number expires
                ? Instant.ofEpochSecond(expires.longValue()).minusSeconds(1)
                : now;
        return last.isBefore(now) ? last : now;
    }

    private boolean isGenuine(CompactJws jws, Instant now) {
        String id = jws.header().keyId();
        boolean genuine = SigningKeyRotation.TYPE.equals(jws.header().type())
                && HEADER.equals(jws.header().members())
                && id != null
                && keys.find(id, now).filter(key -> key.signed(jws)).isPresent();
        if (genuine) {
            headers.add(jws);
        }
        return genuine;
    }

    private static Optional<Map<String, Object>> payload(CompactJws jws) {
        byte[] content = jws.content();
        Map<String, Object> plain = PlainJson.read(content, AccessTokenClaims.NAMES);
        if (plain != null) {
            return Optional.of(plain);
        }
        try {
            return Optional.of(JSONObjectUtils.parse(new String(content, StandardCharsets.UTF_8)));
        } catch (ParseException e) {
            return Optional.empty(); // signed by us and yet no JSON: another use of the key
        }
    }

    /** Where keys come from: memory, never the network. */
    @FunctionalInterface
    public interface Keys {
        Optional<VerifyingKey> find(String id, Instant now);
    }
}
