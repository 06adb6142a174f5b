package dev.lockstile.auth.spring.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.mock.env.MockEnvironment;

/** Which profiles are those of a developer's machine, and which are never. */
final class DevelopmentTest {

    /** Without the developer tools, as in a packaged application. */
    private static final ClassLoader PACKAGED = new FilteredClassLoader("org.springframework.boot.devtools");

    @Test
    void the_usual_profiles_are_known() {
        for (String profile : new String[] {"dev", "development", "local", "test"}) {
            assertThat(isOn(profile)).as(profile).isTrue();
        }
        for (String profile : new String[] {"prod", "production", "live", "staging"}) {
            assertThat(isOn(profile)).as(profile).isFalse();
        }
    }

    @Test
    void an_application_names_its_own() {
        assertThat(isOn("desk", "profiles", "desk,laptop")).isTrue();
        assertThat(isOn("dev", "profiles", "desk,laptop")).isFalse();
        assertThat(isOn("dev", "profiles", "")).isFalse();
    }

    @Test
    void a_profile_of_production_counts_before_the_inbox_and_a_profile_of_development() {
        assertThat(isOn("eu", "inbox", "true")).isTrue();
        assertThat(isOn("eu", "inbox", "true", "production-profiles", "eu,us")).isFalse();
        assertThat(isOn("dev", "production-profiles", "dev")).isFalse();
        assertThat(isOn("prod", "inbox", "true", "production-profiles", "eu,us"))
                .as("the names given replace the usual ones")
                .isTrue();
    }

    private static boolean isOn(String profile, String... values) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            map.put("lockstile.dev." + values[i], values[i + 1]);
        }
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        DevelopmentProperties properties = new Binder(new MapConfigurationPropertySource(map))
                .bindOrCreate("lockstile.dev", DevelopmentProperties.class);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(PACKAGED);
            return new Development(properties, environment).isOn();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
