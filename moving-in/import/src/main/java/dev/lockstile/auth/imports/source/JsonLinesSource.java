package dev.lockstile.auth.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file with one JSON object per line, as {@code mongoexport} writes them: plain or packed with gzip, plain JSON or
 * MongoDB Extended JSON v2, canonical and relaxed even line by line. A record's key is its {@code _id}, or its
 * {@code id}, or its line.
 */
final class JsonLinesSource extends FileSource {

    private static final int LOOKED_AT = 1000;

    /**
     * A source of one file.
     *
     * @param file in UTF-8, one JSON object on each line; plain or packed with gzip
     * @throws SourceUnusableException when the file is not there or may not be read
     */
    JsonLinesSource(Path file) {
        super(file);
    }

    /** The members of the first documents, since documents have no fixed columns; rows have all members of their own. */
    @Override
    public List<String> columns(String table) {
        return page(new SourceTable(table, "_id", List.of()), null, LOOKED_AT).stream()
                .flatMap(row -> row.columns().stream())
                .distinct()
                .toList();
    }

    @Override
    String unit() {
        return "line";
    }

    @Override
    Records records(InputStream in) {
        Lines lines = new Lines(in);
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
        Object key = cells.get("_id") == null ? cells.get("id") : cells.get("_id");
        return new SourceRow(key == null ? (Object) place : key, place, cells);
    }
}
