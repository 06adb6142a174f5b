package dev.lockstile.auth.cli;

/** A command of the host's own. */
@FunctionalInterface
public interface HostCommand {

    /**
     * Runs the command.
     *
     * @return the exit code
     * @throws Exception when it failed: one line about it is printed, and the exit code is {@link ExitCodes#FAILED}, or
     *     {@link ExitCodes#UNUSABLE} for an {@code IllegalArgumentException}
     */
    int run() throws Exception;
}
