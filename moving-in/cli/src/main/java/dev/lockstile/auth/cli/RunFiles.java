package dev.lockstile.auth.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a run that may leave rows out writes its report and those rows. */
final class RunFiles {

    @Option(names = "--report", paramLabel = "FILE", description = "Write the report there, as JSON.")
    private @Nullable Path report;

    @Option(
            names = "--quarantine",
            paramLabel = "FILE",
            description = "Write the rows that stay out there, as JSON lines with masked values. By default beside the"
                    + " report, with the suffix " + ReportFiles.QUARANTINE_SUFFIX + ".")
    private @Nullable Path quarantine;

    ReportFiles open() {
        return ReportFiles.open(report, quarantine);
    }
}
