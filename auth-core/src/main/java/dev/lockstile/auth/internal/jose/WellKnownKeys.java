package dev.lockstile.auth.internal.jose;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.util.Set;

/** Publicly known keys: those of the standards' examples, and HMAC keys that no generator made. */
final class WellKnownKeys {

    /**
     * The first characters of the public x, the modulus or the secret in RFC 7515 A.1 to A.3, RFC 7517 A.1 and RFC 8037
     * A.1.
     */
    private static final Set<String> PUBLISHED = Set.of(
            "AyM1SysPpbyDfgZl",
            "ofgWCuLjybRlzo0t",
            "f83OJ3D2xF1Bg8vu",
            "MKBCTNIcKUSDii11",
            "0vx7agoebGcQSuuP",
            "11qYAYKxCrfVS_7T");

    private static final int MARK = 16;

    private WellKnownKeys() {}

    static boolean contains(JWK key) {
        if (key instanceof OctetSequenceKey oct && !KeyRules.looksRandom(oct.toByteArray())) {
            return true;
        }
        String text = telling(key).toString();
        return text.length() >= MARK && PUBLISHED.contains(text.substring(0, MARK));
    }

    private static Base64URL telling(JWK key) {
        if (key instanceof ECKey ec) {
            return ec.getX();
        }
        if (key instanceof RSAKey rsa) {
            return rsa.getModulus();
        }
        return key instanceof OctetKeyPair pair ? pair.getX() : ((OctetSequenceKey) key).getKeyValue();
    }
}
