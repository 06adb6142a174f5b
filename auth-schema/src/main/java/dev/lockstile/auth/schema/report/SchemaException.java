package dev.lockstile.auth.schema.report;

import org.jspecify.annotations.Nullable;

/** The schema could not be brought up to date. What ran before the failing change set stays, as Liquibase has it. */
public final class SchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Which failure it is. */
    private final Failure why;

    /**
     * A failure of no kind that a caller tells apart.
     *
     * @param message what failed, without anything secret
     * @param cause what is below it
     */
    public SchemaException(String message, Throwable cause) {
        this(Failure.OTHER, message, cause);
    }

    /**
     * A failure of that kind.
     *
     * @param why which failure it is
     * @param message what failed, without anything secret
     * @param cause what is below it
     */
    public SchemaException(Failure why, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    /** {@return which failure it is} */
    public Failure why() {
        return why;
    }

    /** Why the schema could not be brought up to date. */
    public enum Failure {
        /** The database does not answer. */
        UNREACHABLE,
        /** Another migration holds the lock, or left it behind when it was killed. */
        LOCKED,
        /**
         * No lock keeps other migrations away: a pooler in transaction mode, or a cluster whose locks are those of one
         * node.
         */
        NO_SESSION,
        /** A table was in use for longer than a statement waits; everything before it is done. */
        TABLE_BUSY,
        /** The changelog names a class that is not there any more. */
        CLASS_MISSING,
        /** The changelog names a file that is not there. */
        FILE_MISSING,
        /** A change set that has run was edited. */
        EDITED,
        /** Two change sets have the same name. */
        DUPLICATE,
        /** Two branches wrote a file of the same number. */
        SAME_NUMBER,
        /** A change set needs a table that is not there. */
        TABLE_MISSING,
        /** A change set adds what is there already. */
        EXISTS_ALREADY,
        /** A table would get a name that the database keeps for itself. */
        NAME_RESERVED,
        /** There is no such tag. */
        NO_TAG,
        /** The tag is in use already. */
        TAG_TAKEN,
        /** A change set that should be taken back says no way back. */
        NO_WAY_BACK,
        /** Anything else, told by the database or by Liquibase. */
        OTHER
    }
}
