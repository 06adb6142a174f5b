package dev.lockstile.auth.schema.history;

import dev.lockstile.auth.schema.report.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** History does not hold. Names every finding at once; no statement of the migration has run. */
public final class HistoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /**
     * Names all findings in its message.
     *
     * @param findings at least one
     */
    public HistoryException(List<Finding> findings) {
        super(findings.stream()
                .map(Finding::toString)
                .collect(Collectors.joining("\n", "the history of the schema does not hold; nothing was run:\n", "")));
        this.findings = List.copyOf(findings);
    }

    /** {@return all that was found, in the order of the changelog} */
    public List<Finding> findings() {
        return findings;
    }
}
