package dev.lockstile.benchmarks.flows;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.lockstile.benchmarks.internal.host.BenchSettings;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Access tokens by hand with Nimbus, ES256, with the claims and the checks of the library's. */
final class HandTokens {

    private final HandSecrets secrets;
    private final JWSHeader header;
    private final JWSSigner signer;
    private final JWSVerifier verifier;

    HandTokens(HandSecrets secrets) {
        this.secrets = secrets;
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256).keyID("hand").generate();
            header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(new JOSEObjectType("at+jwt"))
                    .keyID("hand")
                    .build();
            signer = new ECDSASigner(key);
            verifier = new ECDSAVerifier(key.toPublicJWK());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String sign(Subject subject, Instant now) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(BenchSettings.TOKENS.issuer())
                .audience(BenchSettings.TOKENS.audience())
                .subject(subject.user())
                .jwtID(secrets.text(16))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(BenchSettings.TOKENS.accessTtl())))
                .claim("sid", subject.session())
                .claim("profile_id", subject.profile())
                .claim("roles", List.of("USER"))
                .claim("client_id", BenchSettings.TOKENS.clientId())
                .claim("auth_time", subject.authTime().getEpochSecond())
                .build();
        SignedJWT jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    /** The session that a good token names. */
    String session(String token, Instant now) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            boolean good = JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm())
                    && "at+jwt".equals(jwt.getHeader().getType().getType())
                    && jwt.verify(verifier)
                    && BenchSettings.TOKENS.issuer().equals(claims.getIssuer())
                    && claims.getAudience().equals(List.of(BenchSettings.TOKENS.audience()))
                    && claims.getExpirationTime().after(Date.from(now));
            if (!good) {
                throw new IllegalStateException("a token of ours is refused");
            }
            return claims.getStringClaim("sid");
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whom a token speaks for. */
    record Subject(String user, String profile, String session, Instant authTime) {}
}
