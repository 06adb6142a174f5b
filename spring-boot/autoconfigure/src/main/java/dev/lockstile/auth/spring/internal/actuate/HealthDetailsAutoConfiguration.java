package dev.lockstile.auth.spring.internal.actuate;

import dev.lockstile.auth.model.Right;
import java.util.Set;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointProperties;
import org.springframework.context.annotation.Bean;

/**
 * Shows the details of health to superusers where the application names no role and shows them to authorized callers:
 * Spring Boot would show them to every registered account.
 */
@AutoConfiguration
@ConditionalOnProperty(name = "lockstile.enabled", matchIfMissing = true)
@ConditionalOnClass(HealthEndpointProperties.class)
final class HealthDetailsAutoConfiguration {

    @Bean
    static BeanPostProcessor lockstileHealthRoles() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof HealthEndpointProperties health
                        && health.getRoles().isEmpty()) {
                    health.setRoles(Set.of(Right.PREFIX + Right.SUPERUSER.text()));
                }
                return bean;
            }
        };
    }
}
