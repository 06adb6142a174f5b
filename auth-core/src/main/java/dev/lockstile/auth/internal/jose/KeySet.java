package dev.lockstile.auth.internal.jose;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys of others, by their ids. */
public final class KeySet {

    private final Map<String, VerifyingKey> byId;

    private KeySet(Map<String, VerifyingKey> byId) {
        this.byId = byId;
    }

    /** @throws IllegalArgumentException for a set that is ambiguous, weak, malformed or empty */
    public static KeySet parse(String jwkSet) {
        List<JWK> usable =
                keysOf(jwkSet).stream().filter(KeyRules::isForSignatures).toList();
        requireOneKind(usable);
        Map<String, VerifyingKey> byId = new LinkedHashMap<>();
        for (JWK key : usable) {
            VerifyingKey verifying = VerifyingKey.of(key);
            if (byId.put(verifying.id(), verifying) != null) {
                throw new IllegalArgumentException("two keys have the kid " + verifying.id());
            }
        }
        if (byId.isEmpty()) {
            throw new IllegalArgumentException("the set has no key to verify with");
        }
        return new KeySet(byId);
    }

    /** The key that signed it. */
    public Optional<VerifyingKey> verify(CompactJws jws) {
        String id = jws.header().keyId();
        return id == null ? Optional.empty() : Optional.ofNullable(byId.get(id)).filter(key -> key.signed(jws));
    }

    /** The key with that id; these keys have no times. */
    public Optional<VerifyingKey> find(String id, Instant now) {
        return Optional.ofNullable(byId.get(id));
    }

    static List<JWK> keysOf(String jwkSet) {
        try {
            return JWKSet.parse(jwkSet).getKeys();
        } catch (ParseException | RuntimeException e) {
            throw new IllegalArgumentException("not a JWK set (RFC 7517)", e);
        }
    }

    /** A public key taken for the secret of an HMAC is how tokens are forged (RFC 8725 2.1). */
    static void requireOneKind(List<JWK> keys) {
        long symmetric =
                keys.stream().filter(key -> key instanceof OctetSequenceKey).count();
        if (symmetric > 0 && symmetric < keys.size()) {
            throw new IllegalArgumentException("symmetric and asymmetric keys do not belong in one set");
        }
    }
}
