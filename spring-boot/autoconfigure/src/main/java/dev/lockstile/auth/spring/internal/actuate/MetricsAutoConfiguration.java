package dev.lockstile.auth.spring.internal.actuate;

import dev.lockstile.auth.micrometer.FlowMetrics;
import dev.lockstile.auth.micrometer.MicrometerListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Metrics, where Micrometer and {@code events-micrometer} are on the class path. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration"
        },
        beforeName = "dev.lockstile.auth.spring.internal.wiring.LockstileAutoConfiguration")
@ConditionalOnProperty(name = "lockstile.enabled", matchIfMissing = true)
@ConditionalOnClass({MeterRegistry.class, MicrometerListener.class})
@ConditionalOnBean(MeterRegistry.class)
final class MetricsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    MicrometerListener lockstileMetrics(MeterRegistry registry) {
        return MicrometerListener.in(registry);
    }

    @Bean
    @ConditionalOnMissingBean
    FlowMetrics lockstileFlowMetrics(MeterRegistry registry, ObjectProvider<ObservationRegistry> observations) {
        FlowMetrics metrics = FlowMetrics.in(registry);
        ObservationRegistry spans = observations.getIfUnique();
        return spans == null ? metrics : metrics.withObservations(spans);
    }
}
