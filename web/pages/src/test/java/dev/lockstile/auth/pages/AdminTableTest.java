package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.model.Channel;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
        "status, rolled_back, deshecha",
        "purpose, INVOICE_SIGNING, invoice signing"
    })
    void words_of_the_library_are_told_in_the_language(String column, String code, String word) {
        assertThat(text("es", column, code)).isEqualTo(word);
    }

    @Test
    void a_constant_of_the_library_is_told_as_its_name_is() {
        assertThat(text("pt", "channel", Channel.SMS)).isEqualTo("Mensagem de texto");
    }

    @Test
    void a_cell_of_a_time_has_the_exact_time_beside_the_distance() {
        Map<String, @Nullable Object> cell = cell("createdAt", NOW.minusSeconds(3600));
        assertThat(cell.get("text")).isEqualTo("1 hour ago");
        assertThat(cell.get("exact")).isEqualTo("10 Mar 2026, 11:00 UTC");
        assertThat(cell("label", "EMAIL").get("exact")).isNull();
    }

    @Test
    void counted_rows_have_their_digits_in_groups_and_keys_have_not() {
        assertThat(text("en", "rowsRead", 1_204_771L)).isEqualTo("1,204,771");
        assertThat(text("de", "rowsRead", 1_204_771L)).isEqualTo("1.204.771");
        assertThat(text("en", "rowsQuarantined", 133L)).isEqualTo("133");
        assertThat(text("en", "id", 1_204_771L)).isEqualTo("1204771");
    }

    @Test
    void facts_of_a_user_have_the_exact_time() {
        assertThat(text("en", "joinedAt", NOW.minusSeconds(3600))).isEqualTo("10 Mar 2026, 11:00 UTC");
    }

    @Test
    void facts_begin_with_the_name_and_end_with_the_key() {
        AdminLists.Page page = new AdminLists.Page(
                List.of("id", "email", "name"),
                List.of(Map.of("id", 7L, "email", "ana@example.com", "name", "Ana Ruiz")),
                null);
        Times times = new Times(Texts.all().get("en"), Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(new AdminTable("any", page, times).facts())
                .extracting(fact -> fact.get("text"))
                .containsExactly("Ana Ruiz", "ana@example.com", "7");
    }

    @Test
    void a_user_is_a_person_and_led_to_by_the_key() {
        AdminTable table = table("en", "user", 7L)
                .naming(key ->
                        Optional.of(Map.of("id", 7L, "email", "ana" + key + "@example.com", "name", "Ana Ruiz")));
        Map<String, @Nullable Object> cell = cell(table);
        assertThat(cell.get("text")).isEqualTo("ana7@example.com");
        assertThat(cell.get("user")).isEqualTo("7");
        assertThat(String.valueOf(cell.get("person"))).contains("Ana Ruiz", "initials=AR", "ana7@example.com");
        assertThat(cell("user", 7L).get("user")).isEqualTo("7");
    }

    @Test
    void a_key_of_no_user_stays_as_it_is() {
        Map<String, @Nullable Object> cell = cell(table("en", "user", 7L).naming(key -> Optional.empty()));
        assertThat(cell.get("text")).isEqualTo("7");
        assertThat(cell.get("person")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "SIGN_IN_NOTICE, Link “This wasn’t me”",
        "RESET_PASSWORD, Password reset",
        "INVITATION, Invitation link",
        "LOGIN, Sign-in code"
    })
    void a_code_is_named_by_what_it_is_and_not_by_its_message(String purpose, String name) {
        assertThat(text("en", "purpose", purpose)).isEqualTo(name);
    }

    @SuppressWarnings("unchecked") // rows of the model are lists of cells
    private static Map<String, @Nullable Object> cell(AdminTable table) {
        Object rows = table.model().get("rows");
        return ((List<List<Map<String, @Nullable Object>>>) Objects.requireNonNull(rows))
                .get(0)
                .get(0);
    }

    private static Map<String, @Nullable Object> cell(String column, Object value) {
        return cell(table("en", column, value));
    }

    private static @Nullable Object text(String language, String column, Object value) {
        return table(language, column, value).facts().get(0).get("text");
    }

    private static AdminTable table(String language, String column, Object value) {
        AdminLists.Page page = new AdminLists.Page(List.of(column), List.of(Map.of(column, value)), null);
        return new AdminTable("any", page, new Times(Texts.all().get(language), Clock.fixed(NOW, ZoneOffset.UTC)));
    }
}
