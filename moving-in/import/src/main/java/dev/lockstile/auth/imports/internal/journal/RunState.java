package dev.lockstile.auth.imports.internal.journal;

import java.util.Locale;

/** In what state a run is. */
public enum RunState {
    /** Under way, or broken off: it can go on. */
    RUNNING,
    /** Everything was read. */
    FINISHED,
    /** It stopped by itself, with a message: it can go on. */
    FAILED,
    /** What it had created is gone again. */
    ROLLED_BACK;

    /** The word in the run journal. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True for a run that has not read everything yet. */
    public static boolean isOpen(String text) {
        return text.equals(RUNNING.text()) || text.equals(FAILED.text());
    }
}
