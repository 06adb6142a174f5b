package dev.lockstile.auth.social.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Tokens and key sets that a provider of good will never makes. */
final class Forge {

    private Forge() {}

    static String sign(JWK key, JWSAlgorithm algorithm, Map<String, Object> claims) {
        return sign(key, algorithm, claims, header -> header);
    }

    static String sign(
            JWK key, JWSAlgorithm algorithm, Map<String, Object> claims, UnaryOperator<JWSHeader.Builder> header) {
        try {
            JWSHeader.Builder builder = new JWSHeader.Builder(algorithm).keyID(key.getKeyID());
            JWSObject token =
                    new JWSObject(header.apply(builder).build(), new Payload(JSONObjectUtils.toJSONString(claims)));
            token.sign(signer(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With the published key's text as the secret of an HMAC: the classic swap of algorithms. */
    static String hmac(byte[] secret, String kid, Map<String, Object> claims) {
        try {
            JWSObject token = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(kid).build(),
                    new Payload(JSONObjectUtils.toJSONString(claims)));
            token.sign(new MACSigner(Arrays.copyOf(secret, Math.max(secret.length, 32))));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String unsigned(String header, Map<String, Object> claims) {
        return encode(header) + "." + encode(JSONObjectUtils.toJSONString(claims)) + ".";
    }

    static String set(JWK... keys) {
        return JSONObjectUtils.toJSONString(new JWKSet(List.of(keys)).toJSONObject(true));
    }

    static Base64URL encode(String text) {
        return Base64URL.encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JWSSigner signer(JWK key) throws JOSEException {
        return key instanceof RSAKey rsa ? new RSASSASigner(rsa, true) : new ECDSASigner((ECKey) key);
    }
}
