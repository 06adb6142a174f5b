package dev.lockstile.auth.spring.internal.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.spring.LockstileCustomizer;
import dev.lockstile.auth.spring.internal.settings.ApiKeyProperties;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** API keys by properties: off without a prefix, refused with the bound that was passed. */
final class ApiKeyPropertiesTest {

    @Test
    void without_a_prefix_there_are_no_keys() {
        assertThat(settings(Map.of("lockstile.api-keys.per-account", "3"))).isEmpty();
    }

    @Test
    void a_prefix_alone_gives_the_usual_settings() {
        assertThat(settings(Map.of("lockstile.api-keys.prefix", "acme"))).contains(ApiKeySettings.withPrefix("acme"));
    }

    @Test
    void each_property_reaches_its_setting() {
        assertThat(settings(Map.of(
                        "lockstile.api-keys.prefix", "acme_live",
                        "lockstile.api-keys.scopes", "orders:read,orders:write",
                        "lockstile.api-keys.per-account", "3",
                        "lockstile.api-keys.ttl", "10d",
                        "lockstile.api-keys.longest-ttl", "30d",
                        "lockstile.api-keys.overlap", "0s")))
                .contains(ApiKeySettings.withPrefix("acme_live")
                        .withScopes("orders:read", "orders:write")
                        .withPerAccount(3)
                        .withLife(Duration.ofDays(10), Duration.ofDays(30))
                        .withOverlap(Duration.ZERO));
    }

    @Test
    void a_value_out_of_its_bounds_is_refused() {
        assertThatThrownBy(() -> settings(Map.of("lockstile.api-keys.prefix", "A")))
                .isInstanceOf(AuthSetupException.class)
                .hasMessageContaining("property-refused: lockstile.api-keys.*: the prefix");
    }

    @Test
    void a_customizer_of_the_application_changes_what_the_properties_say() {
        LockstileCustomizer own = builder -> {};
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ApiKeyAutoConfiguration.class))
                .withBean("own", LockstileCustomizer.class, () -> own)
                .run(context -> assertThat(context.getBeanProvider(LockstileCustomizer.class)
                                .orderedStream())
                        .containsExactly(context.getBean("lockstileApiKeys", LockstileCustomizer.class), own));
    }

    private static Optional<ApiKeySettings> settings(Map<String, String> values) {
        Binder binder = new Binder(new MapConfigurationPropertySource(values));
        return ApiKeyAutoConfiguration.settings(binder.bindOrCreate("lockstile.api-keys", ApiKeyProperties.class));
    }
}
