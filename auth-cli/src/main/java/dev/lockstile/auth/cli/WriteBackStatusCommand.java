package dev.lockstile.auth.cli;

import dev.lockstile.auth.cutover.writeback.DeadLetter;
import dev.lockstile.auth.cutover.writeback.WriteBack;
import dev.lockstile.auth.cutover.writeback.WriteBackFigures;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code back status}: whether the old system may take over again. */
@Command(
        description = "Tells how many people have changes that are not over there yet, and who is parked and why."
                + " Exits with 5 until the old system has everything.",
        mixinStandardHelpOptions = true)
final class WriteBackStatusCommand implements Callable<Integer> {

    private final OpenedHost host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many parked people to list at most, longest first; by default ${DEFAULT-VALUE}.")
    private int limit = 50;

    WriteBackStatusCommand(OpenedHost host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        WriteBack writeBack = host.get().writeBack();
        WriteBackFigures figures = writeBack.figures();
        List<DeadLetter> parked = limit > 0 ? writeBack.parked(limit) : List.of();
        PrintWriter out = spec.commandLine().getOut();
        out.println(figures.waiting() + " waiting, " + figures.parked() + " parked.");
        parked.forEach(one -> out.println("  " + one.user() + "  " + one.reason() + "  since " + one.parkedAt()));
        if (parked.size() < figures.parked()) {
            out.println("  and " + (figures.parked() - parked.size()) + " more: --limit");
        }
        return figures.waiting() + figures.parked() == 0 ? ExitCodes.OK : ExitCodes.FINDINGS;
    }
}
