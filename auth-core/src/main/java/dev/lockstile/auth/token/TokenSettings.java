package dev.lockstile.auth.token;

import java.time.Duration;

/**
 * The figures of access tokens.
 *
 * @param issuer who signs, the {@code iss} of every token
 * @param audience whom they are for, the {@code aud} of every token
 * @param accessTtl life of an access token, at most one hour
 * @param skew how far two clocks may differ, at most 60 seconds
 * @param clientId whom they are given to, the {@code client_id} of every token (RFC 9068 2.2); the audience unless set
 */
public record TokenSettings(String issuer, String audience, Duration accessTtl, Duration skew, String clientId) {

    /**
     * Checks the bounds.
     *
     * @param issuer who signs, the {@code iss} of every token
     * @param audience whom they are for, the {@code aud} of every token
     * @param accessTtl life of an access token, at most one hour
     * @param skew how far two clocks may differ, at most 60 seconds
     * @param clientId whom they are given to, the {@code client_id} of every token (RFC 9068 2.2); the audience unless
     *     set
     * @throws IllegalArgumentException for a blank name and for a figure that is out of its bounds
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
     * With the audience as the client's id: one application that signs in to itself.
     *
     * @param issuer who signs, the {@code iss} of every token
     * @param audience whom they are for, the {@code aud} of every token
     * @param accessTtl life of an access token, at most one hour
     * @param skew how far two clocks may differ, at most 60 seconds
     */
    public TokenSettings(String issuer, String audience, Duration accessTtl, Duration skew) {
        this(issuer, audience, accessTtl, skew, audience);
    }

    /**
     * {@return a copy with another id of the client}
     *
     * @param newClientId not blank
     */
    public TokenSettings withClientId(String newClientId) {
        return new TokenSettings(issuer, audience, accessTtl, skew, newClientId);
    }

    /**
     * {@return the OWASP figures} 10 minutes, 30 seconds of skew (ASVS 7.4.1).
     *
     * @param issuer who signs, the {@code iss} of every token
     * @param audience whom they are for, the {@code aud} of every token
     */
    public static TokenSettings owasp(String issuer, String audience) {
        return new TokenSettings(issuer, audience, Duration.ofMinutes(10), Duration.ofSeconds(30));
    }
}
