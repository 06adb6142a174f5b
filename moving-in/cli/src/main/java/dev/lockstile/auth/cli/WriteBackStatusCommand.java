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

/** {@code write-back status}: whether the legacy system has every change. */
@Command(
        description =
                "Counts users whose changes are not sent to the legacy system yet, and lists the dead letters with"
                        + " their reasons. Exits with 5 until the legacy system has every change.",
        mixinStandardHelpOptions = true)
final class WriteBackStatusCommand implements Callable<Integer> {

    private final OpenedHost host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many dead letters to list at most, oldest first; by default ${DEFAULT-VALUE}.")
    private int limit = 50;

    WriteBackStatusCommand(OpenedHost host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        WriteBack writeBack = host.get().writeBack();
        WriteBackFigures figures = writeBack.figures();
        List<DeadLetter> deadLetters = limit > 0 ? writeBack.deadLetters(limit) : List.of();
        PrintWriter out = spec.commandLine().getOut();
        out.println(figures.pending() + " pending, " + figures.deadLetters() + " dead letters.");
        deadLetters.forEach(
                one -> out.println("  " + one.user() + "  " + one.reason() + "  since " + one.deadLetterAt()));
        if (deadLetters.size() < figures.deadLetters()) {
            out.println("  and " + (figures.deadLetters() - deadLetters.size()) + " more: --limit");
        }
        return figures.pending() + figures.deadLetters() == 0 ? ExitCodes.OK : ExitCodes.FINDINGS;
    }
}
