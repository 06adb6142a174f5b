package dev.lockstile.auth.imports.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180) whose first record names the columns. It is in UTF-8, in UTF-16 with a byte order mark, or in
 * the encoding that the operator names; commas, semicolons or tabs separate the cells, as the first line shows. A line
 * without a cell is skipped, and so are a record that repeats the first one and a column without a name. Every cell is
 * a text, or null if it is empty. A record has at most 262,144 characters, separators included.
 */
final class CsvSource extends FileSource {

    /** The characters of a record, so that a page of such records fits a small heap. */
    private static final int LONGEST = 1 << 18;

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setNullString("").get();

    /**
     * Creates a source of one file.
     *
     * @param file with a line of column names; plain or compressed with gzip
     * @param format its encoding and its key
     * @throws SourceUnusableException when the file does not exist or cannot be read
     */
    CsvSource(Path file, FileFormat format) {
        super(file, format);
    }

    @Override
    public List<String> columns(String table) {
        return columnsOf(1);
    }

    @Override
    String unit() {
        return "record";
    }

    @Override
    Records records(InputStream in, Charset encoding) throws IOException {
        Reader decoded = new InputStreamReader(new BufferedInputStream(in, 1 << 16), encoding.newDecoder());
        BoundedReader bounded = new BoundedReader(decoded, LONGEST);
        PushbackReader text = new PushbackReader(bounded, LONGEST);
        CSVFormat format = FORMAT.builder()
                .setDelimiter(CsvDelimiter.delimiter(text, LONGEST))
                .get();
        CSVParser parser = CSVParser.builder().setReader(text).setFormat(format).get();
        Iterator<CSVRecord> records = parser.iterator();
        return new Records() {

            private @Nullable CsvHeader header;

            @Override
            public @Nullable SourceRow next(long place) throws IOException, BadRecordException {
                bounded.begin();
                if (header == null) {
                    CSVRecord names = CsvSource.next(records);
                    if (names == null) {
                        return null;
                    }
                    header = CsvHeader.of(names);
                }
                CSVRecord record = CsvSource.next(records);
                while (record != null && (CsvHeader.isBlank(record) || header.isRepeated(record))) {
                    bounded.begin();
                    record = CsvSource.next(records);
                }
                return record == null ? null : header.row(record, place);
            }

            @Override
            public void close() throws IOException {
                parser.close();
            }
        };
    }

    private static @Nullable CSVRecord next(Iterator<CSVRecord> records) throws IOException, BadRecordException {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof BoundedReader.TooLongException) {
                throw new BadRecordException("longer than " + LONGEST + " characters");
            }
            if (e.getCause() instanceof CSVException) {
                throw new BadRecordException("not CSV as RFC 4180 has it");
            }
            throw e.getCause();
        }
    }
}
