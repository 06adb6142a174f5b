package dev.lockstile.auth.spring.internal.social;

import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.social.oidc.SocialProviders;
import dev.lockstile.auth.spring.LockstileCustomizer;
import dev.lockstile.auth.spring.internal.settings.SocialProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** The providers that the properties name, where no bean of the application says which there are. */
@AutoConfiguration(beforeName = "dev.lockstile.auth.spring.internal.wiring.LockstileAutoConfiguration")
@ConditionalOnProperty(name = "lockstile.enabled", matchIfMissing = true)
@ConditionalOnClass(SocialProviders.class)
@ConditionalOnMissingBean(SocialSettings.class)
@EnableConfigurationProperties(SocialProperties.class)
final class SocialAutoConfiguration {

    /** Before the application's own customizers, which may change it. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    LockstileCustomizer lockstileSocial(SocialProperties properties, Environment environment) {
        SocialFactory factory = new SocialFactory(properties, environment);
        return new LockstileCustomizer() {
            @Override
            public void customize(AuthBuilder builder) {
                factory.settings().ifPresent(builder::social);
            }
        };
    }
}
