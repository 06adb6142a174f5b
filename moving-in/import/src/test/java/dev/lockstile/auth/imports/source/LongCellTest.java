package dev.lockstile.auth.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small packed file with a cell that would fill the memory. */
final class LongCellTest {

    private static final SourceTable PEOPLE = new SourceTable("people", "id", List.of());
    private static final int BLOCK = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void a_cell_without_end_is_refused_where_it_stands() throws IOException {
        for (String quote : List.of("", "\"")) {
            Path file = folder.resolve("people" + quote.length() + ".csv.gz");
            pack(file, "id,name\n1,ana\n2," + quote, 600);
            assertThat(Files.size(file)).isLessThan(2_000_000);
            try (CsvSource source = new CsvSource(file, FileFormat.STANDARD)) {
                assertThatThrownBy(() -> source.page(PEOPLE, null, 500))
                        .isInstanceOf(SourceUnusableException.class)
                        .hasMessageContaining("record 2: longer than 262144 characters");
            }
        }
    }

    @Test
    void a_first_record_without_end_is_refused() throws IOException {
        Path file = folder.resolve("people.csv.gz");
        pack(file, "id,", 50);
        try (CsvSource source = new CsvSource(file, FileFormat.STANDARD)) {
            assertThatThrownBy(() -> source.page(PEOPLE, null, 500))
                    .isInstanceOf(SourceUnusableException.class)
                    .hasMessageContaining("longer than 262144 characters");
        }
    }

    @Test
    void many_ordinary_records_are_read() throws IOException {
        Path file = folder.resolve("people.csv");
        StringBuilder text = new StringBuilder("id,name\n");
        for (int i = 1; i <= 2000; i++) {
            text.append(i).append(',').append("x".repeat(1000)).append('\n');
        }
        Files.writeString(file, text);
        try (CsvSource source = new CsvSource(file, FileFormat.STANDARD)) {
            assertThat(source.page(PEOPLE, null, 5000)).hasSize(2000);
        }
    }

    private static void pack(Path file, String beginning, int blocks) throws IOException {
        byte[] block = new byte[BLOCK];
        Arrays.fill(block, (byte) 'x');
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(beginning.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < blocks; i++) {
                out.write(block);
            }
        }
    }
}
