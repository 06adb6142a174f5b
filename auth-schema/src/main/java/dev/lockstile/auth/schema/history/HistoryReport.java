package dev.lockstile.auth.schema.history;

import dev.lockstile.auth.schema.report.Finding;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the guard found.
 *
 * @param findings in the order of the changelog
 * @param editsLookedFor whether the checksums of a database could be compared. They cannot while a class or a file is
 *     missing, or where no database was given.
 */
public record HistoryReport(List<Finding> findings, boolean editsLookedFor) {

    /**
     * Checks the values.
     *
     * @param findings in the order of the changelog; empty when history holds
     * @param editsLookedFor whether the checksums of a database could be compared
     */
    public HistoryReport {
        findings = List.copyOf(findings);
    }

    /** {@return whether history holds} */
    public boolean holds() {
        return findings.isEmpty();
    }

    /**
     * Goes on only where history holds.
     *
     * @throws HistoryException with all findings
     */
    public void orThrow() {
        if (!holds()) {
            throw new HistoryException(findings);
        }
    }

    @Override
    public String toString() {
        return holds()
                ? "history holds"
                : findings.stream().map(Finding::toString).collect(Collectors.joining("\n"));
    }
}
