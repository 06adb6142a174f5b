package dev.lockstile.auth.token;

import dev.lockstile.auth.internal.jose.CompactJws;
import dev.lockstile.auth.internal.jose.KeySet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keys that verify signatures (RFC 7515). The host supplies them as text; the library never fetches keys named in a
 * token's header (RFC 8725 3.10). Each key verifies one algorithm: its {@code alg}, or else the one of its type (ES256,
 * ES384 or ES512 by the curve, EdDSA, RS256, HS256).
 */
public final class VerificationKeys {

    private final KeySet keys;

    private VerificationKeys(KeySet keys) {
        this.keys = keys;
    }

    /**
     * Reads a JWK set, such as the one under {@code /.well-known/jwks.json}. Keys for encryption are left out.
     *
     * @param jwkSet the published JSON
     * @return the keys that verify
     * @throws IllegalArgumentException for a set that is ambiguous (two keys with one id, symmetric beside asymmetric
     *     keys), holds a weak or malformed key (RSA below 2048 bits or with a small exponent, the ROCA fault, HMAC
     *     below the size of its hash, a point off its curve), or has no key to verify with
     */
    public static VerificationKeys parse(String jwkSet) {
        return new VerificationKeys(KeySet.parse(jwkSet));
    }

    /**
     * {@return the content of a compact JWS; empty unless it is strictly encoded and one of these keys signed it with
     * its own algorithm}
     *
     * @param compact the text as received
     */
    public Optional<VerifiedJws> verify(String compact) {
        return CompactJws.parse(compact)
                .flatMap(jws -> keys.verify(jws)
                        .map(key -> new VerifiedJws(key.id(), jws.header().type(), jws.content())));
    }

    KeySet keys() {
        return keys;
    }

    /** Content whose signature was verified. Only {@link VerificationKeys} creates instances. */
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
         * {@return the {@code typ}; null where the header has none} Check it before reading the payload: it tells kinds
         * of tokens apart (RFC 8725 3.11).
         */
        public @Nullable String type() {
            return type;
        }

        /** {@return a copy of the signed content} */
        public byte[] payload() {
            return payload.clone();
        }

        @Override
        public String toString() {
            return "VerifiedJws[" + keyId + "]";
        }
    }
}
