package dev.lockstile.auth.schema.lint;

import dev.lockstile.auth.schema.report.Finding;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the linter found, in the order of the changelog; each finding's id is the name of a {@link LintRule}.
 *
 * @param findings in the order of the changelog; empty when there is nothing to find
 */
public record LintReport(List<Finding> findings) {

    /**
     * Checks the values.
     *
     * @param findings in the order of the changelog; empty when there is nothing to find
     */
    public LintReport {
        findings = List.copyOf(findings);
    }

    /** {@return whether nothing was found} */
    public boolean isClean() {
        return findings.isEmpty();
    }

    /**
     * Goes on only when nothing was found.
     *
     * @throws UnsafeMigrationException with all findings
     */
    public void orThrow() {
        if (!isClean()) {
            throw new UnsafeMigrationException(findings);
        }
    }

    @Override
    public String toString() {
        return findings.stream().map(Finding::toString).collect(Collectors.joining("\n"));
    }

    /** A migration that is not safe on a live table. Names every finding at once; nothing was run. */
    public static final class UnsafeMigrationException extends RuntimeException {

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
}
