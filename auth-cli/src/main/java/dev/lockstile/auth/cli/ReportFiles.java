package dev.lockstile.auth.cli;

import dev.lockstile.auth.migrate.report.ImportWatch;
import dev.lockstile.auth.migrate.report.QuarantineEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The files of an import. They are opened before it starts, so that a wrong path stops it and not its end. */
final class ReportFiles implements ImportWatch, AutoCloseable {

    /** What the quarantine file beside a report is called. */
    static final String QUARANTINE_SUFFIX = ".quarantine.jsonl";

    private final @Nullable Writer report;
    private final @Nullable Writer quarantine;

    private ReportFiles(@Nullable Writer report, @Nullable Writer quarantine) {
        this.report = report;
        this.quarantine = quarantine;
    }

    /**
     * Opens them.
     *
     * @param report null for none
     * @param quarantine null for a file beside the report, or none where there is no report
     * @throws IllegalArgumentException when a file cannot be written
     */
    static ReportFiles open(@Nullable Path report, @Nullable Path quarantine) {
        Path beside = report == null ? null : report.resolveSibling(report.getFileName() + QUARANTINE_SUFFIX);
        return new ReportFiles(writer(report), writer(quarantine == null ? beside : quarantine));
    }

    /** The report alone. */
    static ReportFiles of(@Nullable Path report) {
        return new ReportFiles(writer(report), null);
    }

    @Override
    public void quarantined(QuarantineEntry entry) {
        if (quarantine == null) {
            return;
        }
        try {
            quarantine.write(entry.toJson() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the quarantine file cannot be written (" + e.getMessage() + "); make room and resume", e);
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
                Writer second = quarantine) {
            flush(first);
            flush(second);
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
            return Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot write " + file + " (" + e.getClass().getSimpleName() + ")", e);
        }
    }
}
