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

    /**
     * An entry, or the record of the end, is not as it should be.
     *
     * @param entry number of the first entry that is not as it should be, counted from 1
     * @param damage what is wrong there
     */
    record Broken(long entry, Damage damage) implements AuditReport {}

    /**
     * The check cannot tell: something was written with a key that is not among the given ones.
     *
     * @param entry number of the first such entry, counted from 1; 0 for the end of the trail
     * @param keyId id of the missing key; empty where it is not named
     */
    record UnknownKey(long entry, String keyId) implements AuditReport {}

    /** What is wrong. */
    enum Damage {
        /** An entry is gone. */
        MISSING,
        /** An entry was changed, put in, or moved. */
        CHANGED,
        /** The record of the end was changed, or the end was cut off. */
        END_CHANGED,
        /** Something stands behind the end. */
        BEYOND_END,
        /** The record of the end is gone: removed, or moved to another number. */
        END_MISSING,
        /** There is more than one record of the end. */
        END_TWICE,
        /** The trail was never begun, or was emptied together with the record of its end. */
        NOT_BEGUN,
        /** The entry of that number is missing or another one than a head says that was kept elsewhere. */
        SET_BACK
    }
}
