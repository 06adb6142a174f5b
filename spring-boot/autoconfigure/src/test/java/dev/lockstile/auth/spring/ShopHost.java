package dev.lockstile.auth.spring;

import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.spring.shop.ShopApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the shop with properties of a test's own. */
final class ShopHost {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static final String SECURITY = "org.springframework.boot.security.autoconfigure.";

    /** As if Spring Security were not on the class path. */
    private static final String WITHOUT_SECURITY = String.join(
            ",",
            "dev.lockstile.auth.spring.internal.security.DefaultChainAutoConfiguration",
            "dev.lockstile.auth.spring.internal.security.MethodSecurityAutoConfiguration",
            "dev.lockstile.auth.spring.internal.security.SecurityAutoConfiguration",
            SECURITY + "SecurityAutoConfiguration",
            SECURITY + "UserDetailsServiceAutoConfiguration",
            SECURITY + "web.servlet.ServletWebSecurityAutoConfiguration",
            SECURITY + "web.servlet.SecurityFilterAutoConfiguration",
            SECURITY + "actuate.web.servlet.ManagementWebSecurityAutoConfiguration");

    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<Class<?>> sources = new ArrayList<>(List.of(ShopApplication.class));

    private ShopHost(String url) {
        properties.put("spring.datasource.url", url);
        properties.put("spring.jpa.hibernate.ddl-auto", "update");
        properties.put("spring.main.banner-mode", "off");
        properties.put("spring.liquibase.enabled", "false");
        properties.put("spring.flyway.enabled", "false");
        properties.put("server.port", "0");
        properties.put("spring.autoconfigure.exclude", WITHOUT_SECURITY);
        properties.put("spring.profiles.active", "test");
        properties.put("lockstile.keys.folder", Path.of("target", "keys").toString());
        properties.put("lockstile.limits.enabled", "false");
    }

    static ShopHost onH2() {
        return new ShopHost(h2());
    }

    static ShopHost on(String url) {
        return new ShopHost(url);
    }

    static String h2() {
        return "jdbc:h2:mem:shop-" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
    }

    ShopHost with(String property, String value) {
        properties.put(property, value);
        return this;
    }

    ShopHost without(String property) {
        properties.remove(property);
        return this;
    }

    ShopHost withSecurity() {
        return without("spring.autoconfigure.exclude");
    }

    ShopHost with(Class<?> source) {
        sources.add(source);
        return this;
    }

    /** The same shop, loaded by another class loader. */
    ShopHost of(Class<?> application) {
        sources.set(0, application);
        return this;
    }

    ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .sources(QuickHashes.class)
                .properties(properties)
                .run(arguments);
    }

    /** Hashes that take no time; on a busy machine a hundred at once wait for each other longer than two seconds. */
    static final class QuickHashes implements LockstileCustomizer {

        @Override
        public void customize(dev.lockstile.auth.AuthBuilder builder) {}

        @Override
        public dev.lockstile.auth.AuthSettings settings(dev.lockstile.auth.AuthSettings fromProperties) {
            return fromProperties.withPasswords(fromProperties
                    .passwords()
                    .withCost(Argon2Cost.cheapForTests())
                    .withPermits(2, Duration.ofMinutes(1)));
        }
    }
}
