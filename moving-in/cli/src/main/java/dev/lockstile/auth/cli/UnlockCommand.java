package dev.lockstile.auth.cli;

import dev.lockstile.auth.schema.lock.LockAliveException;
import dev.lockstile.auth.schema.lock.LockRecovery;
import dev.lockstile.auth.schema.lock.LockReport;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Releases a lock that a dead migration left behind. */
@Command(
        name = "unlock",
        description =
                "Tells who holds the lock of a migration, since when and whether that session lives, and releases it"
                        + " when it does not. A lock whose holder lives stays.",
        mixinStandardHelpOptions = true)
final class UnlockCommand implements Callable<Integer> {

    private final OpenedHost host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--report", description = "Tell, and release nothing.")
    private boolean report;

    @Option(
            names = "--dead",
            paramLabel = "HOLDER",
            description =
                    "Release the lock of that holder, as the report names it, on your word that it is dead, where the"
                            + " database cannot tell. A holder that is seen to live is refused all the same.")
    private @Nullable String dead;

    UnlockCommand(OpenedHost host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        LockRecovery doctor = LockRecovery.of(host.get().schema().schema().database());
        if (report) {
            spec.commandLine().getOut().println(doctor.report());
            return ExitCodes.OK;
        }
        try {
            LockReport was = dead == null ? doctor.release() : doctor.allowReleaseOf(dead);
            spec.commandLine().getOut().println(was);
            if (was instanceof LockReport.Held) {
                spec.commandLine().getOut().println("Released.");
            }
            return ExitCodes.OK;
        } catch (LockAliveException e) {
            spec.commandLine().getErr().println("unlock: " + e.getMessage());
            return ExitCodes.FAILED;
        }
    }
}
