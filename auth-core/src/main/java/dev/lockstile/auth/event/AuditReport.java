package dev.lockstile.auth.event;

/** What a check of the {@link AuditTrail} found. */
public sealed interface AuditReport {

    /**
     * Every entry is as it was written, and none is missing.
     *
     * @param entries how many there are; never fewer than at an earlier check
     * @param head digest of the last one; empty when there is none. Noted elsewhere, it proves later that the trail was
     *     not set back
     */
    record Intact(long entries, String head) implements AuditReport {}

    /** @param entry number of the first entry that is not as it should be, counted from 1 */
    record Broken(long entry, Damage damage) implements AuditReport {}

    /** What is wrong. */
    enum Damage {
        /** An entry is gone. */
        MISSING,
        /** An entry was changed, put in, or moved; or it was written with another key. */
        CHANGED,
        /** The record of the end was changed, or the end was cut off. */
        END_CHANGED,
        /** Something stands behind the end. */
        BEYOND_END
    }
}
