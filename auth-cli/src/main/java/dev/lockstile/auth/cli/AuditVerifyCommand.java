package dev.lockstile.auth.cli;

import dev.lockstile.auth.event.AuditReport;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks that nobody has tampered with the audit trail. */
@Command(
        name = "audit-verify",
        description = "Reads the audit trail and checks that no entry was changed, removed or put in. Exits with 6 when"
                + " one was. Takes no lock; entries may be added meanwhile.",
        mixinStandardHelpOptions = true)
final class AuditVerifyCommand implements Callable<Integer> {

    private final OpenedHost host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--at-least",
            paramLabel = "ENTRIES",
            description = "The number that an earlier check told, noted elsewhere: with fewer entries now, the database"
                    + " was set back.")
    private long atLeast;

    AuditVerifyCommand(OpenedHost host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        AuditReport report = host.get().auditTrail().verify();
        if (report instanceof AuditReport.Broken broken) {
            return damaged(
                    "The audit trail is damaged: entry " + broken.entry() + " is " + words(broken.damage()) + ".");
        }
        return intact((AuditReport.Intact) report);
    }

    private int intact(AuditReport.Intact found) {
        if (found.entries() < atLeast) {
            return damaged("The audit trail was set back: it has " + found.entries() + " entries, and had " + atLeast
                    + " at an earlier check.");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("The audit trail is intact: " + found.entries() + " entries, head "
                + (found.head().isEmpty() ? "none" : found.head()) + ".");
        return ExitCodes.OK;
    }

    private int damaged(String line) {
        spec.commandLine().getErr().println(line);
        return ExitCodes.DAMAGED;
    }

    private static String words(AuditReport.Damage damage) {
        return switch (damage) {
            case MISSING -> "gone";
            case CHANGED -> "not as it was written, or written with another key";
            case END_CHANGED -> "not the end that was noted";
            case BEYOND_END -> "behind the end that was noted";
        };
    }
}
