package dev.lockstile.auth.internal.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortenedIdentifierTest {

    @ParameterizedTest
    @CsvSource({
        "EMAIL, ana.ruiz@acme.example, a•••@acme.example",
        "EMAIL, a@acme.example, •••",
        "PHONE, +525512345678, +52•••78",
        "PHONE, 12345, •••",
        "USERNAME, ana.ruiz, ana. ruiz",
        "USERNAME, ana_ruiz-2, ana_ruiz-2",
        "USERNAME, अनीता, अनीता",
        "USERNAME, http://evil.example/, http evil. example",
        "USERNAME, evil..example., evil. . example."
    })
    void its_owner_knows_it_and_no_site_is_named_by_a_name(IdentifierKind kind, String value, String told) {
        assertThat(ShortenedIdentifier.of(new Identifier(kind, value, "key"))).isEqualTo(told);
    }
}
