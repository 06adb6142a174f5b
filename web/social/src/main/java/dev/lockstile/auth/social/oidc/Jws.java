package dev.lockstile.auth.social.oidc;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A compact JWS in strict form, not verified yet. Its header chooses among keys that are known; what it says of keys
 * elsewhere refuses it (RFC 8725 3.10).
 *
 * @param signed header and payload as they were signed
 */
record Jws(JWSHeader header, IdTokenAlgorithm algorithm, Json payload, Base64URL signature, byte[] signed) {

    private static final int LONGEST = 16 * 1024;
    private static final int LONGEST_KEY_ID = 255;
    private static final String PLAIN = "jwt";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final Set<String> REFUSED =
            Set.of("jku", "jwk", "x5u", "x5c", "crit", "b64", "enc", "zip", "p2c", "p2s", "epk", "apu", "apv");

    /** A token whose header calls it a JWT, or names no type. */
    static Jws parse(String token) throws RefusedProofException {
        return parse(token, Set.of());
    }

    /** @param types in lower case, which the header may call it as well (RFC 8725 3.11) */
    static Jws parse(String token, Set<String> types) throws RefusedProofException {
        boolean strict = token.length() <= LONGEST
                && FORM.matcher(token).matches()
                && Stream.of(token.split("\\.")).allMatch(Jws::isCanonical);
        RefusedProofException.unless(strict, "the token is no signed JWT in strict form");
        int first = token.indexOf('.');
        int second = token.lastIndexOf('.');
        JWSHeader header = header(new Base64URL(token.substring(0, first)), types);
        Json payload = Json.parse(new Base64URL(token.substring(first + 1, second)).decodeToString())
                .orElseThrow(() -> new RefusedProofException("the token's payload is no JSON object"));
        return new Jws(
                header,
                algorithm(header),
                payload,
                new Base64URL(token.substring(second + 1)),
                token.substring(0, second).getBytes(StandardCharsets.US_ASCII));
    }

    @Nullable
    String keyId() {
        return header.getKeyID();
    }

    /** True where a key or a header calls the algorithm so; Ed25519 has two names (RFC 8037, RFC 9864). */
    static boolean isNamed(IdTokenAlgorithm algorithm, String name) {
        return algorithm.name().equals(name) || algorithm == IdTokenAlgorithm.EdDSA && "Ed25519".equals(name);
    }

    private static JWSHeader header(Base64URL part, Set<String> types) throws RefusedProofException {
        try {
            JWSHeader header = JWSHeader.parse(part);
            boolean clean = Collections.disjoint(header.toJSONObject().keySet(), REFUSED);
            RefusedProofException.unless(clean, "the token's header names keys or extensions");
            String type = header.getType() == null
                    ? PLAIN
                    : header.getType().getType().toLowerCase(Locale.ROOT);
            RefusedProofException.unless(type.equals(PLAIN) || types.contains(type), "the token is of another type");
            String id = header.getKeyID();
            RefusedProofException.unless(id == null || id.length() <= LONGEST_KEY_ID, "the token's kid is too long");
            return header;
        } catch (ParseException | RuntimeException e) {
            throw new RefusedProofException("the token's header is none"); // alg none, and what the parser trips over
        }
    }

    private static IdTokenAlgorithm algorithm(JWSHeader header) throws RefusedProofException {
        Optional<IdTokenAlgorithm> found = Stream.of(IdTokenAlgorithm.values())
                .filter(each -> isNamed(each, header.getAlgorithm().getName()))
                .findFirst();
        return found.orElseThrow(() -> new RefusedProofException("the token's algorithm is refused"));
    }

    /** False where bits behind the last byte are set, so that one token has one text. */
    private static boolean isCanonical(String part) {
        return part.length() % 4 != 1
                && Base64URL.encode(new Base64URL(part).decode()).toString().equals(part);
    }

    @Override
    public String toString() {
        return "Jws";
    }
}
