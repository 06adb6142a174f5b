package dev.lockstile.auth.spring.internal.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.factor.PasskeyVerifier;
import dev.lockstile.auth.spring.LockstileCustomizer;
import dev.lockstile.auth.spring.internal.settings.PasskeyProperties;
import dev.lockstile.auth.spring.internal.settings.ServiceProperties;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Passkeys by properties. */
final class PasskeyPropertiesTest {

    private static final String ID = "lockstile.passkeys.rp-id";
    private static final String ORIGINS = "lockstile.passkeys.origins";

    @Test
    void a_domain_without_origins_and_origins_without_a_domain_are_refused() {
        for (Map<String, String> half : List.of(Map.of(ID, "acme.example"), Map.of(ORIGINS, "https://acme.example"))) {
            assertThatExceptionOfType(AuthSetupException.class)
                    .isThrownBy(() -> verifier(half))
                    .withMessageContaining("rp-id and origins are needed");
        }
    }

    @Test
    void nothing_is_on_without_a_domain() {
        assertThat(verifier(Map.of())).isEmpty();
    }

    @Test
    void what_is_wrong_with_the_site_is_told_by_the_builder() {
        assertThat(verifier(Map.of(ID, "acme.example", ORIGINS, "http://acme.example"))
                        .orElseThrow()
                        .problems())
                .isNotEmpty();
    }

    @Test
    void the_site_is_called_as_the_service_unless_it_has_a_name_of_its_own() {
        Map<String, String> site = Map.of(ID, "acme.example", ORIGINS, "https://acme.example");
        assertThat(verifier(site).orElseThrow().problems()).isEmpty();
        assertThat(name(site)).isEqualTo("acme.example");
        assertThat(name(with(site, "lockstile.service", "Acme"))).isEqualTo("Acme");
        assertThat(name(with(site, "lockstile.passkeys.rp-name", "Shop"))).isEqualTo("Shop");
    }

    @Test
    void the_customizer_is_there_with_the_module() {
        try (AnnotationConfigApplicationContext context =
                new AnnotationConfigApplicationContext(PasskeyAutoConfiguration.class)) {
            assertThat(context.getBeansOfType(LockstileCustomizer.class)).containsKey("lockstilePasskeys");
        }
    }

    @Test
    void a_customizer_of_the_application_changes_what_the_properties_say() {
        LockstileCustomizer own = builder -> {};
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(PasskeyAutoConfiguration.class))
                .withBean("own", LockstileCustomizer.class, () -> own)
                .run(context -> assertThat(context.getBeanProvider(LockstileCustomizer.class)
                                .orderedStream())
                        .containsExactly(context.getBean("lockstilePasskeys", LockstileCustomizer.class), own));
    }

    private static String name(Map<String, String> values) {
        return verifier(values).orElseThrow().relyingParty().name();
    }

    private static Map<String, String> with(Map<String, String> values, String key, String value) {
        Map<String, String> more = new HashMap<>(values);
        more.put(key, value);
        return more;
    }

    private static Optional<PasskeyVerifier> verifier(Map<String, String> values) {
        Binder binder = new Binder(new MapConfigurationPropertySource(values));
        return PasskeyAutoConfiguration.verifier(
                binder.bindOrCreate("lockstile.passkeys", PasskeyProperties.class),
                binder.bindOrCreate("lockstile", ServiceProperties.class));
    }
}
