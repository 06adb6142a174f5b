package dev.lockstile.auth.schema.lint;

import dev.lockstile.auth.schema.report.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** A migration that is not safe on a live table. Names every finding at once; nothing was run. */
public final class UnsafeMigrationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /**
     * Names all findings in its message.
     *
     * @param findings at least one
     */
    public UnsafeMigrationException(List<Finding> findings) {
        super(findings.stream()
                .map(Finding::toString)
                .collect(Collectors.joining(
                        "\n",
                        "the migration is not safe on tables in use; nothing was run:\n",
                        "\nwhat does not matter here is waived in the change set:"
                                + " <comment>lint-waive: S3 the reason</comment>")));
        this.findings = List.copyOf(findings);
    }

    /** {@return all that was found} */
    public List<Finding> findings() {
        return findings;
    }
}
