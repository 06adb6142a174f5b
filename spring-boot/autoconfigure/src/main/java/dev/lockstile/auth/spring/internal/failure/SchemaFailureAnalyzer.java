package dev.lockstile.auth.spring.internal.failure;

import dev.lockstile.auth.schema.report.SchemaException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the tables could not be brought up to date, with the property that keeps the library from doing so. */
final class SchemaFailureAnalyzer extends AbstractFailureAnalyzer<SchemaException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SchemaException cause) {
        return new FailureAnalysis(
                "The tables of Lockstile could not be brought up to date: " + cause.getMessage(),
                "Correct what is named and start again. Set lockstile.schema.mode=validate where another tool makes the"
                        + " tables.",
                cause);
    }
}
