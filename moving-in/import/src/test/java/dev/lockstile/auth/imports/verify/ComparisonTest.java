package dev.lockstile.auth.imports.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.report.VerifiedRows;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.model.SettingsJson;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The checksums of two sides are equal exactly when no field differs, and nothing that is told holds a value. */
final class ComparisonTest {

    private static final ComparisonSalt SALT = ComparisonSalt.fresh();

    @Test
    void another_value_of_a_setting_changes_the_checksum() {
        Comparison compared =
                field(SettingsJson.of("{\"language\": \"es\"}"), SettingsJson.of("{\"language\": \"en\"}"));
        assertThat(compared.differing()).containsExactly(Map.entry("f", "another value"));
        assertThat(sums(compared).target()).isNotEqualTo(sums(compared).source());
    }

    @Test
    void settings_that_a_column_puts_in_another_order_have_the_same_checksum() {
        Comparison compared = field(
                SettingsJson.of("{\"theme\":\"dark\",\"language\":\"es\"}"),
                SettingsJson.of("{\"language\": \"es\", \"theme\": \"dark\"}"));
        assertThat(compared.differing()).isEmpty();
        assertThat(sums(compared).target()).isEqualTo(sums(compared).source());
    }

    @Test
    void a_time_is_compared_as_far_as_a_column_holds_it() {
        Instant fine = Instant.parse("2026-05-01T10:00:00.123456789Z");
        assertThat(field(fine, Instant.parse("2026-05-01T10:00:00.123456Z")).differing())
                .isEmpty();
        assertThat(field(fine, Instant.parse("2026-05-01T10:00:00.123457Z")).differing())
                .isNotEmpty();
    }

    @Test
    void a_missing_value_differs_from_an_empty_one() {
        assertThat(field(null, "").differing()).containsValue("only here");
        assertThat(field("", null).differing()).containsValue("missing here");
        assertThat(sums(field("", null)).target())
                .isNotEqualTo(sums(field("", null)).source());
        assertThat(field(null, null).differing()).isEmpty();
    }

    @Test
    void two_rows_that_have_exchanged_a_value_do_not_make_up_for_each_other() {
        VerifiedRows.Checksums both = sums(row(1, "a", "b")).plus(sums(row(2, "b", "a")));
        assertThat(both.target()).isNotEqualTo(both.source());
        assertThat(sums(row(1, "a", "a")).plus(sums(row(2, "b", "b"))))
                .isEqualTo(sums(row(2, "b", "b")).plus(sums(row(1, "a", "a"))));
    }

    @Test
    void no_value_can_be_found_from_a_checksum_by_trying() {
        Origin origin = new Origin(Entity.PROFILES, 1, "print");
        Comparison again = new Comparison(origin, ComparisonSalt.fresh());
        again.field("f", "1990-05-17", "1990-05-17");
        assertThat(sums(again)).isNotEqualTo(sums(field("1990-05-17", "1990-05-17")));
        again.breach("g", "no account owns it");
        Comparison other = new Comparison(origin, SALT);
        other.breach("g", "no account owns it");
        assertThat(again.sums().get("g")).isNotEqualTo(other.sums().get("g"));
        assertThat(SALT.toString()).doesNotContain(SALT.text());
    }

    private static VerifiedRows.Checksums sums(Comparison compared) {
        return compared.sums().get("f");
    }

    private static Comparison field(@Nullable Object there, @Nullable Object here) {
        return row(1, there, here);
    }

    private static Comparison row(long id, @Nullable Object there, @Nullable Object here) {
        Comparison compared = new Comparison(new Origin(Entity.PROFILES, id, "print"), SALT);
        compared.field("f", there, here);
        return compared;
    }
}
