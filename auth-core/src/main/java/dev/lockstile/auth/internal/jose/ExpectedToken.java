package dev.lockstile.auth.internal.jose;

import java.time.Duration;

/**
 * What an access token must say to be accepted (RFC 9068 4).
 *
 * @param longestLife from {@code iat} to {@code exp}
 * @param skew how far two clocks may differ
 */
public record ExpectedToken(String issuer, String audience, Duration longestLife, Duration skew) {}
