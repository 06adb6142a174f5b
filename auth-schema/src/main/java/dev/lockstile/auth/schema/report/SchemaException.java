package dev.lockstile.auth.schema.report;

import org.jspecify.annotations.Nullable;

/** The schema could not be brought up to date. What ran before the failing change set stays, as Liquibase has it. */
public final class SchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Which failure it is. */
    private final SchemaFailure why;

    /**
     * A failure of no kind that a caller tells apart.
     *
     * @param message what failed, without anything secret
     * @param cause what is below it
     */
    public SchemaException(String message, Throwable cause) {
        this(SchemaFailure.OTHER, message, cause);
    }

    /**
     * A failure of that kind.
     *
     * @param why which failure it is
     * @param message what failed, without anything secret
     * @param cause what is below it
     */
    public SchemaException(SchemaFailure why, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    /** {@return which failure it is} */
    public SchemaFailure why() {
        return why;
    }
}
