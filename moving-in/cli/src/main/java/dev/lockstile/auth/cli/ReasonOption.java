package dev.lockstile.auth.cli;

import picocli.CommandLine.Option;

/** The option of commands whose act is audited. */
final class ReasonOption {

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "REFERENCE",
            description = "For the audit, such as the number of a ticket.")
    private String reason = "";

    String text() {
        return reason;
    }
}
