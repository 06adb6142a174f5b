package dev.lockstile.auth.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180) in UTF-8 whose first record names the columns. A record's key is its {@code id}, or its place.
 * Every cell is a text; an empty one is none. A record is at most 262,144 characters long, with what lies between.
 */
final class CsvSource extends FileSource {

    /** Of a record, in characters: a page of such records fits a small heap. */
    private static final int LONGEST = 1 << 18;

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setNullString("")
            .get();

    /**
     * A source of one file.
     *
     * @param file in UTF-8, with a line of column names; plain or packed with gzip
     * @throws SourceUnusableException when the file is not there or may not be read
     */
    CsvSource(Path file) {
        super(file);
    }

    @Override
    public List<String> columns(String table) {
        List<SourceRow> first = page(new SourceTable(table, "id", List.of()), null, 1);
        return first.isEmpty() ? List.of() : List.copyOf(first.get(0).columns());
    }

    @Override
    String unit() {
        return "record";
    }

    @Override
    Records records(InputStream in) throws IOException {
        BoundedReader bounded =
                new BoundedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()), LONGEST);
        CSVParser parser =
                CSVParser.builder().setReader(bounded).setFormat(FORMAT).get();
        Iterator<CSVRecord> records = parser.iterator();
        return new Records() {
            @Override
            public @Nullable SourceRow next(long place) throws IOException, BadRecordException {
                bounded.begin();
                return CsvSource.next(records, place);
            }

            @Override
            public void close() throws IOException {
                parser.close();
            }
        };
    }

    private static @Nullable SourceRow next(Iterator<CSVRecord> records, long place)
            throws IOException, BadRecordException {
        try {
            return records.hasNext() ? row(records.next(), place) : null;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new BadRecordException("not in UTF-8, here or a little further on");
            }
            if (e.getCause() instanceof BoundedReader.TooLongException) {
                throw new BadRecordException("longer than " + LONGEST + " characters");
            }
            if (e.getCause() instanceof CSVException) {
                throw new BadRecordException("not CSV as RFC 4180 has it");
            }
            throw e.getCause();
        }
    }

    private static SourceRow row(CSVRecord record, long place) throws BadRecordException {
        if (!record.isConsistent()) {
            throw new BadRecordException("it has " + record.size() + " cells where the first record names "
                    + record.getParser().getHeaderNames().size() + " columns");
        }
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        List<String> names = record.getParser().getHeaderNames();
        for (int i = 0; i < names.size(); i++) {
            cells.put(names.get(i).replace("\ufeff", "").strip().toLowerCase(Locale.ROOT), record.get(i));
        }
        Object key = cells.get("id");
        return new SourceRow(key == null ? (Object) place : key, place, cells);
    }
}
