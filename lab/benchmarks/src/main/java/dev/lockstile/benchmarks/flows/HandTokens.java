package dev.lockstile.benchmarks.flows;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.lockstile.auth.token.AccessTokenVerifier;
import dev.lockstile.auth.token.VerificationKeys;
import dev.lockstile.benchmarks.internal.host.BenchSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * Access tokens by hand, ES256, with the claims of the library's: signed with Nimbus, as the library does it, and
 * verified by the library, so that a flow is compared by what it does besides.
 */
final class HandTokens {

    private final HandSecrets secrets;
    private final JWSHeader header;
    private final JWSSigner signer;
    private final AccessTokenVerifier verifier;

    HandTokens(HandSecrets secrets, Clock clock) {
        this.secrets = secrets;
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256).keyID("hand").generate();
            header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(new JOSEObjectType("at+jwt"))
                    .keyID("hand")
                    .build();
            signer = new ECDSASigner(key);
            VerificationKeys published = VerificationKeys.parse(new JWKSet(key.toPublicJWK()).toString());
            verifier = AccessTokenVerifier.of(BenchSettings.TOKENS, published, clock);
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
                .claim("rights", List.of())
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
    String session(String token) {
        return verifier.verify(token)
                .map(AccessTokenVerifier.VerifiedToken::session)
                .orElseThrow(() -> new IllegalStateException("a token of ours is refused"));
    }

    /** Whom a token speaks for. */
    record Subject(String user, String profile, String session, Instant authTime) {}
}
