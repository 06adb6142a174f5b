package dev.lockstile.auth.spring.test;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.spring.LockstileCustomizer;
import dev.lockstile.auth.testkit.http.AuthContract;
import dev.lockstile.auth.testkit.http.HostUnderTest;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The attack suite against a Spring Boot application: its entities, properties, hooks and endpoints.
 *
 * <pre>{@code
 * class AttacksTest extends SpringAuthContract {
 *     @Override protected Class<?> application() { return ShopApplication.class; }
 * }
 * }</pre>
 *
 * The application is started once, on a database in memory unless {@link #properties()} names another. Tables that are
 * empty then are emptied before each attack; a database that holds users is refused, and stays as it is.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SpringAuthContract extends AuthContract {

    private @Nullable ConfigurableApplicationContext host;
    private @Nullable EmptyTables tables;

    /** For those who extend it. */
    protected SpringAuthContract() {}

    /** {@return the class with {@code @SpringBootApplication}} */
    protected abstract Class<?> application();

    /** {@return properties that differ from those of the application: by default a database in memory, of H2} */
    protected Map<String, String> properties() {
        return Map.of("spring.datasource.url", "jdbc:h2:mem:attacked;DB_CLOSE_DELAY=-1");
    }

    @Override
    protected final HostUnderTest open() {
        if (host == null) {
            start();
        }
        ConfigurableApplicationContext started = Objects.requireNonNull(host, "the application has not started");
        Objects.requireNonNull(tables, "the application has not started").empty();
        AuthBuilder wiring = started.getBean(AuthBuilder.class);
        started.getBeanProvider(LockstileCustomizer.class)
                .orderedStream()
                .forEach(customizer -> customizer.customize(wiring));
        return new HostUnderTest(
                wiring,
                started.getBean(Auth.class).settings(),
                started.getBean(HttpSettings.class),
                started.getBean(EntityManagerFactory.class),
                () -> {});
    }

    private void start() {
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "server.port", "0",
                "server.address", "127.0.0.1",
                "lockstile.base-url", "https://attacked.example",
                "spring.main.banner-mode", "off"));
        all.putAll(properties());
        ConfigurableApplicationContext started = new SpringApplicationBuilder(
                        application(), LockstileTestAutoConfiguration.class)
                .initializers(context -> TestPropertyValues.of(all).applyTo(context))
                .run();
        try {
            // it would send the messages of the attacks, whose keys are not its own
            started.getBean(Auth.class).close();
            refuseUsers(started.getBean(EntityManagerFactory.class));
            tables = EmptyTables.of(started.getBean(DataSource.class));
            host = started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    private static void refuseUsers(EntityManagerFactory entities) {
        try (EntityManager manager = entities.createEntityManager()) {
            entities.getMetamodel().getEntities().stream()
                    .filter(entity -> AbstractUser.class.isAssignableFrom(entity.getJavaType()))
                    .filter(entity -> manager.createQuery("select count(u) from " + entity.getName() + " u", Long.class)
                                    .getSingleResult()
                            > 0)
                    .forEach(entity -> {
                        throw new IllegalStateException("the database holds users; the attacks want an empty one:"
                                + " name it in properties() as spring.datasource.url");
                    });
        }
    }

    /** Closes the application. */
    @AfterAll
    protected final void stop() {
        if (host != null) {
            host.close();
        }
    }
}
