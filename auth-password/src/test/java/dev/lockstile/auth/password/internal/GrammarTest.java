package dev.lockstile.auth.password.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** That the first letter tells apart only texts which the whole expression would tell apart as well. */
final class GrammarTest {

    private static final String[] EXPRESSIONS = {
        "(?:md5\\$\\$)?([0-9a-f]{4})",
        "(?i:\\{(?:CLEARTEXT|PLAIN)\\})(.{1,5})",
        "(?!\\{(?i:noop)\\})(\\{[^{}]{1,4}\\})x",
        "([./0-9A-Za-z]{3})",
        "(.{1,3})",
        "a|bc",
        "x?",
        "\\$2\\$.*"
    };

    private static final String[] TEXTS = {
        "",
        "a",
        "b",
        "bc",
        "x",
        "xx",
        "md5$$0a0a",
        "0a0a",
        "{plain}pass",
        "{PLAIN}p",
        "{noop}x",
        "{other}x",
        "{o}x",
        "./A",
        "\u00e9",
        "\u00e9\u00e9",
        "$2$",
        "$2$x",
        "$3$",
        "\n",
        " ",
        "zz9"
    };

    @Test
    void a_text_is_read_where_the_expression_matches_it_and_nowhere_else() {
        for (String expression : EXPRESSIONS) {
            Grammar grammar = Grammar.of(expression);
            for (String text : TEXTS) {
                String read = grammar.read(text, found -> found.group());
                assertThat(read).as("%s of %s", text, expression).isEqualTo(text.matches(expression) ? text : null);
            }
        }
    }

    @Test
    void a_first_letter_that_cannot_begin_the_text_is_known() {
        assertThat(Grammar.of("([0-9a-f]{32})").firsts().get('p')).isFalse();
        assertThat(Grammar.of("([0-9a-f]{32})").firsts().get('f')).isTrue();
        assertThat(Grammar.of("(?i:\\{MD5\\})(.*)").firsts().cardinality()).isEqualTo(1);
    }
}
