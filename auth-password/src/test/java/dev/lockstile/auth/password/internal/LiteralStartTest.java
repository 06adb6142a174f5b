package dev.lockstile.auth.password.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The start that every match has, and none where that is not sure: a start too long would hide a format. */
class LiteralStartTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "abc;abc",
                "\\$2b\\$[ab];$2b$",
                "\\{x\\}.;{x}",
                "ab+c;ab",
                "a.b;a",
                "a$;a",
                "x(a|b);x",
                "x(a(b|c)|d)e;x",
                "a\\|b;a|b",
                "abc*;ab",
                "abc?d;ab",
                "abc{0,1};ab",
                "ab\\d;ab",
                "ab\\w;ab"
            })
    void what_every_match_begins_with_is_the_start(String regex, String start) {
        assertThat(LiteralStart.of(Pattern.compile(regex))).isEqualTo(start);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a|b",
                "ab(c)|d",
                "x((a|b)c)|d",
                "\\(a|b",
                "\\d5",
                "^a",
                "[ab]c",
                "(a|b)c",
                "(?:a)b",
                "(?i:a)b",
                "a?b",
                "a*",
                "a{0}b",
                ".a",
                "[|]a"
            })
    void where_it_is_not_sure_there_is_none(String regex) {
        assertThat(LiteralStart.of(Pattern.compile(regex))).isEmpty();
    }

    @Test
    void a_pattern_that_ignores_case_has_none() {
        assertThat(LiteralStart.of(Pattern.compile("abc", Pattern.CASE_INSENSITIVE)))
                .isEmpty();
        assertThat(LiteralStart.of(Pattern.compile(""))).isEmpty();
    }
}
