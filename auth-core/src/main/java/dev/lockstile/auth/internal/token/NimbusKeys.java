package dev.lockstile.auth.internal.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The key ring: P-256 keys by their key id; the first one signs. */
public final class NimbusKeys {

    private final Map<String, ECKey> byId;
    private final ECKey signer;

    private NimbusKeys(Map<String, ECKey> byId, ECKey signer) {
        this.byId = byId;
        this.signer = signer;
    }

    /**
     * Reads a private JWK set.
     *
     * @throws IllegalArgumentException when a key is not a private P-256 key for ES256 with an id of its own
     */
    public static NimbusKeys parse(String jwkSet) {
        Map<String, ECKey> byId = new LinkedHashMap<>();
        for (JWK key : keysOf(jwkSet)) {
            ECKey ec = requireUsable(key);
            if (byId.put(ec.getKeyID(), ec) != null) {
                throw new IllegalArgumentException("two signing keys have the same kid");
            }
        }
        ECKey first = byId.values().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the set of signing keys is empty"));
        return new NimbusKeys(byId, first);
    }

    /** A private JWK set with one fresh key. */
    public static String generate() {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
            return new JWKSet(key).toString(false);
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    ECKey signer() {
        return signer;
    }

    Optional<ECKey> byId(@Nullable String kid) {
        return kid == null ? Optional.empty() : Optional.ofNullable(byId.get(kid));
    }

    String publicSet() {
        return new JWKSet(List.copyOf(byId.values())).toString(true);
    }

    private static List<JWK> keysOf(String jwkSet) {
        try {
            return JWKSet.parse(jwkSet).getKeys();
        } catch (ParseException e) {
            throw new IllegalArgumentException("the signing keys are no JWK set (RFC 7517)", e);
        }
    }

    private static ECKey requireUsable(JWK key) {
        boolean usable = key instanceof ECKey ec
                && Curve.P_256.equals(ec.getCurve())
                && ec.isPrivate()
                && ec.getKeyID() != null
                && (ec.getAlgorithm() == null || JWSAlgorithm.ES256.equals(ec.getAlgorithm()))
                && (ec.getKeyUse() == null || KeyUse.SIGNATURE.equals(ec.getKeyUse()));
        if (!usable) {
            throw new IllegalArgumentException("a signing key must be a private P-256 key for ES256 with a kid");
        }
        return (ECKey) key;
    }
}
