package dev.lockstile.auth.spring.internal.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Access tokens.
 *
 * @param issuer Who signs access tokens: their iss claim. The base address of the application unless set.
 * @param audience Whom access tokens are for: their aud claim. The name of the application unless set.
 * @param clientId Whom access tokens are given to: their client_id claim. The audience unless set.
 * @param accessTtl Life of an access token, 1 second to 1 hour.
 * @param skew How far the clocks of two machines may differ, at most 60 seconds.
 */
@ConfigurationProperties("lockstile.tokens")
public record TokenProperties(
        @Nullable String issuer,
        @Nullable String audience,
        @Nullable String clientId,
        @DefaultValue("10m") Duration accessTtl,
        @DefaultValue("30s") Duration skew) {}
