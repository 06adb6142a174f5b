package dev.lockstile.auth.spring.internal.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class UnknownPropertiesTest {

    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

    @ParameterizedTest
    @CsvSource({
        "lockstile.factors.polcy, lockstile.factors.policy",
        "lockstile.baseurl2, lockstile.base-url",
        "lockstile.http.allowed-orgins[0], lockstile.http.allowed-origins",
        "lockstile.social.providers.acme.isuer, lockstile.social.providers.acme.issuer",
        "lockstile.sms.twilio.acount-sid, lockstile.sms.twilio.account-sid",
        "lockstile.code.sms-digits, lockstile.codes.sms-digits",
        "lockstile.schema.mod, lockstile.schema.mode"
    })
    void a_name_in_a_file_that_does_not_exist_is_told_with_the_nearest(String name, String nearest) {
        assertThat(found(file(name)))
                .singleElement()
                .asString()
                .startsWith("property-unknown: " + name + " is no property of Lockstile; the nearest is " + nearest
                        + " (file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lockstile.factors.policy",
                "lockstile.baseUrl",
                "lockstile.base_url",
                "lockstile.http.allowedOrigins[1]",
                "lockstile.social.providers.acme.client-ids[0]",
                "lockstile.social.providers.my-own.issuer",
                "lockstile.social.providers",
                "lockstile.sms.twilio",
                "lockstile.sms.sns.region",
                "lockstiles.foo",
                "other.lockstile.foo"
            })
    void a_name_that_exists_in_any_spelling_that_spring_boot_reads_is_taken(String name) {
        assertThat(found(file(name))).isEmpty();
    }

    @Test
    void all_that_is_mistyped_is_told_at_once() {
        assertThat(found(file("lockstile.factors.polcy", "lockstile.wholly-other", "lockstile.dev.inbox")))
                .hasSize(2);
    }

    /**
     * Kubernetes sets these for a service named lockstile, or named as a group of properties; the build sets its own.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOCKSTILE_SERVICE_HOST",
                "LOCKSTILE_SERVICE_PORT",
                "LOCKSTILE_SERVICE_PORT_HTTP",
                "LOCKSTILE_PORT",
                "LOCKSTILE_PORT_8080_TCP",
                "LOCKSTILE_PORT_8080_TCP_ADDR",
                "LOCKSTILE_HTTP_SERVICE_HOST",
                "LOCKSTILE_HTTP_PORT",
                "LOCKSTILE_PAGES_SERVICE_HOST",
                "LOCKSTILE_SMS_PORT",
                "LOCKSTILE_BASE_URL",
                "LOCKSTILE_BASEURL",
                "LOCKSTILE_FACTORS_ROLES_0",
                "LOCKSTILE_SOCIAL_PROVIDERS_ACME_CLIENTIDS_0_"
            })
    void a_variable_that_is_far_from_every_name_or_sets_a_property_is_taken(String variable) {
        assertThat(found(environment(variable))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proof",
                "kills",
                "edits",
                "heavy",
                "guides",
                "rows",
                "wait",
                "docs",
                "systems",
                "rounds",
                "factors.x"
            })
    void a_system_property_that_is_far_from_every_name_is_taken(String name) {
        assertThat(found(system("lockstile." + name))).isEmpty();
    }

    @Test
    void a_variable_or_system_property_that_is_nearly_a_name_is_told() {
        assertThat(found(environment("LOCKSTILE_FACTORS_POLCY")))
                .singleElement()
                .asString()
                .contains("LOCKSTILE_FACTORS_POLCY", "lockstile.factors.policy", "an environment variable");
        assertThat(found(system("lockstile.schema.mod")))
                .singleElement()
                .asString()
                .contains("lockstile.schema.mode", "systemProperties");
    }

    @Test
    void properties_of_a_bean_of_the_application_are_known() {
        beans.registerBeanDefinition("own", new RootBeanDefinition(OwnProperties.class));
        assertThat(found(file("lockstile.desk.colour", "lockstile.desk.words.any.thing")))
                .isEmpty();
        assertThat(found(file("lockstile.desk.color")))
                .singleElement()
                .asString()
                .contains("lockstile.desk.colour");
    }

    private List<String> found(PropertySource<?> source) {
        StandardEnvironment environment = new StandardEnvironment();
        MutablePropertySources sources = environment.getPropertySources();
        List.copyOf(sources.stream().toList()).forEach(one -> sources.remove(one.getName()));
        sources.addLast(source);
        return new UnknownProperties(() -> KnownProperties.added(beans)).in(environment);
    }

    private static PropertySource<?> file(String... names) {
        return new MapPropertySource("file", values(names));
    }

    private static PropertySource<?> system(String... names) {
        return new MapPropertySource(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME, values(names));
    }

    private static PropertySource<?> environment(String... names) {
        return new SystemEnvironmentPropertySource("systemEnvironment", values(names));
    }

    private static Map<String, Object> values(String... names) {
        return List.of(names).stream()
                .collect(Collectors.toMap(name -> name, name -> "x", (one, two) -> one, LinkedHashMap::new));
    }

    /** Properties of an application under the library's prefix. */
    @ConfigurationProperties("lockstile.desk")
    public static final class OwnProperties {

        private String colour = "";
        private Map<String, String> words = Map.of();

        public String getColour() {
            return colour;
        }

        public void setColour(String colour) {
            this.colour = colour;
        }

        public Map<String, String> getWords() {
            return words;
        }

        public void setWords(Map<String, String> words) {
            this.words = words;
        }
    }
}
