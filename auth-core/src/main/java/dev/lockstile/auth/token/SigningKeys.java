package dev.lockstile.auth.token;

import dev.lockstile.auth.internal.jose.KeyRing;
import dev.lockstile.auth.internal.jose.SigningKeyGenerator;
import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign and verify access tokens: a private JWK set (RFC 7517) in which each key may say from when on it
 * signs ({@code nbf}). All follows from those times and the clock, so nodes with the same set agree at every moment: a
 * key is published as soon as it is in the set, signs from its time on, and when the next one takes over, verifies
 * until the last token it signed has run out; then it is refused and no longer published (ASVS 11.2.2).
 *
 * <pre>{@code
 * SigningKeys next = keys.withNewKey(SigningKeys.Algorithm.ES256, clock.instant().plus(Duration.ofHours(24)));
 * }</pre>
 *
 * <p>Give the new set to all nodes before its key begins to sign: a node that lacks a key refuses what the others sign.
 * In an emergency take the key out with {@link #without}; its tokens are refused as soon as a node has the new set.
 *
 * @param jwkSet the set with its private parts; keep it where only the application can read it
 */
public record SigningKeys(Secret jwkSet) {

    /** {@return one fresh ES256 key} */
    public static SigningKeys generate() {
        return generate(Algorithm.ES256);
    }

    /**
     * {@return one fresh key that signs at once}
     *
     * @param algorithm what it signs with
     */
    public static SigningKeys generate(Algorithm algorithm) {
        return new SigningKeys(Secret.of(SigningKeyGenerator.first(algorithm.id())));
    }

    /**
     * {@return the same keys and a fresh one that takes over at that time}
     *
     * @param algorithm what it signs with; HMAC only beside HMAC
     * @param signsFrom give all nodes time to get the set and all verifiers time to fetch the published keys: 24 hours
     * @throws IllegalArgumentException for an HMAC key beside others, and for another one beside HMAC keys
     */
    public SigningKeys withNewKey(Algorithm algorithm, Instant signsFrom) {
        return new SigningKeys(Secret.of(SigningKeyGenerator.add(jwkSet.reveal(), algorithm.id(), signsFrom)));
    }

    /**
     * {@return the keys without this one: a token that it signed is refused from now on}
     *
     * @param keyId the {@code kid}
     * @throws IllegalArgumentException when it is not there, or nothing is left
     */
    public SigningKeys without(String keyId) {
        return new SigningKeys(Secret.of(SigningKeyGenerator.remove(jwkSet.reveal(), keyId)));
    }

    /**
     * {@return the keys without those that verify nothing any more}
     *
     * @param settings tell how long a token lives
     * @param now the time to compare with
     */
    public SigningKeys withoutRetired(TokenSettings settings, Instant now) {
        SigningKeys left = this;
        Duration tail = settings.accessTtl().plus(settings.skew());
        for (String retired : KeyRing.of(jwkSet.reveal(), tail).retired(now)) {
            left = left.without(retired);
        }
        return left;
    }

    /** {@return the keys in the order of the set, without anything secret} */
    public List<KeyInfo> keys() {
        return SigningKeyGenerator.describe(jwkSet.reveal()).stream()
                .map(key -> new KeyInfo(key.id(), Algorithm.of(key.algorithm()), key.signsFrom()))
                .toList();
    }

    /**
     * How access tokens are signed. A key signs with one algorithm alone; a token's header never chooses (RFC 8725
     * 3.1).
     */
    public enum Algorithm {
        /** ECDSA on P-256: the default; what every library verifies. */
        ES256("ES256"),
        /** Ed25519 (RFC 8037). */
        EDDSA("EdDSA"),
        /** RSA with 3072 bits: large and slow; for verifiers that know nothing else. */
        RS256("RS256"),
        /**
         * HMAC: a verifier can sign, so only where the application that signs is the only one that verifies.
         */
        HS256("HS256");

        private final String id;

        Algorithm(String id) {
            this.id = id;
        }

        /** {@return the name in a token's header and in a JWK (RFC 7518)} */
        public String id() {
            return id;
        }

        /** @throws IllegalArgumentException for a name that none of these has */
        static Algorithm of(String id) {
            return Arrays.stream(values())
                    .filter(algorithm -> algorithm.id.equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no algorithm of ours has the name " + id));
        }
    }

    /**
     * What may be said of a signing key.
     *
     * @param id the {@code kid}
     * @param algorithm the one it signs with
     * @param signsFrom null for a key that has signed since ever
     */
    public record KeyInfo(
            String id, Algorithm algorithm, @Nullable Instant signsFrom) {}
}
