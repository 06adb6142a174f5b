package dev.lockstile.auth.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows of the same columns share what is known of the columns' names, and nothing of their cells. */
final class RowLayoutTest {

    @Test
    void rows_of_the_same_columns_are_looked_at_once_for_each_test() {
        AtomicInteger looks = new AtomicInteger();
        Predicate<String> dates = name -> {
            looks.incrementAndGet();
            return name.endsWith("_at");
        };
        for (int i = 0; i < 3; i++) {
            SourceRow row = new SourceRow(i, Map.of("born_at", i, "name", "Ana", "a_at", i));
            assertThat(row.columns(dates)).containsExactly("a_at", "born_at");
            assertThat(row.cell("BORN_AT")).isEqualTo(i);
        }
        assertThat(looks).hasValue(3);
        assertThat(new SourceRow(9, Map.of("seen_at", 1)).columns(dates)).containsExactly("seen_at");
    }

    @Test
    void a_row_keeps_empty_cells_and_knows_no_other_columns() {
        Map<String, @Nullable Object> cells = new HashMap<>();
        cells.put("phone", null);
        SourceRow row = new SourceRow(1, cells);
        cells.put("phone", "changed");
        assertThat(row.has("Phone")).isTrue();
        assertThat(row.cell("phone")).isNull();
        assertThat(row.has("email")).isFalse();
        assertThat(row.fingerprint()).isNotEqualTo(new SourceRow(1, Map.of("phone", "")).fingerprint());
    }

    @Test
    void rows_of_ever_new_columns_are_read_all_the_same() {
        for (int i = 0; i < 5_000; i++) {
            String name = "column" + i;
            assertThat(new SourceRow(i, Map.of(name, i)).cell(name)).isEqualTo(i);
        }
    }
}
