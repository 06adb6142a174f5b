package dev.lockstile.auth.cli;

import dev.lockstile.auth.event.AuditFailedException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Begins the audit trail. */
@Command(
        name = "audit-begin",
        description =
                "Begins the audit trail in its empty tables: once, after the first migrate. Nothing is written into a"
                        + " trail that was not begun, so that one that was emptied does not begin again by itself.",
        mixinStandardHelpOptions = true)
final class AuditBeginCommand implements Callable<Integer> {

    private final OpenedHost host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    AuditBeginCommand(OpenedHost host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        try {
            boolean begun = host.get().auditTrail().begin();
            spec.commandLine()
                    .getOut()
                    .println(begun ? "The audit trail has begun." : "The audit trail was begun before.");
            return ExitCodes.OK;
        } catch (AuditFailedException e) {
            spec.commandLine().getErr().println("Not begun: " + e.getMessage() + ".");
            return ExitCodes.DAMAGED;
        }
    }
}
