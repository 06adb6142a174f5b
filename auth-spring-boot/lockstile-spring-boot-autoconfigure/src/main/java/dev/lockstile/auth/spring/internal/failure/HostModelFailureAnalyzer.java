package dev.lockstile.auth.spring.internal.failure;

import dev.lockstile.auth.jpa.host.HostModelException;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the entities, and the line that mends it. */
final class HostModelFailureAnalyzer extends AbstractFailureAnalyzer<HostModelException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, HostModelException cause) {
        String description = cause.problems().stream()
                .map(problem -> problem.id() + ": " + problem.what())
                .collect(Collectors.joining("\n - ", "The entities do not fit Lockstile:\n\n - ", ""));
        String action = cause.problems().stream()
                .map(problem -> problem.id() + ": " + problem.fix())
                .collect(Collectors.joining(
                        "\n - ",
                        " - ",
                        "\n\nEntities are found in the package of the application class and below, or where"
                                + " @EntityScan says."));
        return new FailureAnalysis(description, action, cause);
    }
}
