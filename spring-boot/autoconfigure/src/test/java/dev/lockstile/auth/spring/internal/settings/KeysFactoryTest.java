package dev.lockstile.auth.spring.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.AuthKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Keys from properties and from a folder, which is filled in development alone. */
final class KeysFactoryTest {

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    @TempDir
    private Path parent;

    @Test
    void development_makes_keys_for_their_owner_alone_and_keeps_them() throws IOException {
        Path folder = parent.resolve("keys");
        AuthKeys made = keys(true, Map.of("folder", folder.toString()));
        assertThat(permissions(folder)).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(KeysFactoryTest::permissions)).containsExactly("rw-------", "rw-------");
        }
        for (boolean development : new boolean[] {true, false}) {
            AuthKeys kept = keys(development, Map.of("folder", folder.toString()));
            assertThat(kept.digestKey()).isEqualTo(made.digestKey());
            assertThat(kept.signing()).isEqualTo(made.signing());
        }
    }

    @Test
    void outside_of_development_an_empty_folder_stays_empty() {
        for (String key : List.of("digest-key", "none")) {
            assertThatThrownBy(() -> keys(false, Map.of("folder", parent.toString(), key, KEY)))
                    .as(key)
                    .hasMessageContaining(
                            key.equals("none") ? "no key for digests and signatures" : "no key for signatures");
        }
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void a_property_counts_before_the_file_of_the_folder() {
        AuthKeys made = keys(true, Map.of("folder", parent.toString()));
        AuthKeys named = keys(false, Map.of("folder", parent.toString(), "digest-key", KEY));
        assertThat(named.digestKey().reveal()).isEqualTo(KEY);
        assertThat(named.signing()).isEqualTo(made.signing());
    }

    @Test
    void no_secret_is_printed() {
        Map<String, String> secrets = new TreeMap<>();
        for (String name : List.of(
                "keys.digest-key",
                "keys.signing-keys",
                "keys.bootstrap-secret",
                "factors.sealing-key",
                "sms.twilio.secret",
                "sms.sns.secret-access-key",
                "sms.sns.session-token")) {
            secrets.put("lockstile." + name, "top-secret");
        }
        Binder binder = new Binder(new MapConfigurationPropertySource(secrets));
        KeyProperties keys = binder.bind("lockstile.keys", KeyProperties.class).get();
        assertThat(keys.digestKey()).isEqualTo("top-secret");
        assertThat(List.of(
                                keys,
                                binder.bind("lockstile.factors", FactorProperties.class)
                                        .get(),
                                binder.bind("lockstile.sms", SmsProperties.class)
                                        .get())
                        .toString())
                .contains("KeyProperties", "FactorProperties", "Twilio", "Sns")
                .doesNotContain("top-secret");
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AuthKeys keys(boolean development, Map<String, String> values) {
        Binder binder = new Binder(new MapConfigurationPropertySource(values));
        return new KeysFactory(binder.bindOrCreate("", KeyProperties.class), development).keys();
    }
}
