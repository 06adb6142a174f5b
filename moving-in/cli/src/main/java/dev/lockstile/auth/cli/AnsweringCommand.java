package dev.lockstile.auth.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that works on the host and answers with lines: what is done, or why it is not. */
abstract class AnsweringCommand implements Callable<Integer> {

    private final OpenedHost host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    AnsweringCommand(OpenedHost host) {
        this.host = host;
    }

    final OpenedHost host() {
        return host;
    }

    /** A line on standard output, and the exit code of success. */
    final int done(String line) {
        spec.commandLine().getOut().println(line);
        return ExitCodes.OK;
    }

    /** A line on standard error, after the command's name, and the exit code of failure. */
    final int failed(String why) {
        spec.commandLine().getErr().println(Failures.name(spec.commandLine()) + ": " + why);
        return ExitCodes.FAILED;
    }

    /** A line on standard error that says more than a script reads. */
    final void note(String line) {
        spec.commandLine().getErr().println(line);
    }
}
