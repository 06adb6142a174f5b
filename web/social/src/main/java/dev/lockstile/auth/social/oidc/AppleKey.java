package dev.lockstile.auth.social.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.lockstile.auth.secret.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.regex.Pattern;

/**
 * The key for Sign in with Apple, which signs what other providers call a client secret
 * (developer.apple.com/documentation/accountorganizationaldatasharing/creating-a-client-secret). Never printed.
 */
public final class AppleKey {

    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final Pattern ID = Pattern.compile("[A-Z0-9]{10}");

    private final String teamId;
    private final String keyId;
    private final JWSSigner signer;

    private AppleKey(String teamId, String keyId, JWSSigner signer) {
        this.teamId = teamId;
        this.keyId = keyId;
        this.signer = signer;
    }

    /**
     * {@return the key as Apple gives it out}
     *
     * @param teamId ten characters, in the account's membership details
     * @param keyId ten characters, beside the key
     * @param pem the content of the {@code .p8} file
     * @throws IllegalArgumentException when one of them cannot be what it should be; it is not quoted
     */
    public static AppleKey of(String teamId, String keyId, Secret pem) {
        if (!ID.matcher(teamId).matches() || !ID.matcher(keyId).matches()) {
            throw new IllegalArgumentException("team id and key id are ten capitals and digits each");
        }
        try {
            String body = pem.reveal()
                    .replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "")
                    .replaceAll("\\s", "");
            PKCS8EncodedKeySpec encoded =
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body));
            ECPrivateKey key = (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(encoded);
            return new AppleKey(teamId, keyId, new ECDSASigner(key));
        } catch (GeneralSecurityException | JOSEException | IllegalArgumentException e) {
            throw new IllegalArgumentException("the key is no PEM of a P-256 key in PKCS #8");
        }
    }

    /** A secret for that client that is good for an hour. */
    Secret secret(String clientId, String audience, Instant now) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(teamId)
                .subject(clientId)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(keyId).build(), claims);
        try {
            token.sign(signer);
            return Secret.of(token.serialize());
        } catch (JOSEException e) {
            throw new IllegalStateException("the key of Apple does not sign", e);
        }
    }

    @Override
    public String toString() {
        return "AppleKey[" + keyId + "]";
    }
}
