package dev.lockstile.auth.imports.report;

import java.time.Duration;

/** Receives the progress of an import, on one thread at a time. */
@FunctionalInterface
public interface ImportWatch {

    /**
     * Called when a row goes to quarantine.
     *
     * @param entry the row and the reason, values masked
     */
    void quarantined(QuarantineEntry entry);

    /**
     * Called when a user is imported who has to be listed by name.
     *
     * @param person the user and the reason
     */
    default void named(NamedPerson person) {}

    /**
     * Called when the source is open.
     *
     * @param people number of users; negative when not known
     */
    default void begins(long people) {}

    /**
     * Called after a batch.
     *
     * @param people number of users read so far
     */
    default void progress(long people) {}

    /**
     * Called after a batch of a run that wraps weak hashes, before {@link #progress}. A plan wraps none.
     *
     * @param hashing the progress of the wrapping
     */
    default void hashing(HashingProgress hashing) {}

    /** {@return a watch that ignores all calls} */
    static ImportWatch none() {
        return entry -> {};
    }

    /**
     * The progress of the wrapping of weak hashes, which costs as much per hash as a sign-in.
     *
     * @param done hashes that this run has wrapped
     * @param left hashes of users still to be imported; those of imported users need no work
     * @param spent time spent on it so far, a part of the time of the run
     * @param timeLeft estimated time for the rest; zero before the first
     */
    record HashingProgress(long done, long left, Duration spent, Duration timeLeft) {}
}
