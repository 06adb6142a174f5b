package dev.lockstile.auth.cli;

import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.NamedPerson;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.VerifyReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The files of an import. They are opened before it starts, so that a wrong path stops it and not its end. They are for
 * their owner alone.
 */
final class ReportFiles implements ImportWatch, AutoCloseable {

    /** What the quarantine file beside a report is called. */
    static final String QUARANTINE_SUFFIX = ".quarantine.jsonl";

    /** What the file of differences beside a report is called. */
    static final String DIFFERENCES_SUFFIX = ".differences.jsonl";

    /** What the file of people to be known by name beside a report is called. */
    static final String NAMED_SUFFIX = ".named.jsonl";

    private final @Nullable Writer report;
    private final @Nullable Writer rows;
    private final @Nullable Writer people;

    private ReportFiles(@Nullable Writer report, @Nullable Writer rows, @Nullable Writer people) {
        this.report = report;
        this.rows = rows;
        this.people = people;
    }

    /**
     * Opens them.
     *
     * @param report null for none
     * @param quarantine null for a file beside the report, or none where there is no report
     * @throws IllegalArgumentException when a file cannot be written
     */
    static ReportFiles open(@Nullable Path report, @Nullable Path quarantine) {
        return new ReportFiles(
                writer(report),
                writer(beside(report, QUARANTINE_SUFFIX, quarantine)),
                writer(beside(report, NAMED_SUFFIX, null)));
    }

    /** The same for what differs in a comparison. */
    static ReportFiles ofVerification(@Nullable Path report, @Nullable Path differences) {
        return new ReportFiles(writer(report), writer(beside(report, DIFFERENCES_SUFFIX, differences)), null);
    }

    private static @Nullable Path beside(@Nullable Path report, String suffix, @Nullable Path named) {
        return named == null && report != null ? report.resolveSibling(report.getFileName() + suffix) : named;
    }

    /** The report alone. */
    static ReportFiles of(@Nullable Path report) {
        return new ReportFiles(writer(report), null, null);
    }

    @Override
    public void quarantined(QuarantineEntry entry) {
        line(rows, entry.toJson(), "the quarantine file cannot be written", "make room and resume");
    }

    @Override
    public void named(NamedPerson person) {
        line(people, person.toJson(), "the file of named people cannot be written", "make room and resume");
    }

    void differs(VerifyReport.Difference difference) {
        line(rows, difference.toJson(), "the file of differences cannot be written", "make room and verify again");
    }

    /** A line of a file that was opened as the report. */
    void line(String json) {
        line(report, json, "the file of what did not come cannot be written", "make room and run again");
    }

    private static void line(@Nullable Writer file, String json, String trouble, String remedy) {
        if (file == null) {
            return;
        }
        try {
            file.write(json + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(trouble + " (" + e.getMessage() + "); " + remedy, e);
        }
    }

    void finish(String json) throws IOException {
        if (report != null) {
            report.write(json + "\n");
            report.flush();
        }
    }

    @Override
    public void close() throws IOException {
        try (Writer first = report;
                Writer second = rows;
                Writer third = people) {
            flush(first);
            flush(second);
            flush(third);
        }
    }

    private static void flush(@Nullable Writer writer) throws IOException {
        if (writer != null) {
            writer.flush();
        }
    }

    private static @Nullable Writer writer(@Nullable Path file) {
        if (file == null) {
            return null;
        }
        try {
            return OwnersFile.replace(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot write " + file + " (" + e.getClass().getSimpleName() + ")", e);
        }
    }
}
