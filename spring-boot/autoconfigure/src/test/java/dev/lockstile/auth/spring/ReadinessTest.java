package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** No balancer sends requests to a node whose tables are still being changed. */
class ReadinessTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_node_is_not_ready_and_has_no_port_while_the_starter_migrates(boolean lazy) {
        try (ConfigurableApplicationContext context = ShopHost.onH2()
                .with("spring.main.lazy-initialization", Boolean.toString(lazy))
                .with("management.endpoint.health.probes.enabled", "true")
                .with(Watched.class)
                .start()) {
            assertThat(context.getBean(Watched.class).whileMigrating)
                    .isNotEmpty()
                    .containsOnly(ReadinessState.REFUSING_TRAFFIC + " without a port");
            HttpResponse<String> ready = Http.of(context).get("/actuator/health/readiness");
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(context.getBean(ApplicationAvailability.class).getReadinessState())
                    .isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
        }
    }

    @Test
    void a_database_that_is_away_later_takes_no_node_out() {
        try (ConfigurableApplicationContext context = ShopHost.onH2()
                .with("management.endpoint.health.probes.enabled", "true")
                .start()) {
            context.getBean(JdbcTemplate.class).execute("drop table auth_throttle");
            Http http = Http.of(context);
            assertThat(http.get("/actuator/health").statusCode()).isEqualTo(503);
            assertThat(http.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        }
    }

    /** Notes the state of the application whenever the schema module takes a connection. */
    @Configuration(proxyBeanMethods = false)
    static class Watched {

        final List<String> whileMigrating = new CopyOnWriteArrayList<>();

        @Bean
        static BeanPostProcessor watchedConnections(
                ObjectProvider<Watched> watched,
                ObjectProvider<ApplicationAvailability> availability,
                Environment environment) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source
                            ? new DelegatingDataSource(source) {
                                @Override
                                public Connection getConnection() throws SQLException {
                                    if (isMigration()) {
                                        watched.getObject()
                                                .whileMigrating
                                                .add(availability.getObject().getReadinessState()
                                                        + (environment.getProperty("local.server.port") == null
                                                                ? " without a port"
                                                                : " at a port"));
                                    }
                                    return super.getConnection();
                                }
                            }
                            : bean;
                }
            };
        }

        private static boolean isMigration() {
            return StackWalker.getInstance()
                    .walk(frames ->
                            frames.anyMatch(frame -> frame.getClassName().startsWith("dev.lockstile.auth.schema.")));
        }
    }
}
