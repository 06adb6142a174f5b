package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Contrast of the default style, computed as WCAG 2.2 defines it (1.4.3 for text, 1.4.11 for the ring around focus).
 */
class PageContrastTest {

    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;

    private final List<StyleSheet> sheets = StyleSheet.ours();

    @Test
    void the_figure_is_that_of_the_definition() {
        StyleSheet.Colour white = StyleSheet.Colour.of("#fff");
        assertThat(StyleSheet.Colour.of("#000").contrast(white)).isEqualTo(21, within(0.001));
        assertThat(StyleSheet.Colour.of("#777777").contrast(white)).isEqualTo(4.478, within(0.001));
    }

    @ParameterizedTest
    @ValueSource(strings = {"background", "surface", "primary-background", "error-background", "success-background"})
    void the_ring_around_focus_stands_out_from_what_it_lies_on(String ground) {
        sheets.forEach(sheet -> assertThat(
                        sheet.colour(".x", "focus-visible", "outline-color").contrast(sheet.token(ground)))
                .isGreaterThanOrEqualTo(SHAPE));
    }

    @ParameterizedTest
    @CsvSource({"field-border, surface", "accent, background", "accent, surface", "error, surface"})
    void the_edge_of_a_field_and_of_a_button_stands_out(String edge, String ground) {
        sheets.forEach(sheet ->
                assertThat(sheet.token(edge).contrast(sheet.token(ground))).isGreaterThanOrEqualTo(SHAPE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "button",
                "button.small",
                "button.second",
                "button.second.small",
                "button.danger",
                "button.danger.small",
                "a.button",
                "a.button.small",
                "a.button.second",
                "a.button.second.small",
                "a.button.danger.small"
            })
    void a_button_is_read_at_rest_and_under_the_pointer(String button) {
        for (String state : new String[] {"rest", "hover"}) {
            sheets.forEach(sheet -> assertThat(
                            sheet.colour(button, state, "color").contrast(sheet.colour(button, state, "background")))
                    .as(state)
                    .isGreaterThanOrEqualTo(TEXT));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "p.small, background",
        "p.small, surface",
        "span.faint, background",
        "span.faint, surface",
        "p.hint, surface",
        "p.error, surface",
        "p.caps, surface",
        "p.lead, surface",
        "p.empty, surface",
        "span.avatar, primary-background",
        "a, background",
        "a, surface"
    })
    void a_text_is_read_on_what_it_lies_on(String text, String ground) {
        sheets.forEach(sheet -> assertThat(sheet.colour(text, "rest", "color").contrast(sheet.token(ground)))
                .isGreaterThanOrEqualTo(TEXT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p.note.good",
                "p.note.bad",
                "p.note.warn",
                "span.tag",
                "span.tag.good",
                "span.tag.bad",
                "span.tag.warn",
                "span.monogram",
                "button:disabled"
            })
    void a_text_is_read_on_its_own_ground(String text) {
        String element = text.replace(":disabled", "");
        String state = text.endsWith(":disabled") ? "disabled" : "rest";
        sheets.forEach(sheet -> assertThat(
                        sheet.colour(element, state, "color").contrast(sheet.colour(element, state, "background")))
                .isGreaterThanOrEqualTo(TEXT));
    }

    /** In the dark the accent is mixed with white, so that a dark accent of a host is read as well. */
    @ParameterizedTest
    @ValueSource(strings = {"#000000", "#7a1f5c", "#17468f", "#0a5d2c", "#3455db"})
    void every_accent_is_read_in_the_dark(String accent) {
        StyleSheet.Colour mixed = StyleSheet.Colour.of(accent).mixed(0.45, StyleSheet.Colour.of("#ffffff"));
        StyleSheet dark = sheets.get(1);
        assertThat(mixed.contrast(dark.token("surface"))).isGreaterThanOrEqualTo(TEXT);
        assertThat(mixed.contrast(dark.token("on-primary"))).isGreaterThanOrEqualTo(TEXT);
    }
}
