package dev.lockstile.auth.cli;

/** How a command ended. The numbers are part of the contract. */
public final class ExitCodes {

    /** Done. */
    public static final int OK = 0;

    /** It failed on the way; what was done before stays, and running it again goes on. */
    public static final int FAILED = 1;

    /** The command line makes no sense, or the source cannot be read; nothing was written. */
    public static final int UNUSABLE = 2;

    /** Done, but {@code --strict} was asked for and rows are in quarantine. */
    public static final int QUARANTINE = 3;

    /**
     * {@code makemigrations --check}: the entities and the changelog differ; {@code history diff}: the databases do.
     */
    public static final int DIFFERENT = 4;

    /**
     * {@code check} or {@code import check} found something; {@code migrate} was refused since it is not safe on tables
     * in use.
     */
    public static final int FINDINGS = 5;

    /** {@code audit-verify}: the audit trail was tampered with. */
    public static final int DAMAGED = 6;

    private ExitCodes() {}
}
