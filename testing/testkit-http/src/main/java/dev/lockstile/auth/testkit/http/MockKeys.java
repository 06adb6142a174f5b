package dev.lockstile.auth.testkit.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One key of a provider: of a kind that is made quickly. */
record MockKeys(ECKey key) {

    static MockKeys generate() {
        try {
            return new MockKeys(new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String published() {
        return JSONObjectUtils.toJSONString(new JWKSet(key.toPublicJWK()).toJSONObject());
    }

    String sign(Map<String, Object> claims) {
        return sign(claims, null);
    }

    /** @param type the {@code typ} of the header; null for none */
    String sign(Map<String, Object> claims, @Nullable String type) {
        try {
            JWSObject token = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .type(type == null ? null : new JOSEObjectType(type))
                            .build(),
                    new Payload(JSONObjectUtils.toJSONString(claims)));
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "MockKeys";
    }
}
