package dev.lockstile.auth.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file with one JSON object on each line, as {@code mongoexport} writes them: plain or compressed with gzip, in plain
 * JSON or MongoDB Extended JSON v2, whose canonical and relaxed forms may be mixed. The key of a record is its
 * {@code _id}, its {@code id}, or the column that the operator names.
 */
final class JsonLinesSource extends FileSource {

    private static final int LOOKED_AT = 1000;

    /**
     * Creates a source of one file.
     *
     * @param file one JSON object on each line; plain or compressed with gzip
     * @param format its encoding and its key
     * @throws SourceUnusableException when the file does not exist or cannot be read
     */
    JsonLinesSource(Path file, FileFormat format) {
        super(file, format);
    }

    /**
     * Returns the members of the first documents, since documents have no fixed columns; a row has all members of its
     * own.
     */
    @Override
    public List<String> columns(String table) {
        return columnsOf(LOOKED_AT);
    }

    @Override
    String unit() {
        return "line";
    }

    @Override
    Records records(InputStream in, Charset encoding) {
        Lines lines = new Lines(TextBytes.of(in, encoding));
        return new Records() {
            @Override
            public @Nullable SourceRow next(long place) throws IOException, BadRecordException {
                String line = lines.next();
                return line == null ? null : row(line, place);
            }

            @Override
            public void close() throws IOException {
                lines.close();
            }
        };
    }

    private static SourceRow row(String line, long place) throws BadRecordException {
        Map<String, @Nullable Object> document = ExtendedJson.read(line);
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        document.forEach((name, value) -> cells.put(name.toLowerCase(Locale.ROOT), value));
        return new SourceRow(place, place, cells);
    }
}
