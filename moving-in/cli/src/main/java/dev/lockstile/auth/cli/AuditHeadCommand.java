package dev.lockstile.auth.cli;

import dev.lockstile.auth.event.AuditFailedException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells the head of the audit trail. */
@Command(
        name = "audit-head",
        description =
                "Prints how far the audit trail has come, as audit-verify --expect takes it later: to be kept outside"
                        + " the database. Exits with 6 when the end of the trail is not authentic.",
        mixinStandardHelpOptions = true)
final class AuditHeadCommand implements Callable<Integer> {

    private final OpenedHost host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    AuditHeadCommand(OpenedHost host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        try {
            spec.commandLine().getOut().println(host.get().auditTrail().head());
            return ExitCodes.OK;
        } catch (AuditFailedException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCodes.DAMAGED;
        }
    }
}
