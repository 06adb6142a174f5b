package dev.lockstile.auth.spring.internal.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Access tokens.
 *
 * @param issuer The iss claim of access tokens; the base address unless set.
 * @param audience The aud claim of access tokens; the name of the application unless set.
 * @param clientId The client_id claim of access tokens; the audience unless set.
 * @param accessTtl Lifetime of an access token, 1 second to 1 hour.
 * @param skew Tolerated difference between the clocks of two machines, at most 60 seconds.
 */
@ConfigurationProperties("lockstile.tokens")
public record TokenProperties(
        @Nullable String issuer,
        @Nullable String audience,
        @Nullable String clientId,
        @DefaultValue("10m") Duration accessTtl,
        @DefaultValue("30s") Duration skew) {}
