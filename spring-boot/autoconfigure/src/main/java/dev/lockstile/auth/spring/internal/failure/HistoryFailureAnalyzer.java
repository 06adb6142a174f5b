package dev.lockstile.auth.spring.internal.failure;

import dev.lockstile.auth.schema.history.HistoryException;
import dev.lockstile.auth.schema.report.Finding;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says where the history of the tables and the application's entities differ, and how to go on. */
final class HistoryFailureAnalyzer extends AbstractFailureAnalyzer<HistoryException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, HistoryException cause) {
        String description = cause.findings().stream()
                .map(finding -> finding.id() + " " + finding.where() + ": " + finding.what())
                .collect(Collectors.joining(
                        "\n - ", "The tables of Lockstile do not fit its change sets; nothing was run:\n\n - ", ""));
        String action =
                cause.findings().stream().map(Finding::fix).distinct().collect(Collectors.joining("\n - ", " - ", ""));
        return new FailureAnalysis(description, action, cause);
    }
}
