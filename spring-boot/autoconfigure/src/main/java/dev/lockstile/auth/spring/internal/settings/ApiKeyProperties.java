package dev.lockstile.auth.spring.internal.settings;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * API keys; they need an entity that extends AbstractApiKey.
 *
 * @param prefix Beginning of each key, such as acme: 2 to 20 of a-z, 0-9 and single underscores. Required for keys.
 * @param scopes Words that a key may be limited to where no roles are declared, such as orders:read.
 * @param perAccount How many keys an account may have, 1 to 1000.
 * @param ttl Life of a key whose owner does not say.
 * @param longestTtl Longest life of a key, up to 10 years.
 * @param overlap How long the old secret still works after a rotation, up to 30 days.
 */
@ConfigurationProperties("lockstile.api-keys")
public record ApiKeyProperties(
        @Nullable String prefix,
        @DefaultValue List<String> scopes,
        @DefaultValue("20") int perAccount,
        @DefaultValue("90d") Duration ttl,
        @DefaultValue("365d") Duration longestTtl,
        @DefaultValue("1d") Duration overlap) {}
