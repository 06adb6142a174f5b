package dev.lockstile.auth.spring.internal.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.cli.Deployment;
import dev.lockstile.auth.factor.FactorSealing;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.spring.MessageSenders;
import dev.lockstile.auth.spring.internal.settings.Development;
import dev.lockstile.auth.spring.internal.settings.DevelopmentProperties;
import dev.lockstile.auth.spring.internal.settings.EmailProperties;
import dev.lockstile.auth.spring.internal.settings.FactorProperties;
import dev.lockstile.auth.spring.internal.settings.KeyProperties;
import dev.lockstile.auth.spring.internal.settings.ServiceProperties;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What the manage commands get of an application is what its own sign-in uses. */
final class SpringHostTest {

    private static final String PROPERTY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
    private static final String FILE = "b3duIGtleSBvZiBhIGhvc3QgZm9yIHNlY29uZCBmYWN0b3Jz";
    private static final String BEAN = "c29tZSBvdGhlciBrZXkgb2YgYSBob3N0IGZvciBmYWN0b3I";

    private final AuthKeys keys = AuthKeys.generate();
    private final Map<String, Object> properties = new LinkedHashMap<>();

    @TempDir
    private Path folder;

    @Test
    void second_factors_are_sealed_by_the_key_that_sign_in_opens_them_with() throws Exception {
        DefaultListableBeanFactory beans = beans();
        assertThat(opens(keys.factorSealing(), beans)).isTrue();
        properties.put("lockstile.keys.folder", folder.toString());
        Files.writeString(folder.resolve("factors.key"), FILE);
        assertThat(opens(keys.factorSealing(), beans()))
                .as("the digest key alone")
                .isFalse();
        assertThat(opens(keys.factorSealing(Secret.of(FILE)), beans())).isTrue();
        properties.put("lockstile.factors.sealing-key", PROPERTY);
        assertThat(opens(keys.factorSealing(Secret.of(FILE)), beans())).isFalse();
        assertThat(opens(keys.factorSealing(Secret.of(PROPERTY)), beans())).isTrue();
        DefaultListableBeanFactory own = beans();
        own.registerSingleton("own", SecondFactorSettings.optional().withKeys(Secret.of(BEAN)));
        assertThat(opens(keys.factorSealing(Secret.of(PROPERTY)), own)).isFalse();
        assertThat(opens(keys.factorSealing(Secret.of(BEAN)), own)).isTrue();
    }

    @Test
    void numbers_without_a_country_are_those_of_the_region() {
        assertThat(new SpringHost(beans()).identifierRules().phone("912345678")).isEmpty();
        properties.put("lockstile.region", "PT");
        assertThat(new SpringHost(beans())
                        .identifierRules()
                        .phone("912345678")
                        .orElseThrow()
                        .value())
                .isEqualTo("+351912345678");
    }

    @Test
    void codes_are_shown_in_development_alone() {
        properties.put("spring.profiles.active", "dev");
        assertThat(new SpringHost(beans()).allowsCodes()).isTrue();
        properties.put("spring.profiles.active", "dev,live");
        assertThat(new SpringHost(beans()).allowsCodes()).isFalse();
    }

    @Test
    void a_deployment_is_told_as_the_properties_say() throws Exception {
        Deployment plain = new SpringHost(beans()).deployment().orElseThrow();
        assertThat(plain.inbox()).isFalse();
        assertThat(plain.trustedProxies()).isEmpty();
        assertThat(plain.keyFiles()).isEmpty();
        assertThat(plain.mailFrom()).isNull();
        Path key = Files.writeString(folder.resolve("digest.key"), FILE);
        Files.createDirectory(folder.resolve("backups"));
        properties.put("lockstile.dev.inbox", "true");
        properties.put("lockstile.base-url", "https://shop.example");
        properties.put("lockstile.http.trusted-proxies", "10.0.0.0/8,192.0.2.7");
        properties.put("lockstile.keys.folder", folder.toString());
        properties.put("lockstile.email.from", "shop@shop.example");
        Deployment told = new SpringHost(beans()).deployment().orElseThrow();
        assertThat(told.inbox()).isTrue();
        assertThat(told.origins()).containsExactly("https://shop.example");
        assertThat(told.trustedProxies()).containsExactly("10.0.0.0/8", "192.0.2.7");
        assertThat(told.keyFiles()).containsExactly(key);
        assertThat(told.mailFrom()).isEqualTo("shop@shop.example");
    }

    private static boolean opens(FactorSealing signIn, DefaultListableBeanFactory beans) {
        UserId user = new UserId(4711L);
        Secret secret = Secret.of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        FactorSealing command = new SpringHost(beans).factorSealing().orElseThrow();
        return signIn.isSame(user, command.totp(user, "enrolment-1", secret, Instant.EPOCH), secret);
    }

    private DefaultListableBeanFactory beans() {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        Binder binder = new Binder(new MapConfigurationPropertySource(properties));
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        ConfigurationPropertySources.attach(environment);
        beans.registerSingleton("keys", keys);
        beans.registerSingleton("factors", binder.bindOrCreate("lockstile.factors", FactorProperties.class));
        beans.registerSingleton("keyProperties", binder.bindOrCreate("lockstile.keys", KeyProperties.class));
        beans.registerSingleton("environment", environment);
        beans.registerSingleton("settings", AuthTestKit.settings());
        beans.registerSingleton("senders", new MessageSenders(List.of(new RecordingEmailSender()), List.of()));
        beans.registerSingleton("email", binder.bindOrCreate("lockstile.email", EmailProperties.class));
        beans.registerSingleton("service", binder.bindOrCreate("lockstile", ServiceProperties.class));
        beans.registerSingleton(
                "development",
                new Development(binder.bindOrCreate("lockstile.dev", DevelopmentProperties.class), environment));
        return beans;
    }
}
