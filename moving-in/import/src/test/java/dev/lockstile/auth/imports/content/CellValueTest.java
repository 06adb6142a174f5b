package dev.lockstile.auth.imports.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells at the bounds of what a column holds. */
final class CellValueTest {

    private static final HostColumn PRICE = new HostColumn("price", Types.NUMERIC, "numeric", 10, 2, false);
    private static final HostColumn ANY = new HostColumn("any", Types.NUMERIC, "numeric", 131_089, 0, false);
    private static final HostColumn RATIO = new HostColumn("ratio", Types.DOUBLE, "float8", 17, 17, false);
    private static final HostColumn SHOWN = new HostColumn("shown", Types.BIT, "bool", 1, 0, false);
    private static final HostColumn BYTES = new HostColumn("id", Types.BINARY, "bytea", 16, 0, true);

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "-1e2000000000"})
    void a_short_text_of_a_huge_number_is_refused(String cell) {
        for (HostColumn column : List.of(PRICE, ANY)) {
            assertRefused(column, cell);
        }
        assertRefused(SHOWN, new BigDecimal(cell));
    }

    @Test
    void a_number_that_the_column_would_round_is_refused() throws CellValue.RefusedException {
        assertRefused(PRICE, "1.005");
        assertRefused(PRICE, "0e-999999999");
        assertRefused(RATIO, "1e999");
        assertThat(CellValue.of(PRICE, "1.500")).isEqualTo(new BigDecimal("1.500"));
        assertThat(CellValue.of(PRICE, 100)).isEqualTo(new BigDecimal("100"));
        for (int size : new int[] {0, 131_089}) {
            HostColumn any = new HostColumn("any", Types.NUMERIC, "numeric", size, 0, false);
            assertThat(CellValue.of(any, "1.005")).isEqualTo(new BigDecimal("1.005"));
        }
        assertRefused(new HostColumn("whole", Types.NUMERIC, "numeric", 100_000, 0, false), "1.5");
        assertThat(CellValue.of(SHOWN, new BigDecimal("1.0"))).isEqualTo(true);
        assertThat(CellValue.of(SHOWN, 0)).isEqualTo(false);
        assertRefused(SHOWN, 2);
    }

    @Test
    void a_key_of_bytes_is_found_by_its_text() throws CellValue.RefusedException {
        byte[] key = {0, 1, (byte) 0xfe};
        String text = RowKeyText.write(List.of(key)).orElseThrow();
        assertThat((byte[]) CellValue.of(BYTES, text)).isEqualTo(key);
        UUID uuid = new UUID(1, 2);
        String both = RowKeyText.write(List.of(key, uuid)).orElseThrow();
        assertThat(RowKeyText.read(both, 2)).containsExactly(text, uuid.toString());
    }

    private static void assertRefused(HostColumn column, Object cell) {
        assertThatThrownBy(() -> CellValue.of(column, cell)).isInstanceOf(CellValue.RefusedException.class);
    }
}
