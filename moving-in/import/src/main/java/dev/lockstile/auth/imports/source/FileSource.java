package dev.lockstile.auth.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of records as the one table of a source. Pages follow the order of the file; a page that begins where the last
 * one ended is read on from there, any other from the top. A record that cannot be read ends the reading with its place,
 * since nobody can tell what the rest of a damaged file is worth.
 */
abstract class FileSource implements Source {

    private final Path file;
    private @Nullable Records open;
    private long at;

    FileSource(Path file) {
        this.file = file;
        if (!Files.isReadable(file)) {
            throw new SourceUnusableException("there is no file " + file + ", or it may not be read");
        }
    }

    /** The records of an open file, one by one. */
    interface Records extends AutoCloseable {

        /**
         * The next record; null at the end.
         *
         * @throws IOException when the bytes cannot be read
         * @throws BadRecordException when they are no record
         */
        @Nullable
        SourceRow next(long place) throws IOException, BadRecordException;

        @Override
        void close() throws IOException;
    }

    abstract Records records(InputStream in) throws IOException;

    /** What a record is called in messages: a line, or a record. */
    abstract String unit();

    @Override
    public String description() {
        return file.getFileName().toString();
    }

    @Override
    public List<String> tables() {
        return List.of(file.getFileName().toString().replaceFirst("\\..*$", ""));
    }

    /** Counting would mean to read the whole file. */
    @Override
    public long count(String table) {
        return -1;
    }

    @Override
    public List<SourceRow> page(SourceTable table, @Nullable Object after, int limit) {
        long from = after == null ? 0 : ((Number) after).longValue();
        List<SourceRow> rows = new ArrayList<>();
        moveTo(from);
        SourceRow row = null;
        while (rows.size() < limit && (row = read()) != null) {
            rows.add(row);
        }
        return rows;
    }

    /** Reads the whole file. */
    @Override
    public List<SourceRow> matching(SourceTable table, String column, Collection<Object> values) {
        List<SourceRow> found = new ArrayList<>();
        moveTo(0);
        for (SourceRow row = read(); row != null; row = read()) {
            if (values.contains(row.cell(column))) {
                found.add(row);
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
            InputStream bytes = Files.newInputStream(file);
            boolean packed = file.getFileName().toString().endsWith(".gz");
            return records(packed ? new GZIPInputStream(bytes, 1 << 16) : bytes);
        } catch (NoSuchFileException e) {
            throw new SourceUnusableException("there is no file " + file);
        } catch (CharacterCodingException e) {
            throw new SourceUnusableException(description() + ", line 1: not in UTF-8: save the file as UTF-8");
        } catch (IOException e) {
            throw new SourceUnusableException(description() + " cannot be opened: " + e.getMessage());
        }
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
