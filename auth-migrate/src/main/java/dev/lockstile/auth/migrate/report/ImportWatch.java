package dev.lockstile.auth.migrate.report;

/** Is told what an import does while it runs, on the importing thread. */
@FunctionalInterface
public interface ImportWatch {

    /** A row goes to quarantine. */
    void quarantined(QuarantineEntry entry);

    /**
     * A batch is done.
     *
     * @param people how many were read so far
     */
    default void progress(long people) {}

    /** Looks away: the counts in the report say how many. */
    static ImportWatch none() {
        return entry -> {};
    }
}
