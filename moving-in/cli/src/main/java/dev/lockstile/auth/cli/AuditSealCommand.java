package dev.lockstile.auth.cli;

import dev.lockstile.auth.event.AuditFailedException;
import dev.lockstile.auth.event.AuditRecords;
import dev.lockstile.auth.event.AuditTrail;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Ends the retention of old entries: they go into a file, and then out of the database. */
@Command(
        name = "audit-seal",
        description =
                "Writes the entries before a time into a new file, as audit-export does, and then removes them from"
                        + " the database. An entry of the trail tells what was removed. Exits with 6 and removes nothing where an"
                        + " entry is not as it was written.",
        mixinStandardHelpOptions = true)
final class AuditSealCommand implements Callable<Integer> {

    private final OpenedHost host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "A file that is not there yet.")
    private Path file = Path.of("");

    @Option(
            names = "--before",
            paramLabel = "TIME",
            required = true,
            description = "Entries before the first one of this time or later: 2026-01-31T00:00:00Z.")
    private Instant before = Instant.EPOCH;

    AuditSealCommand(OpenedHost host) {
        this.host = host;
    }

    @Override
    public Integer call() throws IOException {
        ManagedHost opened = host.get();
        AuditRecords records = AuditRecordsOf.host(opened);
        try {
            AuditTrail.Head head = AuditFile.write(file, records, before);
            long removed = records.cut(head, opened.clock().instant());
            spec.commandLine().getOut().println("Removed " + removed + " entries up to " + head + ".");
            return ExitCodes.OK;
        } catch (AuditFailedException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCodes.DAMAGED;
        }
    }
}
