package dev.lockstile.auth.cli;

/** A command of the host's own. */
@FunctionalInterface
public interface HostCommand {

    /**
     * Runs the command.
     *
     * @return the exit code
     */
    int run() throws Exception;
}
