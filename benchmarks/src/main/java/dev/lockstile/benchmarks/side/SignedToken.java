package dev.lockstile.benchmarks.side;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.lockstile.auth.internal.jose.AccessClaims;
import dev.lockstile.auth.internal.token.AccessTokens;
import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.secret.Randomness;
import dev.lockstile.auth.token.SigningAlgorithm;
import dev.lockstile.auth.token.SigningKeys;
import dev.lockstile.auth.token.TokenSettings;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A fresh access token of the library, and the key that signed it. */
record SignedToken(SigningAlgorithm algorithm, String text, JWK key, String keySet) {

    static final TokenSettings SETTINGS = TokenSettings.owasp("https://issuer.example", "app");

    /** What every contender has to find in a token, besides issuer, audience and times. */
    static final List<String> DEMANDED =
            List.of("sub", "jti", "sid", "profile_id", "roles", "rights", "auth_time", "client_id");

    static SignedToken by(SigningAlgorithm algorithm) {
        SigningKeys keys = SigningKeys.generate(algorithm);
        String keySet = keys.jwkSet().reveal();
        Instant now = Instant.now();
        AccessClaims claims =
                new AccessClaims("4711", "Zm9vYmFyYmF6cXV4cXV1eA", "4712", List.of("USER"), Set.of(Right.STAFF), now);
        String text = new AccessTokens(keys, SETTINGS, Randomness.secure())
                .issue(claims, now)
                .reveal();
        try {
            return new SignedToken(
                    algorithm, text, JWKSet.parse(keySet).getKeys().get(0), keySet);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
