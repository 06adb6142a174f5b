package dev.lockstile.auth.event;

import java.util.List;

/**
 * A tamper-evident log of events. Give it to {@code AuthBuilder.audit}.
 *
 * <p>Each entry has a keyed digest (HMAC-SHA-256) over itself and the one before, and the head has one over the number
 * of entries. The key is kept outside the database. An attacker who can write to the database but lacks the key cannot
 * change, remove, insert or reorder entries, truncate the trail or empty it without detection. A rollback of the whole
 * database to an earlier state is only detected with {@linkplain Head heads} that are kept elsewhere.
 */
public interface AuditTrail extends AuthListener {

    /**
     * Reads and verifies the whole trail. Takes no lock: entries may be added meanwhile.
     *
     * @return the result
     */
    default Report verify() {
        return verify(List.of());
    }

    /**
     * Verifies the whole trail, and that it contains the given heads.
     *
     * @param expected heads that were kept outside the database, in any order
     * @return the result
     * @throws IllegalArgumentException for a head of an entry that {@link AuditRecords#cut} removed, where the rest
     *     is intact, since there is nothing to compare it with
     */
    Report verify(List<Head> expected);

    /**
     * {@return the present head, to be kept outside the database}
     *
     * @throws AuditFailedException when its end is not authentic
     */
    Head head();

    /**
     * Initializes the trail in empty tables. Call it once, as an operator: an application that called it at every start
     * would start a new trail after an attacker emptied the old one. Nothing is written to a trail that was not
     * initialized.
     *
     * @return false when it was already initialized
     * @throws AuditFailedException when the tables are not those of an empty trail
     */
    boolean begin();

    /**
     * The end of an {@link AuditTrail} at some time. Kept outside the database, it later proves that the trail still
     * contains this point, and was neither rolled back nor rewritten. It is not secret.
     *
     * @param entries number of entries
     * @param digest of the last entry; empty when there is none
     */
    record Head(long entries, String digest) {

        /**
         * Parses a text such as {@code 7:DIGEST}.
         *
         * @param text from {@link #toString()}
         * @return the head
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

        /** {@return the text form that {@link #parse} reads} */
        @Override
        public String toString() {
            return entries + ":" + digest;
        }
    }

    /**
     * Stores heads of an {@link AuditTrail} outside its database: in a file on another machine, an append-only log, a
     * mail. Called from time to time, after the commit and on the thread that wrote the entry: it must return quickly.
     * Its exceptions are logged and have no other effect.
     */
    @FunctionalInterface
    interface Heads {

        /**
         * Stores a head, in addition to the earlier ones or in their place.
         *
         * @param head the present head
         */
        void keep(Head head);
    }

    /** The result of a verification of an {@link AuditTrail}. */
    sealed interface Report {

        /**
         * Every entry is authentic, and none is missing.
         *
         * @param entries number of entries; never fewer than at an earlier verification
         * @param head digest of the last one; empty when there is none. Stored elsewhere, it later proves that the
         *     trail was not rolled back
         */
        record Intact(long entries, String head) implements Report {}

        /**
         * An entry, or the record of the end, is not authentic.
         *
         * @param entry number of the first entry that is not authentic, counted from 1
         * @param damage the kind of damage
         */
        record Broken(long entry, Damage damage) implements Report {}

        /**
         * The trail cannot be verified: an entry was written with a key that was not supplied.
         *
         * @param entry number of the first such entry, counted from 1; 0 for the end of the trail
         * @param keyId id of the missing key; empty where it is not known
         */
        record UnknownKey(long entry, String keyId) implements Report {}

        /** Kinds of damage. */
        enum Damage {
            /** An entry is missing. */
            MISSING,
            /** An entry was changed, inserted or moved. */
            CHANGED,
            /** The record of the end was changed, or the trail was truncated. */
            END_CHANGED,
            /** There are entries after the end. */
            BEYOND_END,
            /** The record of the end is missing: removed, or moved to another number. */
            END_MISSING,
            /** There is more than one record of the end. */
            END_TWICE,
            /** The trail was never initialized, or was emptied together with the record of its end. */
            NOT_BEGUN,
            /** The entry of that number is missing, or differs from a head that was kept elsewhere. */
            SET_BACK
        }
    }
}
