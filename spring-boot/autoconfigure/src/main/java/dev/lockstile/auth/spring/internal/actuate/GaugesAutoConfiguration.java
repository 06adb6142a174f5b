package dev.lockstile.auth.spring.internal.actuate;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.micrometer.AuthMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Gauges of the library, where Micrometer and {@code events-micrometer} are on the class path; Spring Boot binds them. */
@AutoConfiguration(
        after = MetricsAutoConfiguration.class,
        afterName = "dev.lockstile.auth.spring.internal.wiring.LockstileAutoConfiguration")
@ConditionalOnClass({MeterRegistry.class, AuthMetrics.class})
@ConditionalOnBean({MeterRegistry.class, Auth.class})
final class GaugesAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    AuthMetrics lockstileGauges(Auth auth, ObjectProvider<Clock> clock) {
        return AuthMetrics.of(auth, clock.getIfUnique(Clock::systemUTC));
    }
}
