package dev.lockstile.auth.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of records as the one table of a source. Pages follow the order of the file. A page that begins where the
 * previous one ended is read from there, any other one from the beginning of the file. A record that cannot be read
 * ends the reading with its position, since the rest of a damaged file may be wrong as well.
 */
abstract class FileSource implements Source {

    private static final String ID = "id";

    private final Path file;
    private final FileFormat format;
    private @Nullable Charset charset;
    private @Nullable Records open;
    private long at;

    FileSource(Path file, FileFormat format) {
        this.file = file;
        this.format = format;
        if (!Files.isReadable(file)) {
            throw new SourceUnusableException("there is no file " + file + ", or it may not be read");
        }
    }

    /** The records of an open file, one by one. */
    interface Records extends AutoCloseable {

        /**
         * Returns the next record; null at the end.
         *
         * @throws IOException when the bytes cannot be read
         * @throws BadRecordException when they are not a record
         */
        @Nullable
        SourceRow next(long place) throws IOException, BadRecordException;

        @Override
        void close() throws IOException;
    }

    /** Returns the records in the bytes of the file. */
    abstract Records records(InputStream in, Charset encoding) throws IOException;

    /** Returns the word for a record in messages: a line, or a record. */
    abstract String unit();

    @Override
    public String description() {
        return file.getFileName().toString();
    }

    @Override
    public List<String> tables() {
        return List.of(file.getFileName().toString().replaceFirst("\\..*$", ""));
    }

    /** Returns -1, since counting would read the whole file. */
    @Override
    public long count(String table) {
        return -1;
    }

    @Override
    public List<SourceRow> page(SourceTable table, @Nullable Object after, int limit) {
        long from = after == null ? 0 : ((Number) after).longValue();
        return read(from, limit).stream().map(row -> keyed(row, table)).toList();
    }

    private List<SourceRow> read(long from, int limit) {
        List<SourceRow> rows = new ArrayList<>();
        moveTo(from);
        SourceRow row = null;
        while (rows.size() < limit && (row = read()) != null) {
            rows.add(row);
        }
        return rows;
    }

    /** Returns the columns of the first records; a key column that the operator named is listed as {@code id}, too. */
    final List<String> columnsOf(int records) {
        List<String> columns = new ArrayList<>(read(0, records).stream()
                .flatMap(row -> row.columns().stream())
                .distinct()
                .toList());
        if (format.key() != null && !columns.isEmpty() && !columns.contains(ID)) {
            columns.add(ID);
        }
        return columns;
    }

    /**
     * Returns the record with its key. The number of a record is not a key: in a file that was sorted anew it would be
     * another person's.
     *
     * @throws SourceUnusableException when the record has no key
     */
    private SourceRow keyed(SourceRow row, SourceTable table) {
        String named = format.key();
        List<String> candidates =
                named == null ? List.of("_id", ID, table.key().toLowerCase(Locale.ROOT)) : List.of(named);
        Object key = candidates.stream()
                .filter(column -> row.cell(column) != null)
                .findFirst()
                .map(row::cell)
                .orElseThrow(() -> new SourceUnusableException(description() + ", " + unit() + " " + row.place()
                        + ": nothing in "
                        + String.join(" or ", candidates.stream().distinct().toList())
                        + " tells it from others in a later run: name the column that does (--key COLUMN)"));
        return named == null ? row.under(key) : row.under(key, ID);
    }

    /** Reads the whole file. */
    @Override
    public List<SourceRow> matching(SourceTable table, String column, Collection<Object> values) {
        List<SourceRow> found = new ArrayList<>();
        moveTo(0);
        for (SourceRow row = read(); row != null; row = read()) {
            if (values.contains(row.cell(column))) {
                found.add(keyed(row, table));
            }
        }
        return found;
    }

    @Override
    public List<SourceRow> orphans(Source.Reference reference, @Nullable Object after, int limit) {
        return List.of();
    }

    @Override
    public void close() {
        try (Records closing = open) {
            open = null;
        } catch (IOException e) {
            throw new SourceUnusableException("cannot close " + description());
        }
    }

    private void moveTo(long place) {
        if (open == null || at != place) {
            close();
            open = start();
            at = 0;
        }
        while (at < place && read() != null) {
            continue;
        }
    }

    private Records start() {
        try {
            Charset known = charset;
            if (known == null) {
                known = TextEncoding.of(() -> bytes(file), description(), format.encoding());
                charset = known;
            }
            return records(bytes(file), known);
        } catch (NoSuchFileException e) {
            throw new SourceUnusableException("there is no file " + file);
        } catch (IOException e) {
            throw new SourceUnusableException(description() + " cannot be opened: " + e.getMessage());
        }
    }

    /** Opens the bytes of a file, decompressed where its name ends in {@code .gz}. */
    static InputStream bytes(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        boolean packed = file.getFileName().toString().endsWith(".gz");
        return packed ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }

    private @Nullable SourceRow read() {
        try {
            SourceRow row = Objects.requireNonNull(open).next(at + 1);
            at += row == null ? 0 : 1;
            return row;
        } catch (BadRecordException e) {
            throw new SourceUnusableException(
                    description() + ", " + unit() + " " + (at + 1) + ": " + e.getMessage() + "; mend it and run again");
        } catch (IOException e) {
            throw new SourceUnusableException(description() + " breaks off after " + unit() + " " + at + " ("
                    + e.getMessage() + "); it is cut or damaged: get it anew and run again");
        }
    }
}
