package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.model.Channel;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells of the lists: words of the library in the language, all else as it stands in the store. */
class AdminTableTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    private enum Role {
        EDITOR
    }

    @ParameterizedTest
    @CsvSource({"firstName, ANA", "lastName1, SMS", "label, EMAIL", "role, EDITOR", "role, USER", "platform, WEB"})
    void texts_of_the_host_and_of_people_are_listed_unchanged(String column, String text) {
        assertThat(text("en", column, text)).isEqualTo(text);
    }

    @Test
    void a_role_that_is_a_constant_of_the_host_is_listed_by_its_name() {
        assertThat(text("en", "role", Role.EDITOR)).isEqualTo("EDITOR");
    }

    @ParameterizedTest
    @CsvSource({
        "client, WEB, Navegador",
        "channel, EMAIL, Correo",
        "templateName, LOGIN_CODE, Código de acceso",
        "status, SENT, enviado",
        "purpose, INVOICE_SIGNING, invoice signing"
    })
    void words_of_the_library_are_told_in_the_language(String column, String code, String word) {
        assertThat(text("es", column, code)).isEqualTo(word);
    }

    @Test
    void a_constant_of_the_library_is_told_as_its_name_is() {
        assertThat(text("pt", "channel", Channel.SMS)).isEqualTo("Mensagem de texto");
    }

    private static @Nullable Object text(String language, String column, Object value) {
        AdminLists.Page page = new AdminLists.Page(List.of(column), List.of(Map.of(column, value)), null);
        Times times = new Times(Texts.all().get(language), Clock.fixed(NOW, ZoneOffset.UTC));
        return new AdminTable("any", page, times).facts().get(0).get("text");
    }
}
