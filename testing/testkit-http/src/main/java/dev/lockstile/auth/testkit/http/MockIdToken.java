package dev.lockstile.auth.testkit.http;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An ID token of the {@link MockOpenIdProvider} before it is signed. */
public final class MockIdToken {

    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final MockKeys keys;
    private final Map<String, Object> claims = new LinkedHashMap<>();

    MockIdToken(MockKeys keys, String issuer, String clientId, String subject) {
        this.keys = keys;
        claims.put("iss", issuer);
        claims.put("aud", clientId);
        claims.put("sub", subject);
    }

    /**
     * Sets the time of issue; the token is valid for five minutes from then.
     *
     * @param then may lie in the past
     * @return this token
     */
    public MockIdToken issuedAt(Instant then) {
        claims.put("iat", then.getEpochSecond());
        claims.put("exp", then.plus(LIFETIME).getEpochSecond());
        return this;
    }

    /**
     * Sets when the person last proved who they are ({@code auth_time}).
     *
     * @param then may lie in the past
     * @return this token
     */
    public MockIdToken authenticatedAt(Instant then) {
        return claim("auth_time", then.getEpochSecond());
    }

    /**
     * Sets the nonce of the transaction.
     *
     * @param nonce as the authorization request had it
     * @return this token
     */
    public MockIdToken nonce(String nonce) {
        return claim("nonce", nonce);
    }

    /**
     * Adds an address that the provider has verified.
     *
     * @param email any text
     * @return this token
     */
    public MockIdToken verifiedEmail(String email) {
        return claim("email", email).claim("email_verified", true);
    }

    /**
     * Sets any other claim; null takes it out.
     *
     * @param name of the claim
     * @param value as it is in JSON
     * @return this token
     */
    public MockIdToken claim(String name, @Nullable Object value) {
        if (value == null) {
            claims.remove(name);
        } else {
            claims.put(name, value);
        }
        return this;
    }

    /** {@return the token as text} */
    public String sign() {
        return keys.sign(claims);
    }

    /** {@return the claims as they stand} */
    public Map<String, Object> claims() {
        return new LinkedHashMap<>(claims);
    }
}
