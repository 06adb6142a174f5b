package dev.lockstile.auth.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells of the file that a spreadsheet would read as a formula. */
final class AccountCsvTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"=1+1,'=1+1", "＝1+1,'＝1+1", "＋1,'＋1", "－1,'－1", "＠a,'＠a", "+4915123,+4915123", "a＝1,a＝1"})
    void a_formula_in_half_or_full_width_begins_with_an_apostrophe(String name, String cell) {
        assertThat(line(name)).contains("," + cell + ",");
    }

    @ParameterizedTest
    @CsvSource({"x;＝1", "x|＠a", "x; ＋1"})
    void a_formula_behind_another_divider_gets_one_too(String name) {
        assertThat(line(name)).contains(name.charAt(1) + "'");
    }

    private static String line(String name) {
        AdminLists.Page page =
                new AdminLists.Page(List.of("id", "username"), List.of(Map.of("id", 7L, "username", name)), null);
        return AccountCsv.lines(page);
    }
}
