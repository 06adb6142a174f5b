package dev.lockstile.auth.spring.internal.apikey;

import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.spring.LockstileCustomizer;
import dev.lockstile.auth.spring.internal.settings.ApiKeyProperties;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** API keys with the prefix that the properties name. */
@AutoConfiguration(beforeName = "dev.lockstile.auth.spring.internal.wiring.LockstileAutoConfiguration")
@ConditionalOnProperty(name = "lockstile.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ApiKeyProperties.class)
final class ApiKeyAutoConfiguration {

    /** Before the application's own customizers, which may change it. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    LockstileCustomizer lockstileApiKeys(ApiKeyProperties properties) {
        Optional<ApiKeySettings> settings = settings(properties);
        return new LockstileCustomizer() {
            @Override
            public void customize(AuthBuilder builder) {
                settings.ifPresent(builder::apiKeys);
            }
        };
    }

    /**
     * Empty where no prefix is named.
     *
     * @throws AuthSetupException for a value out of its bounds
     */
    static Optional<ApiKeySettings> settings(ApiKeyProperties properties) {
        String prefix = properties.prefix();
        if (prefix == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ApiKeySettings.withPrefix(prefix)
                    .withScopes(properties.scopes().toArray(String[]::new))
                    .withPerAccount(properties.perAccount())
                    .withLife(properties.ttl(), properties.longestTtl())
                    .withOverlap(properties.overlap()));
        } catch (IllegalArgumentException e) {
            throw new AuthSetupException(List.of("property-refused: lockstile.api-keys.*: " + e.getMessage()));
        }
    }
}
