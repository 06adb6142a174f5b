package dev.lockstile.auth.internal.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.lockstile.auth.internal.Randomness;
import dev.lockstile.auth.model.Secret;
import dev.lockstile.auth.token.TokenSettings;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * Signs and reads access tokens (RFC 9068). The key decides the algorithm, the header never does; what the header says
 * of keys elsewhere is not looked at (RFC 8725 3.1, 3.10).
 */
public final class AccessTokens {

    /** The {@code typ} that no other token of ours has. */
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    private final NimbusKeys keys;
    private final JWSSigner signer;
    private final TokenSettings settings;
    private final Randomness randomness;

    public AccessTokens(NimbusKeys keys, TokenSettings settings, Randomness randomness) {
        this.keys = keys;
        this.signer = signer(keys.signer());
        this.settings = settings;
        this.randomness = randomness;
    }

    /** Signs a token that is good from now on for the configured time. */
    public Secret issue(AccessClaims claims, Instant now) {
        JWTClaimsSet body = new JWTClaimsSet.Builder()
                .issuer(settings.issuer())
                .audience(settings.audience())
                .subject(claims.user())
                .jwtID(randomness.text(16))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expiry(now)))
                .claim(AccessClaims.SESSION, claims.session())
                .claim(AccessClaims.PROFILE, claims.profile())
                .claim(AccessClaims.ROLES, List.copyOf(claims.roles()))
                .claim(AccessClaims.AUTH_TIME, claims.authTime().getEpochSecond())
                .build();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(TYPE)
                .keyID(keys.signer().getKeyID())
                .build();
        return Secret.of(sign(new SignedJWT(header, body)));
    }

    /** When a token signed now runs out. */
    public Instant expiry(Instant now) {
        return now.plus(settings.accessTtl());
    }

    /** What a token says; empty unless it is exactly ours and valid now. */
    public Optional<AccessClaims> read(String token, Instant now) {
        if (!CompactForm.isStrict(token)) {
            return Optional.empty();
        }
        try {
            SignedJWT jwt = parse(token);
            return isGenuine(jwt) ? AccessClaims.read(jwt.getJWTClaimsSet(), settings, now) : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty(); // not a token, or not one of ours: the caller is told no more than that
        }
    }

    /** Whatever the parser throws on odd input, such as a header that is the JSON value null, it is no token. */
    private static SignedJWT parse(String token) throws ParseException {
        try {
            return SignedJWT.parse(token);
        } catch (RuntimeException e) {
            throw new ParseException("not a token: " + e, 0);
        }
    }

    /** The public keys as a JWK set. */
    public String publicKeys() {
        return keys.publicSet();
    }

    private boolean isGenuine(SignedJWT jwt) throws JOSEException {
        JWSHeader header = jwt.getHeader();
        Optional<ECKey> key = keys.byId(header.getKeyID());
        boolean expected = JWSAlgorithm.ES256.equals(header.getAlgorithm())
                && TYPE.equals(header.getType())
                && header.getCriticalParams() == null;
        return expected && key.isPresent() && jwt.verify(new ECDSAVerifier(key.get()));
    }

    private String sign(SignedJWT jwt) {
        try {
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("signing an access token failed", e);
        }
    }

    private static JWSSigner signer(ECKey key) {
        try {
            return new ECDSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("the signing key cannot sign", e);
        }
    }
}
