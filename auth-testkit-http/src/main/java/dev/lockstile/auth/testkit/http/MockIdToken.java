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

    /** Issued then, and valid for five minutes. */
    public MockIdToken issuedAt(Instant then) {
        claims.put("iat", then.getEpochSecond());
        claims.put("exp", then.plus(LIFETIME).getEpochSecond());
        return this;
    }

    /** Of somebody who last proved who they are then ({@code auth_time}). */
    public MockIdToken authenticatedAt(Instant then) {
        return claim("auth_time", then.getEpochSecond());
    }

    /** Of the transaction with that nonce. */
    public MockIdToken nonce(String nonce) {
        return claim("nonce", nonce);
    }

    /** With an address that the provider has verified. */
    public MockIdToken verifiedEmail(String email) {
        return claim("email", email).claim("email_verified", true);
    }

    /** Any other claim; null takes it out. */
    public MockIdToken claim(String name, @Nullable Object value) {
        if (value == null) {
            claims.remove(name);
        } else {
            claims.put(name, value);
        }
        return this;
    }

    /** The token as text. */
    public String sign() {
        return keys.sign(claims);
    }

    /** The claims as they stand. */
    public Map<String, Object> claims() {
        return new LinkedHashMap<>(claims);
    }
}
