package dev.lockstile.benchmarks.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.lockstile.auth.internal.Randomness;
import dev.lockstile.auth.internal.token.AccessClaims;
import dev.lockstile.auth.internal.token.AccessTokens;
import dev.lockstile.auth.internal.token.KeyRing;
import dev.lockstile.auth.token.AccessTokenVerifier;
import dev.lockstile.auth.token.SigningAlgorithm;
import dev.lockstile.auth.token.SigningKeys;
import dev.lockstile.auth.token.TokenSettings;
import dev.lockstile.auth.token.VerificationKeys;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;

/** One access token, verified by the library and by Nimbus alone with the same checks. */
final class TokenChecks {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final TokenSettings SETTINGS = TokenSettings.owasp("https://issuer.example", "app");
    private static final Pattern STRICT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private final String token;
    private final AccessTokenVerifier library;
    private final JWSVerifier bare;
    private final String keyId;

    TokenChecks() {
        SigningKeys keys = SigningKeys.generate(SigningAlgorithm.ES256);
        AccessTokens issuer =
                new AccessTokens(KeyRing.of(keys.jwkSet().reveal(), SETTINGS), SETTINGS, Randomness.secure());
        AccessClaims claims = new AccessClaims("4711", "Zm9vYmFyYmF6cXV4cXV1eA", "4712", List.of("USER", "staff"), NOW);
        token = issuer.issue(claims, NOW).reveal();
        String published = issuer.publicKeys(NOW);
        library = AccessTokenVerifier.of(SETTINGS, VerificationKeys.parse(published), Clock.fixed(NOW, ZoneOffset.UTC));
        keyId = keys.keys().get(0).id();
        try {
            bare = new ECDSAVerifier(JWKSet.parse(published).getKeys().get(0).toECKey());
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean byLibrary() {
        return library.verify(token).isPresent();
    }

    /** What a careful host would write with Nimbus. */
    boolean byNimbus() {
        if (token.length() > 8192 || !STRICT.matcher(token).matches()) {
            return false;
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            return isOurs(jwt.getHeader()) && jwt.verify(bare) && isComplete(jwt.getJWTClaimsSet());
        } catch (ParseException | JOSEException e) {
            return false;
        }
    }

    private boolean isOurs(JWSHeader header) {
        return JWSAlgorithm.ES256.equals(header.getAlgorithm())
                && header.getType() != null
                && header.getType().getType().equals("at+jwt")
                && keyId.equals(header.getKeyID())
                && header.getCriticalParams() == null;
    }

    private static boolean isComplete(JWTClaimsSet claims) throws ParseException {
        Date now = Date.from(NOW);
        return SETTINGS.issuer().equals(claims.getIssuer())
                && claims.getAudience().equals(List.of(SETTINGS.audience()))
                && claims.getSubject() != null
                && claims.getJWTID() != null
                && claims.getStringClaim("sid") != null
                && claims.getStringClaim("profile_id") != null
                && claims.getStringListClaim("roles") != null
                && claims.getLongClaim("auth_time") != null
                && claims.getIssueTime() != null
                && !claims.getIssueTime().after(now)
                && claims.getExpirationTime() != null
                && claims.getExpirationTime().after(now);
    }
}
