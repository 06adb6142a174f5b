package dev.lockstile.auth.token;

import dev.lockstile.auth.internal.jose.SigningKeyGenerator;
import dev.lockstile.auth.internal.jose.SigningKeyRotation;
import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign and verify access tokens: a private JWK set (RFC 7517) in which a key may have a time from which
 * it signs ({@code nbf}). A key is published as soon as it is in the set and signs from its {@code nbf} on. After the
 * next key has taken over, it verifies until the last token it signed has expired, and is then no longer published or
 * accepted (ASVS 11.2.2). Only these times and the clock decide, so that nodes with the same set agree.
 *
 * <pre>{@code
 * SigningKeys next = keys.withNewKey(SigningKeys.Algorithm.ES256, clock.instant().plus(Duration.ofHours(24)));
 * }</pre>
 *
 * <p>Give the new set to all nodes before its key starts to sign: a node without the key refuses the tokens of the
 * others. In an emergency remove a key with {@link #without}; a node refuses its tokens as soon as it has the new set.
 *
 * @param jwkSet the set with its private parts; store it where only the application can read it
 */
public record SigningKeys(Secret jwkSet) {

    /** {@return a set of one new ES256 key} */
    public static SigningKeys generate() {
        return generate(Algorithm.ES256);
    }

    /**
     * {@return a set of one new key that signs at once}
     *
     * @param algorithm its signature algorithm
     */
    public static SigningKeys generate(Algorithm algorithm) {
        return new SigningKeys(Secret.of(SigningKeyGenerator.first(algorithm.id())));
    }

    /**
     * {@return these keys and a new one that starts to sign at that time}
     *
     * @param algorithm its signature algorithm; HMAC only in a set of HMAC keys
     * @param signsFrom leave time for all nodes to receive the set and for all verifiers to fetch the published
     *     keys, such as 24 hours
     * @throws IllegalArgumentException for an HMAC key in a set of other keys, and the reverse
     */
    public SigningKeys withNewKey(Algorithm algorithm, Instant signsFrom) {
        return new SigningKeys(Secret.of(SigningKeyGenerator.add(jwkSet.reveal(), algorithm.id(), signsFrom)));
    }

    /**
     * {@return the keys without this one, whose tokens are then refused}
     *
     * @param keyId the {@code kid}
     * @throws IllegalArgumentException when there is no such key, or it is the last one
     */
    public SigningKeys without(String keyId) {
        return new SigningKeys(Secret.of(SigningKeyGenerator.remove(jwkSet.reveal(), keyId)));
    }

    /**
     * {@return the keys without those whose tokens have all expired}
     *
     * @param settings with the lifetime of tokens
     * @param now the time to compare with
     */
    public SigningKeys withoutRetired(TokenSettings settings, Instant now) {
        SigningKeys left = this;
        Duration tail = settings.accessTtl().plus(settings.skew());
        for (String retired : SigningKeyRotation.of(jwkSet.reveal(), tail).retired(now)) {
            left = left.without(retired);
        }
        return left;
    }

    /** {@return the public properties of the keys, in the order of the set} */
    public List<KeyInfo> keys() {
        return SigningKeyGenerator.describe(jwkSet.reveal()).stream()
                .map(key -> new KeyInfo(key.id(), Algorithm.of(key.algorithm()), key.signsFrom()))
                .toList();
    }

    /**
     * Signature algorithms of access tokens. Each key has exactly one; the header of a token does not select it (RFC
     * 8725 3.1).
     */
    public enum Algorithm {
        /** ECDSA on P-256: the default, which all libraries verify. */
        ES256("ES256"),
        /** Ed25519 (RFC 8037). */
        EDDSA("EdDSA"),
        /** RSA with 3072 bits: large and slow; for verifiers that support nothing else. */
        RS256("RS256"),
        /** HMAC: a verifier can also sign, so use it only where the signing application is the only verifier. */
        HS256("HS256");

        private final String id;

        Algorithm(String id) {
            this.id = id;
        }

        /** {@return the name in a token's header and in a JWK (RFC 7518)} */
        public String id() {
            return id;
        }

        /** @throws IllegalArgumentException for an unknown name */
        static Algorithm of(String id) {
            return Arrays.stream(values())
                    .filter(algorithm -> algorithm.id.equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no algorithm of ours has the name " + id));
        }
    }

    /**
     * The public properties of a signing key.
     *
     * @param id the {@code kid}
     * @param algorithm its signature algorithm
     * @param signsFrom when it starts to sign; null for a key without that time
     */
    public record KeyInfo(
            String id, Algorithm algorithm, @Nullable Instant signsFrom) {}
}
