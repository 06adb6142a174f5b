package dev.lockstile.auth.internal.token;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.lockstile.auth.internal.jose.AccessTokenClaims;
import dev.lockstile.auth.internal.jose.AccessTokenReader;
import dev.lockstile.auth.internal.jose.ExpectedToken;
import dev.lockstile.auth.internal.jose.ParsedAccessToken;
import dev.lockstile.auth.internal.jose.SigningKeyRotation;
import dev.lockstile.auth.secret.Randomness;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SigningKeys;
import dev.lockstile.auth.token.TokenSettings;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** Signs access tokens (RFC 9068), and reads them again. The keys can be changed while it runs. */
public final class AccessTokens {

    private final TokenSettings settings;
    private final Randomness randomness;
    private final AccessTokenReader reader;
    private volatile SigningKeyRotation rotation;

    public AccessTokens(SigningKeys keys, TokenSettings settings, Randomness randomness) {
        this.settings = settings;
        this.randomness = randomness;
        this.rotation = rotation(keys);
        this.reader = new AccessTokenReader(
                (id, now) -> this.rotation.find(id, now),
                new ExpectedToken(settings.issuer(), settings.audience(), settings.accessTtl(), settings.skew()));
    }

    /** From now on these keys sign and verify. */
    public void use(SigningKeys newKeys) {
        rotation = rotation(newKeys);
    }

    /** Signs a token that is good from now on for the configured time. */
    public Secret issue(AccessTokenClaims claims, Instant now) {
        JWTClaimsSet.Builder body = new JWTClaimsSet.Builder();
        claims.own().forEach(body::claim); // first, so that no name of ours can be one of them
        body.issuer(settings.issuer())
                .audience(settings.audience())
                .subject(claims.user())
                .jwtID(randomness.text(16))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(claims.life(settings.accessTtl()))));
        claims.addTo(body, settings.clientId());
        return Secret.of(rotation.sign(body.build(), now));
    }

    /** When a token signed now runs out. */
    public Instant expiry(Instant now) {
        return now.plus(settings.accessTtl());
    }

    /** What a token says; empty unless it is exactly ours and valid now. */
    public Optional<AccessTokenClaims> read(String token, Instant now) {
        return reader.read(token, now).map(ParsedAccessToken::claims);
    }

    /** The same for one that is exactly ours and may have run out, as long as its key verifies. */
    public Optional<AccessTokenClaims> readLate(String token, Instant now) {
        return reader.readLate(token, now).map(ParsedAccessToken::claims);
    }

    /** The public keys as a JWK set. */
    public String publicKeys(Instant now) {
        return rotation.publicSet(now);
    }

    private SigningKeyRotation rotation(SigningKeys keys) {
        return SigningKeyRotation.of(
                keys.jwkSet().reveal(), settings.accessTtl().plus(settings.skew()));
    }
}
