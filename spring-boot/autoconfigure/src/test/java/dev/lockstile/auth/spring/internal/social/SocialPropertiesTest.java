package dev.lockstile.auth.spring.internal.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.spring.LockstileCustomizer;
import dev.lockstile.auth.spring.internal.settings.SocialProperties;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Providers by properties, with those of Spring Security's client registrations. */
final class SocialPropertiesTest {

    private static final String ACME = "lockstile.social.providers.acme.";
    private static final String SPRING = "spring.security.oauth2.client.";

    @Test
    void what_is_missing_or_refused_is_told_of_all_providers() {
        assertThatExceptionOfType(AuthSetupException.class)
                .isThrownBy(() -> settings(Map.of(
                        ACME + "issuer",
                        "https://login.acme.example",
                        "lockstile.social.providers.zeta.client-ids",
                        "a",
                        "lockstile.social.providers.zeta.redirect-uris",
                        "https://shop.example/cb")))
                .withMessageContaining("acme.*: client-ids and redirect-uris")
                .withMessageContaining("zeta.*: issuer is needed");
        assertThatExceptionOfType(AuthSetupException.class)
                .isThrownBy(() -> settings(Map.of(
                        ACME + "issuer", "http://login.acme.example",
                        ACME + "client-ids", "a",
                        ACME + "redirect-uris", "https://shop.example/cb")))
                .withMessageContaining("https");
    }

    @Test
    void a_registration_of_spring_security_turns_nothing_on_by_itself() {
        assertThat(settings(Map.of(
                        SPRING + "registration.acme.client-id", "a",
                        SPRING + "provider.acme.issuer-uri", "https://login.acme.example")))
                .isEmpty();
    }

    @Test
    void what_a_provider_leaves_out_is_that_of_the_registration() {
        SocialSettings settings = settings(Map.of(
                        ACME + "redirect-uris",
                        "https://shop.example/cb",
                        ACME + "email-authoritative",
                        "true",
                        "lockstile.social.origins",
                        "https://shop.example",
                        "lockstile.social.sign-up",
                        "true",
                        SPRING + "registration.acme.client-id",
                        "a",
                        SPRING + "registration.acme.client-secret",
                        "b",
                        SPRING + "registration.acme.provider",
                        "there",
                        SPRING + "provider.there.issuer-uri",
                        "https://login.acme.example"))
                .orElseThrow();
        SocialProvider acme = settings.providers().get(0);
        assertThat(acme.name()).isEqualTo("acme");
        assertThat(acme.redirectUri()).isEqualTo("https://shop.example/cb");
        assertThat(acme.isEmailAuthoritative()).isTrue();
        assertThat(acme.linksByEmail()).isFalse();
        assertThat(settings.signUp()).isTrue();
        assertThat(settings.returnOrigins()).containsExactly("https://shop.example");
    }

    @Test
    void each_switch_of_a_provider_changes_what_it_names_alone() {
        SocialProvider plain = acme(Map.of());
        assertThat(plain.isEmailAuthoritative()).isFalse();
        assertThat(plain.linksByEmail()).isFalse();
        assertThat(plain.eventDeliveries()).isEmpty();
        assertThat(plain.isRedirectUri("https://shop.example/app")).isFalse();
        Map<String, Object> authoritative = Map.of(ACME + "email-authoritative", "true");
        assertThat(acme(authoritative).linksByEmail()).isFalse();
        assertThat(acme(with(authoritative, ACME + "link-by-email", "true")).linksByEmail())
                .isTrue();
        assertThat(acme(Map.of(ACME + "receive-events", "true")).eventDeliveries())
                .containsExactly(SocialEvent.Delivery.SECURITY_EVENT);
        assertThat(acme(Map.of(ACME + "receive-back-channel-logout", "true")).eventDeliveries())
                .containsExactly(SocialEvent.Delivery.LOGOUT);
        SocialProvider second =
                acme(Map.of(ACME + "redirect-uris", "https://shop.example/cb,https://shop.example/app"));
        assertThat(second.redirectUri()).isEqualTo("https://shop.example/cb");
        assertThat(second.isRedirectUri("https://shop.example/app")).isTrue();
        Map<String, Object> loopback = Map.of(ACME + "issuer", "http://127.0.0.1:9000");
        assertThatExceptionOfType(AuthSetupException.class).isThrownBy(() -> acme(loopback));
        assertThat(acme(with(loopback, ACME + "allow-insecure-loopback", "true")))
                .isNotNull();
    }

    private static SocialProvider acme(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(Map.of(
                ACME + "issuer", "https://login.acme.example",
                ACME + "client-ids", "a",
                ACME + "redirect-uris", "https://shop.example/cb"));
        all.putAll(values);
        return settings(all).orElseThrow().providers().get(0);
    }

    private static Map<String, Object> with(Map<String, Object> values, String name, String value) {
        Map<String, Object> more = new HashMap<>(values);
        more.put(name, value);
        return more;
    }

    @Test
    void a_bean_of_the_application_stands_in_place_of_the_properties() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(SocialSettings.class, () -> SocialSettings.of());
            context.register(SocialAutoConfiguration.class);
            context.refresh();
            assertThat(context.getBeansOfType(LockstileCustomizer.class)).isEmpty();
        }
        try (AnnotationConfigApplicationContext context =
                new AnnotationConfigApplicationContext(SocialAutoConfiguration.class)) {
            assertThat(context.getBeansOfType(LockstileCustomizer.class)).hasSize(1);
        }
    }

    @Test
    void no_secret_is_printed() {
        StandardEnvironment environment = environment(Map.of(ACME + "client-secret", "very-secret"));
        assertThat(properties(environment).toString()).doesNotContain("very-secret");
    }

    @Test
    void a_customizer_of_the_application_changes_what_the_properties_say() {
        LockstileCustomizer own = builder -> {};
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SocialAutoConfiguration.class))
                .withBean("own", LockstileCustomizer.class, () -> own)
                .run(context -> assertThat(context.getBeanProvider(LockstileCustomizer.class)
                                .orderedStream())
                        .containsExactly(context.getBean("lockstileSocial", LockstileCustomizer.class), own));
    }

    private static Optional<SocialSettings> settings(Map<String, Object> values) {
        StandardEnvironment environment = environment(values);
        return new SocialFactory(properties(environment), environment).settings();
    }

    private static SocialProperties properties(StandardEnvironment environment) {
        return Binder.get(environment).bindOrCreate("lockstile.social", SocialProperties.class);
    }

    private static StandardEnvironment environment(Map<String, Object> values) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", values));
        ConfigurationPropertySources.attach(environment);
        return environment;
    }
}
