package dev.lockstile.auth.token;

import java.time.Duration;

/**
 * Issuer, audience and lifetime of access tokens.
 *
 * @param issuer the issuer, the {@code iss} of every token
 * @param audience the audience, the {@code aud} of every token
 * @param accessTtl lifetime of an access token, 1 second to 1 hour
 * @param skew tolerated difference between two clocks, at most 60 seconds
 * @param clientId the client, the {@code client_id} of every token (RFC 9068 2.2); by default the audience
 */
public record TokenSettings(String issuer, String audience, Duration accessTtl, Duration skew, String clientId) {

    /**
     * Checks the bounds.
     *
     * @param issuer the issuer, the {@code iss} of every token
     * @param audience the audience, the {@code aud} of every token
     * @param accessTtl lifetime of an access token, 1 second to 1 hour
     * @param skew tolerated difference between two clocks, at most 60 seconds
     * @param clientId the client, the {@code client_id} of every token (RFC 9068 2.2); by default the audience
     * @throws IllegalArgumentException for a blank name and a duration out of its bounds
     */
    public TokenSettings {
        if (issuer.isBlank() || audience.isBlank() || clientId.isBlank()) {
            throw new IllegalArgumentException("issuer, audience and client id must not be blank");
        }
        if (accessTtl.compareTo(Duration.ofSeconds(1)) < 0 || accessTtl.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("accessTtl must be 1 second to 1 hour");
        }
        if (skew.isNegative() || skew.compareTo(Duration.ofSeconds(60)) > 0) {
            throw new IllegalArgumentException("skew must be at most 60 seconds");
        }
    }

    /**
     * Creates settings with the audience as the client id: for one application that is its own client.
     *
     * @param issuer the issuer, the {@code iss} of every token
     * @param audience the audience, the {@code aud} of every token
     * @param accessTtl lifetime of an access token, 1 second to 1 hour
     * @param skew tolerated difference between two clocks, at most 60 seconds
     */
    public TokenSettings(String issuer, String audience, Duration accessTtl, Duration skew) {
        this(issuer, audience, accessTtl, skew, audience);
    }

    /**
     * {@return a copy with another client id}
     *
     * @param newClientId not blank
     */
    public TokenSettings withClientId(String newClientId) {
        return new TokenSettings(issuer, audience, accessTtl, skew, newClientId);
    }

    /**
     * {@return settings by the recommendations of OWASP} A lifetime of 10 minutes and a clock skew of 30 seconds (ASVS
     * 7.4.1).
     *
     * @param issuer the issuer, the {@code iss} of every token
     * @param audience the audience, the {@code aud} of every token
     */
    public static TokenSettings owasp(String issuer, String audience) {
        return new TokenSettings(issuer, audience, Duration.ofMinutes(10), Duration.ofSeconds(30));
    }
}
