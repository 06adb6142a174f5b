package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write changes nothing of a page but the place where it stands. */
final class HostileValuesTest {

    @Test
    void a_name_does_not_turn_the_direction_of_what_stands_behind_it() throws IOException {
        TemplateEngine engine =
                new TemplateEngine(new PageTemplates(Map.of("home", "{{ name }} {{ name | raw }} {{ n }}")));
        assertThat(engine.render("home", Map.of("name", "\u202Etoor\u202C<", "n", 7)))
                .isEqualTo("toor&lt; toor&lt; 7");
    }

    @Test
    void a_value_does_not_take_the_place_of_another_one() {
        assertThat(Texts.fill("{0} on {1}, {2}", List.of("{1}", "$1"))).isEqualTo("{1} on $1, {2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59Z_1", "-1000000000-01-01T00:00:00Z_1", "9999-01-01T00:00:00Z_1"})
    void a_place_in_the_trail_is_of_a_time_that_databases_keep(String after) {
        assertThat(AdminEventPages.place(after)).isNull();
        assertThat(AdminEventPages.place("2026-09-01T10:00:00Z_1")).isNotNull();
    }
}
