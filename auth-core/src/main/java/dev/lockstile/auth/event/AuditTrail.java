package dev.lockstile.auth.event;

import java.util.List;

/**
 * A record of what happened that shows tampering. Given to the builder as its {@code audit}.
 *
 * <p>Each entry carries a keyed digest over itself and the one before (HMAC-SHA-256), and a head carries one over the
 * number of entries. The key lies outside the database, so a writer of the database without the key can
 * change, remove, insert or reorder no entry unseen, nor cut off the end, nor empty the whole. What this cannot show by
 * itself is a database that was set back to an earlier state: for that, keep {@linkplain Head heads} elsewhere.
 */
public interface AuditTrail extends AuthListener {

    /**
     * Reads the whole trail and checks it. Takes no lock: entries may be added meanwhile.
     *
     * @return what the check found
     */
    default Report verify() {
        return verify(List.of());
    }

    /**
     * The same, and that it still goes through these points.
     *
     * @param expected heads that were kept outside the database, in any order
     * @return what the check found
     * @throws IllegalArgumentException for a head of an entry that {@link AuditRecords#cut} removed, where all else is
     *     intact: nothing is left to compare it with
     */
    Report verify(List<Head> expected);

    /**
     * {@return how far it has come, to be kept outside the database}
     *
     * @throws AuditFailedException when its end is not authentic
     */
    Head head();

    /**
     * Begins the trail in tables that are empty, once and by hand: an application that did so at every start would
     * begin it anew after it was emptied. Nothing is written into a trail that was not begun.
     *
     * @return false when it was begun before
     * @throws AuditFailedException when the tables are not those of an empty trail
     */
    boolean begin();

    /**
     * How far an {@link AuditTrail} has come. Kept outside the database it shows later that the trail still goes
     * through this point: that it was neither set back nor written anew. It is no secret.
     *
     * @param entries how many there are
     * @param digest of the last one; empty when there is none
     */
    record Head(long entries, String digest) {

        /**
         * Reads {@code 7:DIGEST}.
         *
         * @param text as {@link #toString()} gives it
         * @return the head that the text names
         * @throws IllegalArgumentException for any other text
         */
        public static Head parse(String text) {
            int colon = text.indexOf(':');
            try {
                return new Head(Long.parseLong(text.substring(0, Math.max(0, colon))), text.substring(colon + 1));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("not the head of an audit trail, such as 7:DIGEST: " + text, e);
            }
        }

        /** As {@link #parse} reads it. */
        @Override
        public String toString() {
            return entries + ":" + digest;
        }
    }

    /**
     * Where heads of an {@link AuditTrail} are kept outside its database: a file on another machine, a log that can
     * only be appended to, a mail. Called now and then, after the commit, on the thread of the flow that wrote the
     * entry: it has to be quick. What it throws is logged and stops nothing.
     */
    @FunctionalInterface
    interface Heads {

        /**
         * Keeps a head, beside or in place of the earlier ones.
         *
         * @param head how far the trail has come
         */
        void keep(Head head);
    }

    /** What a check of the {@link AuditTrail} found. */
    sealed interface Report {

        /**
         * Every entry is as it was written, and none is missing.
         *
         * @param entries how many there are; never fewer than at an earlier check
         * @param head digest of the last one; empty when there is none. Noted elsewhere, it proves later that the trail
         *     was not set back
         */
        record Intact(long entries, String head) implements Report {}

        /**
         * An entry, or the record of the end, is not as it should be.
         *
         * @param entry number of the first entry that is not as it should be, counted from 1
         * @param damage what is wrong there
         */
        record Broken(long entry, Damage damage) implements Report {}

        /**
         * The check cannot tell: something was written with a key that is not among the given ones.
         *
         * @param entry number of the first such entry, counted from 1; 0 for the end of the trail
         * @param keyId id of the missing key; empty where it is not named
         */
        record UnknownKey(long entry, String keyId) implements Report {}

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
}
