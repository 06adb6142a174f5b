package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.micrometer.AuthMetrics;
import dev.lockstile.auth.micrometer.FlowMetrics;
import dev.lockstile.auth.spring.shop.Shop;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a host with a registry measures without a line of configuration. */
class MetricsTest {

    private static final Set<String> KEYS = Set.of("flow", "outcome", "error", "event", "limit", "channel");

    @Test
    void flows_hashing_and_messages_are_measured_in_the_registry_of_the_application() {
        try (ConfigurableApplicationContext context =
                ShopHost.onH2().with(OwnRegistry.class).start()) {
            assertThat(context.getBeanProvider(AuthMetrics.class)).hasSize(1);
            context.getBean(Shop.class).open("ana@shop.example", "acme");
            Http.of(context).post("/auth/login/basic/", Http.login("nobody@shop.example"));
            MeterRegistry meters = context.getBean(MeterRegistry.class);
            assertThat(names(meters))
                    .contains(
                            "lockstile.auth.flow",
                            "lockstile.auth.hashing.active",
                            "lockstile.auth.hashing.permits",
                            "lockstile.auth.hashing.refused",
                            "lockstile.auth.hashing.waiting",
                            "lockstile.auth.messages.oldest",
                            "lockstile.auth.messages.waiting");
            assertThat(meters.get("lockstile.auth.flow")
                            .tags("flow", "sign_in", "outcome", "refused")
                            .timer()
                            .count())
                    .isEqualTo(1);
            assertThat(ours(meters))
                    .flatExtracting(meter -> meter.getId().getTags())
                    .extracting(Tag::getKey)
                    .isSubsetOf(KEYS);
            assertThat(ours(meters).toString()).doesNotContain("ana", "nobody");
            context.getBean(JdbcTemplate.class).execute("drop table auth_outbox");
            context.getBean(JdbcTemplate.class).execute("drop table auth_throttle");
            assertThat(meters.get("lockstile.auth.messages.waiting")
                            .tags("channel", "email")
                            .gauge()
                            .value())
                    .isNaN();
        }
    }

    @Test
    void a_flow_is_an_observation_where_the_application_has_handlers_for_them() {
        try (ConfigurableApplicationContext context =
                ShopHost.onH2().with(OwnHandler.class).start()) {
            Http.of(context).post("/auth/login/basic/", Http.login("nobody@shop.example"));
            assertThat(context.getBean(OwnHandler.class).ended).contains("lockstile.auth.flow");
        }
    }

    @Test
    void observations_of_flows_are_turned_off_by_the_property_of_spring_boot() {
        try (ConfigurableApplicationContext context = ShopHost.onH2()
                .with(OwnRegistry.class)
                .with("management.observations.enable.lockstile.auth.flow", "false")
                .start()) {
            Http.of(context).post("/auth/login/basic/", Http.login("nobody@shop.example"));
            assertThat(names(context.getBean(MeterRegistry.class)))
                    .contains("lockstile.auth.messages.waiting")
                    .doesNotContain("lockstile.auth.flow");
        }
    }

    @Test
    void meters_of_the_application_stand_in_place_of_those_of_the_starter() {
        try (ConfigurableApplicationContext context =
                ShopHost.onH2().with(OwnRegistry.class).with(OwnMeters.class).start()) {
            assertThat(context.getBeanProvider(FlowMetrics.class)).hasSize(1);
            assertThat(context.containsBean("lockstileFlowMetrics")).isFalse();
        }
    }

    private static Set<String> names(MeterRegistry meters) {
        return ours(meters).stream()
                .map(meter -> meter.getId().getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Meter> ours(MeterRegistry meters) {
        return meters.getMeters().stream()
                .filter(meter -> meter.getId().getName().startsWith("lockstile"))
                .toList();
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnRegistry {

        @Bean
        SimpleMeterRegistry registry() {
            return new SimpleMeterRegistry();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnMeters {

        @Bean
        FlowMetrics ownFlows(MeterRegistry registry) {
            return FlowMetrics.in(registry);
        }
    }

    @Configuration
    static class OwnHandler {

        final List<String> ended = new CopyOnWriteArrayList<>();

        @Bean
        ObservationRegistry observations() {
            ObservationRegistry registry = ObservationRegistry.create();
            registry.observationConfig().observationHandler(new ObservationHandler<Observation.Context>() {
                @Override
                public void onStop(Observation.Context context) {
                    ended.add(context.getName());
                }

                @Override
                public boolean supportsContext(Observation.Context context) {
                    return true;
                }
            });
            return registry;
        }
    }
}
