package dev.lockstile.auth.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes signing keys, and sets of them. An algorithm goes by its name in a token's header (RFC 7518). */
public final class SigningKeyGenerator {

    private static final int RSA_BITS = 3072;
    private static final int HMAC_BITS = 256;
    private static final Set<String> ALGORITHMS = Set.of("ES256", "EdDSA", "RS256", "HS256");

    private SigningKeyGenerator() {}

    /** A private JWK set with one fresh key that has signed since ever. */
    public static String first(String algorithm) {
        return text(List.of(fresh(algorithm, null)));
    }

    /** The set with a fresh key more, which signs from that time on. */
    public static String add(String jwkSet, String algorithm, Instant signsFrom) {
        List<JWK> keys = new ArrayList<>(KeySet.keysOf(jwkSet));
        keys.add(fresh(algorithm, Date.from(signsFrom)));
        KeySet.requireOneKind(keys);
        return text(keys);
    }

    /** The set without that key. */
    public static String remove(String jwkSet, String keyId) {
        List<JWK> keys = KeySet.keysOf(jwkSet);
        List<JWK> left =
                keys.stream().filter(key -> !keyId.equals(key.getKeyID())).toList();
        if (left.size() == keys.size() || left.isEmpty()) {
            throw new IllegalArgumentException("key " + keyId + " is not in the set, or the only one");
        }
        return text(left);
    }

    /** What the set holds. */
    public static List<Description> describe(String jwkSet) {
        return KeySet.keysOf(jwkSet).stream()
                .map(key -> new Description(key.getKeyID(), algorithm(key), instant(key.getNotBeforeTime())))
                .toList();
    }

    /** @throws IllegalArgumentException for a key that signs with none of ours */
    static String algorithm(JWK key) {
        String name = KeyRules.algorithm(key).getName();
        if (!ALGORITHMS.contains(name)) {
            throw new IllegalArgumentException(
                    "key " + key.getKeyID() + " signs with " + name + "; ES256, EdDSA, RS256 and HS256 are there");
        }
        return name;
    }

    static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static JWK fresh(String algorithm, @Nullable Date from) {
        try {
            return switch (algorithm) {
                case "ES256" ->
                    new ECKeyGenerator(Curve.P_256)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.ES256)
                            .keyIDFromThumbprint(true)
                            .notBeforeTime(from)
                            .generate();
                case "EdDSA" ->
                    Ed25519Keys.generate()
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.EdDSA)
                            .keyIDFromThumbprint()
                            .notBeforeTime(from)
                            .build();
                case "RS256" ->
                    new RSAKeyGenerator(RSA_BITS)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.RS256)
                            .keyIDFromThumbprint(true)
                            .notBeforeTime(from)
                            .generate();
                case "HS256" ->
                    new OctetSequenceKeyGenerator(HMAC_BITS)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.HS256)
                            .keyIDFromThumbprint(true)
                            .notBeforeTime(from)
                            .generate();
                default -> throw new IllegalArgumentException("no key of ours signs with " + algorithm);
            };
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK has these algorithms", e);
        }
    }

    private static String text(List<JWK> keys) {
        return new JWKSet(keys).toString(false);
    }

    /**
     * What may be said of a signing key.
     *
     * @param signsFrom null for a key without a time
     */
    public record Description(
            String id, String algorithm, @Nullable Instant signsFrom) {}
}
