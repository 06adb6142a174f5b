package dev.lockstile.auth.cli;

import dev.lockstile.auth.event.AuditFailedException;
import dev.lockstile.auth.event.AuditRecords;
import dev.lockstile.auth.event.AuditTrail;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the audit trail into a file. */
@Command(
        name = "audit-export",
        description =
                "Writes the entries of the audit trail into a new file, a line of JSON each, with the digests that"
                        + " tie them together, and prints the head of what was written. Exits with 6 at an entry that is not as it"
                        + " was written.",
        mixinStandardHelpOptions = true)
final class AuditExportCommand implements Callable<Integer> {

    private final OpenedHost host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "A file that is not there yet.")
    private Path file = Path.of("");

    @Option(
            names = "--before",
            paramLabel = "TIME",
            description = "Only entries before the first one of this time or later: 2026-01-31T00:00:00Z.")
    private @Nullable Instant before;

    AuditExportCommand(OpenedHost host) {
        this.host = host;
    }

    @Override
    public Integer call() throws IOException {
        AuditRecords records = AuditRecordsOf.host(host.get());
        try {
            AuditTrail.Head head = AuditFile.write(file, records, before);
            spec.commandLine().getOut().println(head);
            return ExitCodes.OK;
        } catch (AuditFailedException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCodes.DAMAGED;
        }
    }
}
