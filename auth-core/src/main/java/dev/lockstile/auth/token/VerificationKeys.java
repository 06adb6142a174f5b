package dev.lockstile.auth.token;

import dev.lockstile.auth.internal.jose.CompactJws;
import dev.lockstile.auth.internal.jose.KeySet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
     *     keys), holds a weak or malformed key (RSA below 2048 bits or with a small exponent, the ROCA fault, HMAC
     *     below the size of its hash, a point off its curve), or has no key to verify with
     */
    public static VerificationKeys parse(String jwkSet) {
        return new VerificationKeys(KeySet.parse(jwkSet));
    }

    /**
     * {@return the content of a compact JWS in its one strict spelling, if one of these keys signed it with its own
     * algorithm; empty for anything else, without the reason}
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

    /** Signed content whose signature was verified. Nothing but {@link VerificationKeys} makes one. */
    public static final class VerifiedJws {

        private final String keyId;
        private final @Nullable String type;
        private final byte[] payload;

        VerifiedJws(String keyId, @Nullable String type, byte[] payload) {
            this.keyId = keyId;
            this.type = type;
            this.payload = payload.clone();
        }

        /** {@return the {@code kid} of the key that signed it} */
        public String keyId() {
            return keyId;
        }

        /**
         * {@return the {@code typ}; null where the header has none} What may be read from the payload depends on it
         * (RFC 8725 3.11).
         */
        public @Nullable String type() {
            return type;
        }

        /** {@return a copy of what was signed} */
        public byte[] payload() {
            return payload.clone();
        }

        @Override
        public String toString() {
            return "VerifiedJws[" + keyId + "]";
        }
    }
}
