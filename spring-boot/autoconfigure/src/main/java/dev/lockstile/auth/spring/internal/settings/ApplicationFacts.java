package dev.lockstile.auth.spring.internal.settings;

import org.springframework.core.env.Environment;

/**
 * What Spring Boot's own properties say of the application.
 *
 * @param name its name
 * @param port the port it serves
 * @param development whether it runs on a developer's machine
 */
public record ApplicationFacts(String name, int port, boolean development) {

    private static final int USUAL_PORT = 8080;

    /** As the environment says. */
    public static ApplicationFacts of(Environment environment, Development development) {
        return new ApplicationFacts(
                environment.getProperty("spring.application.name", "application"),
                environment.getProperty("server.port", Integer.class, USUAL_PORT),
                development.isOn());
    }
}
