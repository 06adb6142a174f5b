package dev.lockstile.auth.spring.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.impersonation.ImpersonationSettings;
import dev.lockstile.auth.secret.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Second factors and acting for accounts by properties. */
final class FactorsFactoryTest {

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    @Test
    void each_property_reaches_its_setting(@TempDir Path folder) throws Exception {
        assertThat(factors(null, "policy", "off")).isNull();
        SecondFactorSettings times =
                factors(null, "policy", "staff", "trusted-browsers", "14d", "administrator-wait", "2d");
        assertThat(times.trustedBrowsers()).isEqualTo(Duration.ofDays(14));
        assertThat(times.administratorWait()).isEqualTo(Duration.ofDays(2));
        assertThat(factors(folder, "policy", "staff").keys()).isNull();
        Files.writeString(folder.resolve("factors.key"), KEY + "\n");
        assertThat(factors(folder, "policy", "staff").keys()).isEqualTo(Secret.of(KEY));
        String named = KEY.replace("AAEC", "ABEC");
        assertThat(factors(folder, "policy", "staff", "sealing-key", named).keys())
                .isEqualTo(Secret.of(named));
    }

    @Test
    void acting_for_accounts_needs_two_factors_and_is_shown_unless_a_property_says_otherwise() {
        assertThat(acting()).isNull();
        assertThat(acting("enabled", "true")).isEqualTo(new ImpersonationSettings(true, true));
        assertThat(acting("enabled", "true", "allow-one-factor", "true"))
                .isEqualTo(new ImpersonationSettings(false, true));
        assertThat(acting("enabled", "true", "hidden-from-owner", "true"))
                .isEqualTo(new ImpersonationSettings(true, false));
    }

    private static SecondFactorSettings factors(Path keys, String... values) {
        return new FactorsFactory(binder(values).bindOrCreate("", FactorProperties.class), keys).settings();
    }

    private static ImpersonationSettings acting(String... values) {
        return binder(values).bindOrCreate("", ImpersonationProperties.class).settings();
    }

    private static Binder binder(String... values) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            map.put(values[i], values[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(map));
    }
}
