package dev.lockstile.auth.schema.report;

import org.jspecify.annotations.Nullable;

/** The schema could not be brought up to date. What ran before the failing change set stays, as Liquibase has it. */
public final class SchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SchemaFailure why;

    public SchemaException(String message, Throwable cause) {
        this(SchemaFailure.OTHER, message, cause);
    }

    public SchemaException(SchemaFailure why, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    /** Which failure it is. */
    public SchemaFailure why() {
        return why;
    }
}
