package dev.lockstile.auth.spring.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.password.PasswordSettings;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Each property changes the component of the settings that it names, and no other. */
final class SettingsFactoryTest {

    /** Read elsewhere: by conditions, and by the parts of the wiring that are no settings of flows. */
    private static final List<String> NO_SETTING = List.of(
            "lockstile.enabled",
            "lockstile.region",
            "lockstile.message-workers",
            "lockstile.deletion-grace",
            "lockstile.lazy-connections",
            "lockstile.pages.sign-in-on-one-page",
            "lockstile.pages.one-name-field",
            "lockstile.pages.terms",
            "lockstile.pages.privacy",
            "lockstile.pages.ways",
            "lockstile.passwords.breach-outage",
            "lockstile.passwords.history");

    /** A property, a value that is not its default, and all that it changes. */
    record Property(String name, String value, Map<String, String> changes) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Property> properties() {
        return Stream.of(
                setting("service", "Acme", "service=Acme", "tokens.audience=Acme", "tokens.clientId=Acme"),
                setting(
                        "base-url",
                        "https://acme.example/",
                        "tokens.issuer=https://acme.example/",
                        "links.confirmPage=https://acme.example/confirm",
                        "links.resetPage=https://acme.example/reset"),
                setting("locale", "es", "locale=es"),
                setting("tokens.issuer", "https://id.example", "tokens.issuer=https://id.example"),
                setting("tokens.audience", "shop", "tokens.audience=shop", "tokens.clientId=shop"),
                setting("tokens.client-id", "app", "tokens.clientId=app"),
                setting("tokens.access-ttl", "7m", "tokens.accessTtl=PT7M"),
                setting("tokens.skew", "7s", "tokens.skew=PT7S"),
                setting("sessions.web-idle", "1h", "sessions.web.idle=PT1H"),
                setting("sessions.web-absolute", "2d", "sessions.web.absolute=PT48H"),
                setting("sessions.mobile-idle", "3d", "sessions.mobile.idle=PT72H"),
                setting("sessions.mobile-absolute", "40d", "sessions.mobile.absolute=PT960H"),
                setting("sessions.reauth-window", "4m", "sessions.reauthWindow=PT4M"),
                setting("sessions.max-per-user", "5", "sessions.maxPerUser=5"),
                setting("sessions.check-every", "6s", "sessions.rules.checkEvery=PT6S"),
                setting("sessions.refresh-grace", "8s", "sessions.rules.refreshGrace=PT8S"),
                setting("sessions.refresh-retry", "true", "sessions.rules.refreshRetry=true"),
                setting("sessions.single-mobile", "true", "sessions.rules.singleMobile=true"),
                setting("codes.sms-digits", "7", "codes.smsDigits=7"),
                setting("codes.email-digits", "9", "codes.emailDigits=9"),
                setting("codes.sms-ttl", "3m", "codes.smsTtl=PT3M"),
                setting("codes.email-ttl", "4m", "codes.emailTtl=PT4M"),
                setting("codes.max-attempts", "4", "codes.maxAttempts=4"),
                setting("codes.cooldown", "90s", "codes.cooldown=PT1M30S"),
                setting("codes.unbound-attempts", "2", "codes.unboundAttempts=2"),
                setting("links.confirm-page", "/welcome", "links.confirmPage=http://localhost:8181/welcome"),
                setting("links.reset-page", "/renew", "links.resetPage=http://localhost:8181/renew"),
                setting("links.login-page", "/enter", "links.loginPage=http://localhost:8181/enter"),
                setting("links.confirm-ttl", "5h", "links.confirmTtl=PT5H"),
                setting("links.reset-ttl", "20m", "links.resetTtl=PT20M"),
                setting(
                        "pages.path",
                        "/account",
                        "links.confirmPage=http://localhost:8181/account/confirm",
                        "links.resetPage=http://localhost:8181/account/reset"),
                setting("sign-up.phone-only", "true", "signUp.phoneOnly=true"),
                setting("sign-up.by-code", "true", "signUp.byCode=true"),
                setting("sign-up.expose-user-existence", "true", "signUp.exposed=true"),
                setting("sign-up.default-role", "MEMBER", "signUp.defaultRole=MEMBER"),
                setting("sign-up.names-in-invitations", "true", "signUp.namesInInvitations=true"),
                setting("passwords.policy", "nist-aal1", "passwords.length.min=15"),
                setting("passwords.min-length", "12", "passwords.length.min=12"),
                setting("passwords.max-length", "99", "passwords.length.max=99"));
    }

    @ParameterizedTest
    @MethodSource("properties")
    void a_property_changes_what_it_names_alone(Property property) {
        Map<String, String> before = components(settings(Map.of()));
        Map<String, String> changed = components(settings(Map.of(property.name(), property.value())));
        changed.entrySet().removeIf(e -> e.getValue().equals(before.get(e.getKey())));
        assertThat(changed).isEqualTo(property.changes());
    }

    @Test
    void all_properties_together_are_what_they_are_alone() {
        Map<String, String> all = new LinkedHashMap<>();
        Map<String, String> expected = new TreeMap<>();
        properties().forEach(p -> {
            all.put(p.name(), p.value());
            expected.putAll(p.changes());
        });
        all.remove("lockstile.passwords.policy"); // the length beside it is the later word
        expected.putAll(Map.of(
                "links.confirmPage", "https://acme.example/welcome",
                "links.resetPage", "https://acme.example/renew",
                "links.loginPage", "https://acme.example/enter"));
        assertThat(components(settings(all))).containsAllEntriesOf(expected);
    }

    @Test
    void words_of_the_service_are_no_passwords() {
        assertThat(settings(Map.of("lockstile.passwords.service-words", "harbour,lantern"))
                        .passwords()
                        .blocklists())
                .isEqualTo(PasswordSettings.owasp()
                        .withServiceWords("harbour", "lantern")
                        .blocklists());
    }

    @Test
    void limits_are_turned_off_by_their_property() {
        assertThat(settings(Map.of("lockstile.limits.enabled", "false")).throttles())
                .isEqualTo(settings(Map.of()).throttles().turnEverythingOff());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop.example",
                "http://shop.example",
                "ftp://shop.example",
                "https:shop",
                "https://shop.example/?x=1",
                "https://shop.example/#top",
                "https://ana@shop.example"
            })
    void an_address_of_the_application_that_makes_no_link_is_told_by_its_own_name(String url) {
        assertThatThrownBy(() -> settings(Map.of("lockstile.base-url", url)))
                .isInstanceOf(AuthSetupException.class)
                .hasMessageContaining("base-url-unusable: lockstile.base-url ")
                .hasMessageContaining(url)
                .hasMessageNotContaining("lockstile.links");
    }

    @Test
    void every_property_has_a_case() {
        TreeSet<String> known = new TreeSet<>(NO_SETTING);
        properties().map(Property::name).forEach(known::add);
        known.addAll(List.of("lockstile.passwords.service-words", "lockstile.limits.enabled"));
        TreeSet<String> bound = new TreeSet<>();
        for (RecordComponent group : AllProperties.class.getRecordComponents()) {
            String prefix =
                    group.getType().getAnnotation(ConfigurationProperties.class).value();
            for (RecordComponent one : group.getType().getRecordComponents()) {
                bound.add(prefix
                        + '.'
                        + one.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT));
            }
        }
        assertThat(bound).isEqualTo(known);
    }

    private static Property setting(String name, String value, String... changes) {
        Map<String, String> map = new TreeMap<>();
        Arrays.stream(changes).map(c -> c.split("=", 2)).forEach(c -> map.put(c[0], c[1]));
        return new Property("lockstile." + name, value, map);
    }

    private static AuthSettings settings(Map<String, String> values) {
        Binder binder = new Binder(new MapConfigurationPropertySource(values));
        AllProperties all = new AllProperties(
                bound(binder, ServiceProperties.class),
                bound(binder, TokenProperties.class),
                bound(binder, SessionProperties.class),
                bound(binder, CodeProperties.class),
                bound(binder, LinkProperties.class),
                bound(binder, SignUpProperties.class),
                bound(binder, PasswordProperties.class),
                bound(binder, LimitProperties.class),
                bound(binder, PagesProperties.class));
        SettingsFactory factory = new SettingsFactory(all, new ApplicationFacts("application", 8181, true));
        return factory.settings(factory.passwords());
    }

    private static <T> T bound(Binder binder, Class<T> type) {
        return binder.bindOrCreate(
                type.getAnnotation(ConfigurationProperties.class).value(), type);
    }

    /** The components of a record and of the records in it, by their path, as text. */
    private static Map<String, String> components(Record settings) {
        Map<String, String> found = new TreeMap<>();
        collect("", settings, found);
        return found;
    }

    private static void collect(String path, Object value, Map<String, String> found) {
        if (!(value instanceof Record record)) {
            found.put(path, String.valueOf(value));
            return;
        }
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String inner = path.isEmpty() ? component.getName() : path + '.' + component.getName();
            try {
                collect(inner, component.getAccessor().invoke(record), found);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(inner, e);
            }
        }
    }
}
