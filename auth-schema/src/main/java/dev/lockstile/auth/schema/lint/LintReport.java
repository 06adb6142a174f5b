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
}
