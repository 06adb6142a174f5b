package dev.lockstile.auth.imports.report;

import java.util.Locale;

/** The final state of a row that was read. Each row has exactly one. */
public enum State {
    /** Copied in this run. */
    CREATED,
    /** Updated in the target by this run. */
    UPDATED,
    /** A second row of an imported user: it filled empty values, or became a profile. */
    MERGED,
    /** Copied by an earlier run and not changed. */
    UNCHANGED,
    /** Left out on purpose: by a rule, or because the host has no table for such rows. */
    SKIPPED,
    /** Not copied for a reason that can be corrected; a later run tries again. */
    QUARANTINED;

    /** {@return the word in reports} */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
