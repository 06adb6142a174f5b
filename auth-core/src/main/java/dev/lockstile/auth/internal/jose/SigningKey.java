package dev.lockstile.auth.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One of our own keys. Safe for any number of threads.
 *
 * @param header of all its access tokens; keeps its own text
 * @param signsFrom {@link Instant#MIN} for a key that has signed since ever
 * @param published the public part as the members of a JWK; empty for a key that has none
 */
record SigningKey(
        VerifyingKey verifying,
        JWSHeader header,
        JWSSigner signer,
        Instant signsFrom,
        Optional<Map<String, Object>> published) {

    private static final Set<String> PUBLIC_MEMBERS = Set.of("kty", "crv", "x", "y", "n", "e", "use", "alg", "kid");

    /**
     * @throws IllegalArgumentException for a key that is not private, weak, published somewhere, or of no algorithm of
     * ours
     */
    static SigningKey of(JWK key) {
        String algorithm = SigningKeyGenerator.algorithm(key);
        if (!key.isPrivate() || WellKnownKeys.contains(key)) {
            throw new IllegalArgumentException("key " + key.getKeyID() + " is not private");
        }
        Instant from = SigningKeyGenerator.instant(key.getNotBeforeTime());
        try {
            VerifyingKey verifying = VerifyingKey.of(key);
            return new SigningKey(
                    verifying,
                    header(verifying),
                    signer(key),
                    from == null ? Instant.MIN : from,
                    publicPart(key, algorithm));
        } catch (JOSEException | ParseException e) {
            throw new IllegalArgumentException("key " + key.getKeyID() + " cannot sign", e);
        }
    }

    String id() {
        return verifying.id();
    }

    /** Parsed again, since only a parsed header keeps its text and is not written anew for each token. */
    private static JWSHeader header(VerifyingKey key) throws ParseException {
        return JWSHeader.parse(new JWSHeader.Builder(key.algorithm())
                .type(new JOSEObjectType(SigningKeyRotation.TYPE))
                .keyID(key.id())
                .build()
                .toBase64URL());
    }

    private static JWSSigner signer(JWK key) throws JOSEException {
        if (key instanceof ECKey ec) {
            return new ECDSASigner(ec);
        }
        if (key instanceof RSAKey rsa) {
            return new RSASSASigner(rsa);
        }
        return key instanceof OctetSequenceKey oct ? new MACSigner(oct) : new Ed25519Signer((OctetKeyPair) key);
    }

    /** By an allow-list of members: what a later version of the JWK knows stays at home. */
    private static Optional<Map<String, Object>> publicPart(JWK key, String algorithm) {
        JWK open = key.toPublicJWK();
        if (open == null) {
            return Optional.empty();
        }
        Map<String, Object> members = new LinkedHashMap<>(open.toJSONObject());
        members.keySet().retainAll(PUBLIC_MEMBERS);
        members.put("use", "sig");
        members.put("alg", algorithm);
        return Optional.of(members);
    }
}
