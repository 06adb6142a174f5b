package dev.lockstile.auth.spring.internal.settings;

import dev.lockstile.auth.AuthSetupException;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.ClassUtils;

/** Whether the application runs on a developer's machine, and what goes there alone. */
public final class Development {

    private static final String DEVTOOLS = "org.springframework.boot.devtools.restart.Restarter";

    private final DevelopmentProperties properties;
    private final Environment environment;

    public Development(DevelopmentProperties properties, Environment environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /**
     * True where the inbox is on, a development profile is active, or the developer tools of Spring Boot are on the
     * class path (a packaged application has none); never where a production profile is active.
     */
    public boolean isOn() {
        if (accepts(properties.productionProfiles())) {
            return false;
        }
        return properties.inbox() || accepts(properties.profiles()) || ClassUtils.isPresent(DEVTOOLS, null);
    }

    /**
     * Whether the inbox is served.
     *
     * @throws AuthSetupException when it is asked for where a production profile is active
     */
    public boolean hasInbox() {
        if (properties.inbox() && accepts(properties.productionProfiles())) {
            throw new AuthSetupException(List.of("dev-inbox-in-production: the development inbox shows codes and links,"
                    + " and a production profile is active; remove lockstile.dev.inbox"));
        }
        return properties.inbox();
    }

    private boolean accepts(List<String> profiles) {
        return !profiles.isEmpty() && environment.acceptsProfiles(Profiles.of(profiles.toArray(String[]::new)));
    }
}
