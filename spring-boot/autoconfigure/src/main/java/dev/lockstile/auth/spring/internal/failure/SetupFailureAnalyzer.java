package dev.lockstile.auth.spring.internal.failure;

import dev.lockstile.auth.AuthSetupException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says of every problem of the wiring which property settles it. */
final class SetupFailureAnalyzer extends AbstractFailureAnalyzer<AuthSetupException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, AuthSetupException cause) {
        String description = "Lockstile cannot start:\n\n - " + String.join("\n - ", cause.problems());
        String action = cause.problems().stream()
                .map(Remedies::of)
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining("\n - ", " - ", ""));
        return new FailureAnalysis(description, Objects.requireNonNull(action), cause);
    }
}
