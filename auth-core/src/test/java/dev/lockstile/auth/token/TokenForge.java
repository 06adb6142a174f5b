package dev.lockstile.auth.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes tokens byte by byte, genuine and forged ones, as an attacker with or without our key would. */
final class TokenForge {

    static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    static final TokenSettings SETTINGS = TokenSettings.owasp("https://issuer.example", "app");

    private static final JsonMapper JSON = new JsonMapper();

    final ECKey key;

    TokenForge(SigningKeys keys) {
        try {
            key = JWKSet.parse(keys.jwkSet().reveal()).getKeys().get(0).toECKey();
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Map<String, @Nullable Object> header() {
        Map<String, @Nullable Object> header = new LinkedHashMap<>();
        header.put("alg", "ES256");
        header.put("typ", "at+jwt");
        header.put("kid", key.getKeyID());
        return header;
    }

    static Map<String, @Nullable Object> claims() {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("iss", "https://issuer.example");
        claims.put("aud", "app");
        claims.put("sub", "7");
        claims.put("sid", "session-1");
        claims.put("jti", "token-1");
        claims.put("profile_id", "9");
        claims.put("roles", java.util.List.of("USER"));
        claims.put("rights", java.util.List.of());
        claims.put("iat", NOW.getEpochSecond());
        claims.put("exp", NOW.getEpochSecond() + 600);
        claims.put("auth_time", NOW.getEpochSecond());
        claims.put("acr", "aal1");
        claims.put("amr", java.util.List.of("pwd"));
        claims.put("client_id", "acme");
        return claims;
    }

    static Map<String, @Nullable Object> with(Map<String, @Nullable Object> map, String name, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(map);
        changed.put(name, value);
        return changed;
    }

    static Map<String, @Nullable Object> without(Map<String, @Nullable Object> map, String name) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(map);
        changed.remove(name);
        return changed;
    }

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    static String part(String text) {
        return part(text.getBytes(StandardCharsets.UTF_8));
    }

    static String part(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Signed with our own key, whatever it says. */
    String genuine(Map<String, @Nullable Object> header, Map<String, @Nullable Object> claims) {
        return genuine(json(header), json(claims));
    }

    String genuine(String header, String claims) {
        return signed(header, claims, key);
    }

    static String signed(String header, String claims, ECKey by) {
        String input = part(header) + '.' + part(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(by.toECPrivateKey());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input
                    + '.'
                    + part(ECDSA.transcodeSignatureToConcat(
                            signature.sign(), ECDSA.getSignatureByteArrayLength(JWSAlgorithm.ES256)));
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hmac(String header, String claims, String algorithm, byte[] key) {
        String input = part(header) + '.' + part(claims);
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return input + '.' + part(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
