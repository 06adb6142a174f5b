package dev.lockstile.auth.imports.report;

import java.time.Duration;

/** Is told what an import does while it runs, on one thread at a time. */
@FunctionalInterface
public interface ImportWatch {

    /**
     * A row goes to quarantine.
     *
     * @param entry the row and the reason, values masked
     */
    void quarantined(QuarantineEntry entry);

    /**
     * A person comes over whom the mover has to know by name.
     *
     * @param person whom and why
     */
    default void named(NamedPerson person) {}

    /**
     * The source is open.
     *
     * @param people how many there are; negative when that is not known
     */
    default void begins(long people) {}

    /**
     * A batch is done.
     *
     * @param people how many were read so far
     */
    default void progress(long people) {}

    /**
     * A batch is done of a run that has weak hashes to wrap; told before {@link #progress}. A plan wraps none.
     *
     * @param hashing how far that is
     */
    default void hashing(HashingProgress hashing) {}

    /** {@return a watch that looks away: the counts in the report say how many} */
    static ImportWatch none() {
        return entry -> {};
    }

    /**
     * How far the wrapping of weak hashes is, which costs as much per hash as a sign-in.
     *
     * @param done hashes that this run has wrapped
     * @param left hashes of people who are still to come; those of people who are here already need no work
     * @param spent on it so far, a share of the time of the run
     * @param timeLeft for the rest at this pace; zero before the first
     */
    record HashingProgress(long done, long left, Duration spent, Duration timeLeft) {}
}
