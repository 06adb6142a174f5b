package dev.lockstile.auth.jpa.schema;

/** The schema could not be brought up to date. What ran before the failing change set stays, as Liquibase has it. */
public final class SchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SchemaException(String message, Throwable cause) {
        super(message, cause);
    }
}
