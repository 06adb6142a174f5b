package dev.lockstile.auth.token;

import dev.lockstile.auth.internal.jose.CompactJws;
import dev.lockstile.auth.internal.jose.KeySet;
import java.util.Optional;

/**
 * Keys that verify signatures (RFC 7515). They come from the host, as text; no token makes the library fetch anything,
 * whatever its header names (RFC 8725 3.10). Each key verifies one algorithm, its own: the {@code alg} it names, else
 * the one of its type (ES256, ES384 or ES512 by the curve, EdDSA, RS256, HS256).
 */
public final class VerificationKeys {

    private final KeySet keys;

    private VerificationKeys(KeySet keys) {
        this.keys = keys;
    }

    /**
     * Reads a JWK set, such as the one under {@code /.well-known/jwks.json}. Keys for encryption are left out.
     *
     * @param jwkSet JSON as it was published
     * @return the keys that verify
     * @throws IllegalArgumentException for a set that is ambiguous (two keys with one id, symmetric beside asymmetric
     *     keys), holds a weak or malformed key (RSA below 2048 bits or with a small exponent, the ROCA fault, HMAC below
     *     the size of its hash, a point off its curve), or has no key to verify with
     */
    public static VerificationKeys parse(String jwkSet) {
        return new VerificationKeys(KeySet.parse(jwkSet));
    }

    /**
     * {@return the content of a compact JWS in its one strict spelling, if one of these keys signed it with its own
     * algorithm; empty for anything else, and the reason is nobody's business}
     *
     * @param compact the text as it came
     */
    public Optional<VerifiedJws> verify(String compact) {
        return CompactJws.parse(compact)
                .flatMap(jws -> keys.verify(jws).map(key -> new VerifiedJws(key.id(), jws.type(), jws.content())));
    }

    KeySet keys() {
        return keys;
    }
}
