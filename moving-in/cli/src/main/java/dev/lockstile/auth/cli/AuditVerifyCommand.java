package dev.lockstile.auth.cli;

import dev.lockstile.auth.event.AuditTrail;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the audit trail for tampering. */
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

    @Option(
            names = "--expect",
            paramLabel = "N:HEAD",
            split = ",",
            converter = HeadText.class,
            description =
                    "A head that was kept elsewhere, as audit-head tells it: the trail has to go through it still.")
    private List<AuditTrail.Head> expected = new ArrayList<>();

    AuditVerifyCommand(OpenedHost host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        AuditTrail.Report report = host.get().auditTrail().verify(expected);
        if (report instanceof AuditTrail.Report.Broken broken) {
            return damaged("The audit trail is damaged: " + words(broken.entry(), broken.damage()) + ".");
        }
        if (report instanceof AuditTrail.Report.UnknownKey unknown) {
            return damaged("Unknown key: " + (unknown.entry() == 0 ? "the end" : "entry " + unknown.entry())
                    + " of the audit trail was written with "
                    + (unknown.keyId().isEmpty() ? "a key" : "the key " + unknown.keyId())
                    + " that is not among the given ones. Without that key a change cannot be detected.");
        }
        return intact((AuditTrail.Report.Intact) report);
    }

    private int intact(AuditTrail.Report.Intact found) {
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

    private static String words(long entry, AuditTrail.Report.Damage damage) {
        return switch (damage) {
            case MISSING -> "entry " + entry + " is gone";
            case CHANGED -> "entry " + entry + " is not as it was written";
            case END_CHANGED -> "entry " + entry + " is not the end that was noted";
            case BEYOND_END -> "entry " + entry + " is behind the end that was noted";
            case END_MISSING -> "the record of its end is gone, and nothing can be written";
            case END_TWICE -> "there is more than one record of its end";
            case NOT_BEGUN -> "it was emptied, or never begun (audit-begin), and nothing can be written";
            case SET_BACK -> "entry " + entry + " is not the one of the head that was kept elsewhere: it was set back";
        };
    }

    /** Reads a head. */
    static final class HeadText implements ITypeConverter<AuditTrail.Head> {

        @Override
        public AuditTrail.Head convert(String text) {
            return AuditTrail.Head.parse(text);
        }
    }
}
