package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.PasskeyState;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names and icons of passkeys by the AAGUID of their authenticator. */
class AuthenticatorsTest {

    @ParameterizedTest
    @CsvSource({
        "FBFC3007-154E-4ECC-8C0B-6E020557D7BD, Apple Passwords, shield",
        "ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4, Google Password Manager, shield",
        "08987058-cadc-4b81-b6e1-30de50dcbe96, Windows Hello, monitor",
        "ee882879-721c-4913-9775-3dfcce97072a, YubiKey 5, key",
        "00000000-0000-0000-0000-000000000000, , passkey"
    })
    void a_passkey_is_shown_with_its_provider(String aaguid, String name, String icon) {
        PasskeyState passkey = new PasskeyState(
                "1",
                new PasskeyState.Key("c", "h", "k", false, List.of(), aaguid),
                new PasskeyState.Use(0, false, null),
                "Mine",
                Instant.EPOCH);
        assertThat(TemplateValues.passkey(passkey))
                .containsEntry("provider", name)
                .containsEntry("icon", icon);
    }

    @Test
    void the_table_names_identifiers_in_lower_case() throws IOException {
        Properties table = new Properties();
        try (InputStream in = Authenticators.class.getResourceAsStream("authenticators.properties")) {
            table.load(in);
        }
        assertThat(table.entrySet()).hasSizeGreaterThan(20).allSatisfy((Map.Entry<Object, Object> one) -> {
            assertThat(UUID.fromString(one.getKey().toString()))
                    .hasToString(one.getKey().toString());
            assertThat(one.getValue().toString()).isNotBlank();
        });
    }
}
