package dev.lockstile.auth.imports.internal.journal;

import java.util.Locale;

/** The state of a run. */
public enum RunState {
    /** Running, or interrupted: it can be resumed. */
    RUNNING,
    /** All rows were processed. */
    FINISHED,
    /** Ended by an exception: it can be resumed. */
    FAILED,
    /** The rows that it had created were removed. */
    ROLLED_BACK;

    /** Returns the name of the state in the journal. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns true for a run that can be resumed. */
    public static boolean isOpen(String text) {
        return text.equals(RUNNING.text()) || text.equals(FAILED.text());
    }
}
