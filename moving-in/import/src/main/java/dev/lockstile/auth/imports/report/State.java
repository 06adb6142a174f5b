package dev.lockstile.auth.imports.report;

import java.util.Locale;

/** In what state a row that was read ended. Each row ends in exactly one. */
public enum State {
    /** Copied in this run. */
    CREATED,
    /** Changed here by this run. */
    UPDATED,
    /** A second row of a person who is here: it filled what was empty, or became a profile. */
    MERGED,
    /** Copied by an earlier run and left alone. */
    UNCHANGED,
    /** Left out on purpose: by a rule, or since the host keeps no such rows. */
    SKIPPED,
    /** Not copied for a reason that can be mended; a later run tries again. */
    QUARANTINED;

    /** {@return the word in reports} */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
