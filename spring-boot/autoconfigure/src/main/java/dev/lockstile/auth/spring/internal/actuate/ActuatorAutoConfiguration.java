package dev.lockstile.auth.spring.internal.actuate;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.jpa.JpaAuthStore;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Health, where Spring Boot's actuator is on the class path. */
@AutoConfiguration(afterName = "dev.lockstile.auth.spring.internal.wiring.LockstileAutoConfiguration")
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean({Auth.class, JpaAuthStore.class})
@ConditionalOnEnabledHealthIndicator("lockstile")
final class ActuatorAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = "lockstileHealthIndicator")
    HealthIndicator lockstileHealthIndicator(Auth auth, JpaAuthStore store, ObjectProvider<Clock> clock) {
        return new LockstileHealth(auth, store, clock.getIfUnique(Clock::systemUTC));
    }
}
