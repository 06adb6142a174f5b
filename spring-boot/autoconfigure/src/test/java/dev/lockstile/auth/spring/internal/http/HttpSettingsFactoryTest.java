package dev.lockstile.auth.spring.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.http.settings.EndpointGroup;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.http.settings.JsonNaming;
import dev.lockstile.auth.spring.internal.settings.FlowProperties;
import dev.lockstile.auth.spring.internal.settings.HttpProperties;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Each property of the endpoints changes what it names, and nothing else. */
final class HttpSettingsFactoryTest {

    static Stream<Arguments> properties() {
        return Stream.of(
                Arguments.of("http.naming", "snake_case", Map.of("naming", JsonNaming.SNAKE_CASE)),
                Arguments.of("http.login-redirect-url", "/desk", Map.of("loginRedirectUrl", "/desk")),
                Arguments.of("http.allowed-origins", "https://a.example", Map.of("origins", "[https://a.example]")),
                Arguments.of("http.allowed-headers", "x-tenant", Map.of("headers", "[x-tenant]")),
                Arguments.of("http.cookies", "true", Map.of("cookies", true)),
                Arguments.of("http.trusted-proxies", "10.0.0.0/8", Map.of("address", "TrustedProxies")),
                Arguments.of("http.pictures", "target/pictures", Map.of("pictures", true)),
                Arguments.of("http.ignore-unknown-members", "false", Map.of("unknownAllowed", "false")),
                Arguments.of("http.purposes", "pickup", Map.of("purposes", "[pickup]")),
                Arguments.of("flows.passwords", "false", Map.of("absent", "[" + EndpointGroup.PASSWORDS + "]")),
                Arguments.of("flows.codes", "false", Map.of("absent", "[" + EndpointGroup.CODES + "]")),
                Arguments.of("flows.sign-up", "false", Map.of("absent", "[" + EndpointGroup.SIGN_UP + "]")),
                Arguments.of(
                        "flows.administration", "false", Map.of("absent", "[" + EndpointGroup.ADMINISTRATION + "]")),
                Arguments.of("flows.pictures", "false", Map.of("absent", "[" + EndpointGroup.PICTURES + "]")));
    }

    @ParameterizedTest
    @MethodSource("properties")
    void a_property_changes_what_it_names_alone(String name, String value, Map<String, Object> changes) {
        Map<String, Object> expected = parts(HttpSettings.defaults());
        expected.putAll(changes);
        assertThat(parts(settings(Map.of("lockstile." + name, value)))).isEqualTo(expected);
    }

    @Test
    void nothing_changes_without_a_property() {
        assertThat(parts(settings(Map.of()))).isEqualTo(parts(HttpSettings.defaults()));
    }

    @Test
    void pictures_are_named_below_the_path_at_which_the_application_serves_them(@TempDir Path folder) {
        Map<String, String> usual = Map.of("lockstile.http.pictures", folder.toString());
        assertThat(kept(usual)).startsWith("/media/");
        Map<String, String> own = new TreeMap<>(usual);
        own.put("lockstile.http.pictures-url", "/faces/");
        assertThat(kept(own)).startsWith("/faces/");
    }

    private static String kept(Map<String, String> values) {
        return Objects.requireNonNull(settings(values).pictures()).keep(new byte[] {1}, "image/png");
    }

    private static Map<String, Object> parts(HttpSettings settings) {
        Map<String, Object> parts = new TreeMap<>();
        parts.put("naming", settings.naming());
        parts.put("loginRedirectUrl", settings.loginRedirectUrl());
        parts.put("origins", settings.browsers().origins().toString());
        parts.put("headers", settings.browsers().headers().toString());
        parts.put("cookies", settings.browsers().cookies());
        parts.put("address", settings.address().getClass().getSimpleName().replaceAll("\\$.*|/.*", ""));
        parts.put("pictures", settings.pictures() != null);
        parts.put("absent", settings.absent().toString());
        parts.put("unknownAllowed", String.valueOf(settings.unknownAllowed()));
        parts.put("purposes", settings.extra().purposes().toString());
        return parts;
    }

    private static HttpSettings settings(Map<String, String> values) {
        Binder binder = new Binder(new MapConfigurationPropertySource(values));
        return new HttpSettingsFactory(
                        binder.bindOrCreate("lockstile.http", HttpProperties.class),
                        binder.bindOrCreate("lockstile.flows", FlowProperties.class),
                        true)
                .settings();
    }
}
