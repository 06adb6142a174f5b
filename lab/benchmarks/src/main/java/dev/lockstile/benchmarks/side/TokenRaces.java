package dev.lockstile.benchmarks.side;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.auth0.jwt.interfaces.JWTVerifier;
import com.auth0.jwt.interfaces.Verification;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.lockstile.auth.token.AccessTokenVerifier;
import dev.lockstile.auth.token.SigningKeys;
import dev.lockstile.auth.token.VerificationKeys;
import dev.lockstile.benchmarks.internal.race.Contender;
import dev.lockstile.benchmarks.internal.race.Effort;
import dev.lockstile.benchmarks.internal.race.Race;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.JwtParserBuilder;
import io.jsonwebtoken.Jwts;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.SecretKey;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Verification of an access token with the same demands: exact algorithm, type, key id, no critical header, issuer, one
 * audience, times, and the presence of every claim. What each contender does not look at besides stands in the results.
 * Who does not offer an algorithm is not in its race.
 */
final class TokenRaces {

    private static final String ISSUER = SignedToken.SETTINGS.issuer();
    private static final String AUDIENCE = SignedToken.SETTINGS.audience();
    private static final List<String> EXACTLY_US = List.of(AUDIENCE);

    private TokenRaces() {}

    static List<Race> run(Effort effort) {
        return Arrays.stream(SigningKeys.Algorithm.values())
                .map(algorithm -> Race.run("Access token, " + algorithm.id(), contenders(algorithm), effort))
                .toList();
    }

    static List<Contender> contenders(SigningKeys.Algorithm algorithm) {
        SignedToken token = SignedToken.by(algorithm);
        try {
            List<Contender> all = new ArrayList<>();
            all.add(nimbus(token));
            all.add(lockstile(token));
            all.add(jjwt(token));
            if (!algorithm.id().equals("EdDSA")) {
                all.add(auth0(token));
                all.add(spring(token));
            }
            return all;
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static Contender nimbus(SignedToken token) {
        try {
            return new Contender("Nimbus by hand", new ByNimbus(token)::verifies);
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static Contender lockstile(SignedToken token) {
        AccessTokenVerifier verifier =
                AccessTokenVerifier.of(SignedToken.SETTINGS, VerificationKeys.parse(token.keySet()), Clock.systemUTC());
        return new Contender("Lockstile", () -> verifier.verify(token.text()).isPresent());
    }

    private static Contender jjwt(SignedToken token) throws GeneralSecurityException, JOSEException {
        Key key = Keys.any(token);
        JwtParserBuilder builder = Jwts.parser().requireIssuer(ISSUER).requireAudience(AUDIENCE);
        JwtParser parser = (key instanceof SecretKey secret
                        ? builder.verifyWith(secret)
                        : builder.verifyWith((PublicKey) key))
                .build();
        return new Contender("jjwt", () -> {
            Jws<Claims> jws = parser.parseSignedClaims(token.text());
            return token.algorithm().id().equals(jws.getHeader().getAlgorithm())
                    && "at+jwt".equals(jws.getHeader().getType())
                    && token.key().getKeyID().equals(jws.getHeader().getKeyId())
                    && jws.getPayload().getAudience().size() == 1
                    && jws.getPayload().getExpiration() != null
                    && jws.getPayload().getIssuedAt() != null
                    && jws.getPayload().keySet().containsAll(SignedToken.DEMANDED);
        });
    }

    private static Contender auth0(SignedToken token) throws GeneralSecurityException, JOSEException {
        Key key = Keys.any(token);
        Algorithm algorithm = switch (token.algorithm()) {
            case ES256 -> Algorithm.ECDSA256((ECPublicKey) key, null);
            case RS256 -> Algorithm.RSA256((RSAPublicKey) key, null);
            default -> Algorithm.HMAC256(key.getEncoded());
        };
        Verification rules = JWT.require(algorithm)
                .withIssuer(ISSUER)
                .withAudience(AUDIENCE)
                .withClaimPresence("exp")
                .withClaimPresence("iat");
        SignedToken.DEMANDED.forEach(rules::withClaimPresence);
        JWTVerifier verifier = rules.build();
        return new Contender("auth0 java-jwt", () -> {
            DecodedJWT jwt = verifier.verify(token.text());
            return "at+jwt".equals(jwt.getType())
                    && token.key().getKeyID().equals(jwt.getKeyId())
                    && jwt.getHeaderClaim("crit").isMissing()
                    && EXACTLY_US.equals(jwt.getAudience());
        });
    }

    private static Contender spring(SignedToken token) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.parse(token.algorithm().id()), new ImmutableJWKSet<>(new JWKSet(token.key()))));
        // the times are Spring's to check, as in every decoder that its builders make
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<Jwt>(
                new JwtTimestampValidator(Duration.ZERO),
                new JwtIssuerValidator(ISSUER),
                new JwtClaimValidator<List<String>>("aud", EXACTLY_US::equals)));
        return new Contender("Spring NimbusJwtDecoder", () -> {
            Jwt jwt = decoder.decode(token.text());
            return jwt.getExpiresAt() != null
                    && jwt.getIssuedAt() != null
                    && jwt.getClaims().keySet().containsAll(SignedToken.DEMANDED);
        });
    }
}
