package dev.lockstile.auth.internal.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.lockstile.auth.internal.Randomness;
import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.model.Secret;
import dev.lockstile.auth.token.TokenSettings;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** Signs access tokens (RFC 9068), and reads them again. The keys can be changed while it runs. */
public final class AccessTokens {

    private static final JOSEObjectType TYPE = new JOSEObjectType(AccessTokenReader.TYPE);

    private final TokenSettings settings;
    private final Randomness randomness;
    private final AccessTokenReader reader;
    private volatile KeyRing keys;

    public AccessTokens(KeyRing keys, TokenSettings settings, Randomness randomness) {
        this.keys = keys;
        this.settings = settings;
        this.randomness = randomness;
        this.reader = new AccessTokenReader((id, now) -> this.keys.find(id, now), settings);
    }

    /** From now on these keys sign and verify. */
    public void use(KeyRing newKeys) {
        keys = newKeys;
    }

    /** Signs a token that is good from now on for the configured time. */
    public Secret issue(AccessClaims claims, Instant now) {
        JWTClaimsSet.Builder body = new JWTClaimsSet.Builder();
        claims.own().forEach(body::claim); // first, so that no name of ours can be one of them
        body.issuer(settings.issuer())
                .audience(settings.audience())
                .subject(claims.user())
                .jwtID(randomness.text(16))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expiry(now)))
                .claim(AccessClaims.SESSION, claims.session())
                .claim(AccessClaims.PROFILE, claims.profile())
                .claim(AccessClaims.ROLES, List.copyOf(claims.roles()))
                .claim(
                        AccessClaims.RIGHTS,
                        claims.rights().stream().map(Right::text).sorted().toList())
                .claim(AccessClaims.AUTH_TIME, claims.authTime().getEpochSecond())
                .claim(AccessClaims.CLIENT, settings.clientId());
        SigningKey key = keys.signer(now);
        JWSHeader header = new JWSHeader.Builder(key.verifying().algorithm())
                .type(TYPE)
                .keyID(key.id())
                .build();
        return Secret.of(sign(new SignedJWT(header, body.build()), key));
    }

    /** When a token signed now runs out. */
    public Instant expiry(Instant now) {
        return now.plus(settings.accessTtl());
    }

    /** What a token says; empty unless it is exactly ours and valid now. */
    public Optional<AccessClaims> read(String token, Instant now) {
        return reader.read(token, now).map(ReadToken::claims);
    }

    /** The public keys as a JWK set. */
    public String publicKeys(Instant now) {
        return keys.publicSet(now);
    }

    private static String sign(SignedJWT jwt, SigningKey key) {
        try {
            jwt.sign(key.signer());
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("signing an access token failed", e);
        }
    }
}
