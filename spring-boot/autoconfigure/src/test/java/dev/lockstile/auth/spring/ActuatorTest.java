package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.micrometer.MicrometerListener;
import dev.lockstile.auth.spring.shop.Shop;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

class ActuatorTest {

    @Test
    void health_tells_of_tables_messages_and_keys_and_of_no_secret() {
        try (ConfigurableApplicationContext context = ShopHost.onH2()
                .with("management.endpoint.health.show-details", "always")
                .start()) {
            Http http = Http.of(context);
            context.getBean(Shop.class).open("ana@shop.example", "acme");
            String health = http.get("/actuator/health").body();
            assertThat(health)
                    .contains("lockstile", "messages.waiting", "\"keys.published\":1", "\"tables\":\"complete\"");
            AuthKeys keys = context.getBean(AuthKeys.class);
            assertThat(health).doesNotContain(keys.digestKey().reveal()).doesNotContain("ana@");
            context.getBean(JdbcTemplate.class).execute("drop table auth_throttle");
            assertThat(http.get("/actuator/health").body()).contains("\"tables\":\"missing\"", "DOWN");
        }
    }

    @Test
    void a_message_that_waits_for_more_than_a_minute_is_told_and_takes_no_node_out() {
        try (ConfigurableApplicationContext context = ShopHost.onH2()
                .with("management.endpoint.health.show-details", "always")
                .start()) {
            JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
            context.getBean(RecordingEmailSender.class).failTemporarily(Integer.MAX_VALUE);
            context.getBean(Shop.class).open("ana@shop.example", "acme");
            jdbc.update(
                    "update auth_outbox set created_at = ?",
                    Timestamp.from(Instant.now().minusSeconds(50)));
            assertThat(Http.of(context).get("/actuator/health").body()).doesNotContain("DELAYED");
            jdbc.update(
                    "update auth_outbox set created_at = ?",
                    Timestamp.from(Instant.now().minusSeconds(70)));
            HttpResponse<String> health = Http.of(context).get("/actuator/health");
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).contains("\"status\":\"DELAYED\"").endsWith("\"status\":\"UP\"}");
        }
    }

    @Test
    void a_clock_an_hour_ahead_of_the_database_or_behind_it_is_told() {
        try (ConfigurableApplicationContext context = ShopHost.onH2()
                .with("management.endpoint.health.show-details", "always")
                .with(WrongClock.class)
                .start()) {
            Http http = Http.of(context);
            assertThat(http.get("/actuator/health").body())
                    .contains("\"status\":\"CLOCK\"")
                    .containsPattern("\"clock.ahead-of-database\":\"3(599|600|601) s\"")
                    .endsWith("\"status\":\"UP\"}");
            context.getBean(WrongClock.class).ahead = Duration.ofHours(-1);
            assertThat(http.get("/actuator/health").body())
                    .contains("\"status\":\"CLOCK\"")
                    .containsPattern("\"clock.ahead-of-database\":\"-3(599|600|601) s\"");
            context.getBean(WrongClock.class).ahead = Duration.ofSeconds(50);
            assertThat(http.get("/actuator/health").body()).doesNotContain("CLOCK");
        }
    }

    @Configuration
    static class WrongClock {

        private volatile Duration ahead = Duration.ofHours(1);

        @Bean
        Clock clock() {
            return new Clock() {

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return Instant.now().plus(ahead);
                }
            };
        }
    }

    @Test
    void the_info_endpoint_tells_the_versions_of_the_modules() {
        try (ConfigurableApplicationContext context = ShopHost.onH2()
                .with("management.endpoints.web.exposure.include", "info")
                .with(OwnParts.class)
                .start()) {
            assertThat(context.getBeanProvider(MicrometerListener.class))
                    .as("a listener of the application stands alone")
                    .hasSize(1);
            assertThat(context.getBean("lockstileHealthIndicator", HealthIndicator.class)
                            .health()
                            .getStatus())
                    .isEqualTo(Status.OUT_OF_SERVICE);
            assertThat(Http.of(context).get("/actuator/info").body())
                    .contains("\"lockstile\":{", "\"auth-core\":\"9.8.7-test\"");
        }
        try (ConfigurableApplicationContext context = ShopHost.onH2()
                .with("management.endpoints.web.exposure.include", "info")
                .with("management.info.lockstile.enabled", "false")
                .with("management.health.lockstile.enabled", "false")
                .start()) {
            assertThat(context.containsBean("lockstileHealthIndicator")).isFalse();
            assertThat(Http.of(context).get("/actuator/info").body()).doesNotContain("lockstile");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnParts {

        @Bean
        HealthIndicator lockstileHealthIndicator() {
            return () -> Health.outOfService().build();
        }

        @Bean
        MicrometerListener metrics(MeterRegistry registry) {
            return MicrometerListener.in(registry);
        }
    }

    @Test
    void operations_are_counted_without_configuration() {
        try (ConfigurableApplicationContext context = ShopHost.onH2().start()) {
            Http.of(context).post("/auth/login/basic/", Http.login("nobody@shop.example"));
            MeterRegistry meters = context.getBean(MeterRegistry.class);
            long end = System.nanoTime() + 10_000_000_000L;
            while (System.nanoTime() < end
                    && meters.getMeters().stream()
                            .noneMatch(meter -> meter.getId().getName().startsWith("lockstile"))) {
                Thread.onSpinWait();
            }
            assertThat(meters.getMeters())
                    .extracting(meter -> meter.getId().getName())
                    .anyMatch(name -> name.startsWith("lockstile"));
        }
    }
}
