package dev.lockstile.auth.token;

import java.time.Duration;

/**
 * The figures of access tokens.
 *
 * @param issuer who signs, the {@code iss} of every token
 * @param audience whom they are for, the {@code aud} of every token
 * @param accessTtl life of an access token, at most one hour
 * @param skew how far two clocks may differ, at most 60 seconds
 */
public record TokenSettings(String issuer, String audience, Duration accessTtl, Duration skew) {

    public TokenSettings {
        if (issuer.isBlank() || audience.isBlank()) {
            throw new IllegalArgumentException("issuer and audience must not be blank");
        }
        if (accessTtl.compareTo(Duration.ofSeconds(1)) < 0 || accessTtl.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("accessTtl must be 1 second to 1 hour");
        }
        if (skew.isNegative() || skew.compareTo(Duration.ofSeconds(60)) > 0) {
            throw new IllegalArgumentException("skew must be at most 60 seconds");
        }
    }

    /** 10 minutes, 30 seconds of skew (ASVS 7.4.1). */
    public static TokenSettings owasp(String issuer, String audience) {
        return new TokenSettings(issuer, audience, Duration.ofMinutes(10), Duration.ofSeconds(30));
    }

    /** 5 minutes, as the library jb-drf-auth has it. */
    public static TokenSettings compatJb(String issuer, String audience) {
        return new TokenSettings(issuer, audience, Duration.ofMinutes(5), Duration.ofSeconds(30));
    }
}
