package dev.lockstile.auth.spring.internal.settings;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * API keys; they need an entity that extends AbstractApiKey.
 *
 * @param prefix Start of each key, such as acme: 2 to 20 of a-z, 0-9 and single underscores. Required for keys.
 * @param scopes Scopes of keys where no roles are declared, such as orders:read.
 * @param perAccount Maximum number of keys of an account, 1 to 1000.
 * @param ttl Default lifetime of a key.
 * @param longestTtl Maximum lifetime of a key, at most 10 years.
 * @param overlap How long the replaced secret is accepted after a rotation, at most 30 days.
 */
@ConfigurationProperties("lockstile.api-keys")
public record ApiKeyProperties(
        @Nullable String prefix,
        @DefaultValue List<String> scopes,
        @DefaultValue("20") int perAccount,
        @DefaultValue("90d") Duration ttl,
        @DefaultValue("365d") Duration longestTtl,
        @DefaultValue("1d") Duration overlap) {}
