package dev.lockstile.auth.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in the encodings that exports have, and with the key that the mover names. */
class FileFormatTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String NAME = "Nu\u00f1ez \u2018O\u2019Hara\u2019 \u20ac";
    private static final String HASH = "$2b$05$abcdefghijklmnopqrstuuulxmYn8GhjYdFUNKbYSNCL4VHfT92ea";
    private static final String CSV =
            "id,email,name,password\n1,a@acme.example,Ana,\n2,b@acme.example," + NAME + "," + HASH + "\n";
    private static final String LINES =
            "{\"id\":1,\"name\":\"Ana\"}\n{\"id\":2,\"name\":\"" + NAME + "\",\"password\":\"" + HASH + "\"}\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "windows-1252, windows-1252, users.csv",
        "windows-1252, windows-1252, users.jsonl",
        "utf-16, UTF-16, users.csv",
        "utf-16, UTF-16LE, users.csv",
        "utf-16, UTF-16BE, users.jsonl",
        "utf-16, UTF-16, users.jsonl",
        "utf-8, UTF-8, users.csv",
        "Windows-1252, windows-1252, users.csv.gz"
    })
    void a_named_encoding_is_read(String name, String written, String file) throws IOException {
        Path path = write(file, file.contains("json") ? LINES : CSV, Charset.forName(written));
        try (Source source = Sources.file(path, FileFormat.of(name, null))) {
            List<SourceRow> rows = page(source);
            assertThat(rows.get(1).cell("name")).isEqualTo(NAME);
            assertThat(rows.get(1).cell("password"))
                    .as("nothing changes in a hash")
                    .isEqualTo(HASH);
        }
    }

    @Test
    void latin_1_is_read_where_it_is_named() throws IOException {
        Path path = write("users.csv", CSV.replace(NAME, "Nu\u00f1ez"), StandardCharsets.ISO_8859_1);
        try (Source source = Sources.file(path, FileFormat.of("iso-8859-1", null))) {
            assertThat(page(source).get(1).cell("name")).isEqualTo("Nu\u00f1ez");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"users.csv", "users.jsonl"})
    void another_encoding_than_utf_8_is_told_with_line_and_column_and_its_likely_name(String file) throws IOException {
        String text = file.contains("json") ? LINES : CSV;
        Path path = write(file, text, WINDOWS);
        int column = text.indexOf('\u00f1') - text.lastIndexOf('\n', text.indexOf('\u00f1'));
        try (Source source = Sources.file(path)) {
            assertThatThrownBy(() -> page(source))
                    .isInstanceOf(SourceUnusableException.class)
                    .hasMessage(file + ", line " + (file.contains("json") ? 2 : 3) + ", column " + column
                            + ": not in UTF-8; it looks like windows-1252: name the encoding (--encoding windows-1252), or"
                            + " save the file as UTF-8");
        }
    }

    @Test
    void bytes_that_are_not_valid_in_the_named_encoding_are_refused_with_their_place() throws IOException {
        Path windows = folder.resolve("users.csv");
        Files.write(windows, new byte[] {'i', 'd', '\n', '1', '\n', 'x', (byte) 0x81, '\n'});
        assertRefused(windows, "windows-1252", "users.csv, line 3, column 2: not in windows-1252");
        Path utf8 = write("b.csv", CSV, WINDOWS);
        assertRefused(utf8, "utf-8", "b.csv, line 3, column ");
        Path half = folder.resolve("c.csv");
        Files.write(half, new byte[] {(byte) 0xfe, (byte) 0xff, 0, 'i', 0, 'd', 0, '\n', (byte) 0xd8, 0, 0, 'x'});
        assertRefused(half, "utf-16", "c.csv, line 2, column 1: not in UTF-16");
    }

    @Test
    void a_damaged_file_in_utf_8_is_not_taken_for_another_encoding() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(CSV.getBytes(StandardCharsets.UTF_8));
        bytes.write("3,c@acme.example,Jos".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xe9);
        bytes.write(",\n".getBytes(StandardCharsets.UTF_8));
        Path path = folder.resolve("users.csv");
        Files.write(path, bytes.toByteArray());
        try (Source source = Sources.file(path)) {
            assertThatThrownBy(() -> page(source))
                    .hasMessageContaining("users.csv, line 4, column 21: not in UTF-8; what stands before is")
                    .hasMessageNotContaining("windows-1252");
        }
    }

    @Test
    void utf_16_without_a_mark_is_told() throws IOException {
        Path path = write("users.csv", CSV, StandardCharsets.UTF_16LE);
        assertThatThrownBy(() -> page(Sources.file(path))).hasMessageContaining("it looks like utf-16");
    }

    @Test
    void a_file_without_a_key_is_refused_and_one_with_a_named_key_is_read() throws IOException {
        Path path = write("users.csv", "email,name\na@acme.example,Ana\nb@acme.example,Bea\n", StandardCharsets.UTF_8);
        try (Source source = Sources.file(path)) {
            assertThatThrownBy(() -> page(source))
                    .isInstanceOf(SourceUnusableException.class)
                    .hasMessageContaining("users.csv, record 1: nothing in _id or id tells it from others")
                    .hasMessageContaining("--key COLUMN");
        }
        try (Source source = Sources.file(path, FileFormat.of(null, "Email"))) {
            assertThat(source.columns("users")).containsExactly("email", "name", "id");
            assertThat(page(source)).extracting(SourceRow::key).containsExactly("a@acme.example", "b@acme.example");
            assertThat(page(source).get(0).cell("id")).isEqualTo("a@acme.example");
        }
        Path empty = write("empty.csv", "email,name\n,Ana\n", StandardCharsets.UTF_8);
        try (Source source = Sources.file(empty, FileFormat.of(null, "email"))) {
            assertThatThrownBy(() -> page(source)).hasMessageContaining("record 1: nothing in email tells it");
        }
    }

    @Test
    void lines_of_json_without_a_key_are_refused_alike() throws IOException {
        Path path = write("users.jsonl", "{\"phone\":\"1\"}\n", StandardCharsets.UTF_8);
        try (Source source = Sources.file(path)) {
            assertThatThrownBy(() -> page(source)).hasMessageContaining("users.jsonl, line 1: nothing in _id or id");
        }
        try (Source source = Sources.file(path, FileFormat.of(null, "phone"))) {
            assertThat(page(source).get(0).key()).isEqualTo("1");
        }
    }

    @Test
    void a_database_takes_no_format_and_an_encoding_has_one_of_four_names() {
        SourceAccess access = new SourceAccess("jdbc:h2:mem:none", null, null);
        assertThatThrownBy(() -> Sources.open(access, FileFormat.of(null, "id")))
                .isInstanceOf(SourceUnusableException.class);
        assertThatThrownBy(() -> FileFormat.of("latin1", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("windows-1252");
    }

    private void assertRefused(Path file, String encoding, String message) {
        try (Source source = Sources.file(file, FileFormat.of(encoding, null))) {
            assertThatThrownBy(() -> page(source))
                    .isInstanceOf(SourceUnusableException.class)
                    .hasMessageContaining(message);
        }
    }

    private static List<SourceRow> page(Source source) {
        return source.page(new SourceTable("users", "id", List.of()), null, 10);
    }

    private Path write(String name, String text, Charset charset) throws IOException {
        Path path = folder.resolve(name);
        byte[] bytes = text.getBytes(charset);
        if (!name.endsWith(".gz")) {
            return Files.write(path, bytes);
        }
        try (GZIPOutputStream packed = new GZIPOutputStream(Files.newOutputStream(path))) {
            packed.write(bytes);
        }
        return path;
    }
}
