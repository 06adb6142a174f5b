package dev.lockstile.auth.spring.internal.failure;

import dev.lockstile.auth.AuthSetupException;
import java.util.List;
import org.springframework.boot.SpringBootVersion;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Refuses a Spring Boot that has its classes elsewhere, in place of an error about a missing one. */
final class SpringBootVersionCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final int NEEDED = 4;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        check(SpringBootVersion.getVersion());
    }

    static void check(String version) {
        if (Integer.parseInt(version.replaceFirst("\\D.*", "")) < NEEDED) {
            throw new AuthSetupException(List.of("spring-boot-version: this is Spring Boot " + version
                    + ", and the starter needs 4.0 or newer, since Hibernate 7, Jakarta Persistence 3.2 and Servlet 6.1"
                    + " come with it"));
        }
    }
}
