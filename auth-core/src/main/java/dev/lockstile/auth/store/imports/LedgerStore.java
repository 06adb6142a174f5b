package dev.lockstile.auth.store.imports;

import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.imports.BeforeImageStore.BeforeImage;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ledger of rows that came from a former system, as a run writes it and a rollback reads it; in a transaction. */
public interface LedgerStore {

    /**
     * Adds entries, all or none; one that is there already ends the work with {@link KeyTakenException}.
     *
     * @param links to be added
     * @param now the time of the flow
     */
    void insertAll(List<KeyedLegacyLink> links, Instant now);

    /**
     * {@return a page of the entries that a run wrote, in the order of their keys; empty behind the last}
     *
     * @param runId of the run
     * @param after the key of the last one of the page before; empty for the first page
     * @param limit at most this many
     */
    List<KeyedLegacyLink> ofRun(String runId, String after, int limit);

    /**
     * {@return the entries that name rows of these textual keys, of whatever kind, whether the rows are still here or
     * not}
     *
     * @param localRefs textual keys
     */
    List<KeyedLegacyLink> naming(Collection<String> localRefs);

    /**
     * {@return the users to whom the rows of those textual keys belong, deleted ones among them; rows that are gone are
     * left out}
     *
     * @param part which table
     * @param localRefs textual keys of its rows
     */
    Map<String, UserId> owners(LinkedTable part, Collection<String> localRefs);

    /**
     * {@return the keys among these of users that are here and not deleted}
     *
     * @param localRefs textual keys of users
     */
    Set<String> live(Collection<String> localRefs);

    /**
     * Writes a new fingerprint and time of change into an entry, if the entry still has the fingerprint that was seen.
     * Nothing else of the entry changes.
     *
     * @param seen the entry as it was read
     * @param fingerprint digest of the source row that it stands for now
     * @param writtenAt the row's time of change that it stands for now
     * @return false when the entry is gone or stands for another source row by now
     */
    boolean restate(BeforeImage seen, String fingerprint, Instant writtenAt);

    /**
     * Removes entries, and the rows of the former system kept beside them; the rows here that they name stay.
     *
     * @param linkKeys of the entries
     */
    void forget(Collection<String> linkKeys);

    /**
     * An entry of the ledger with its unique key.
     *
     * @param linkKey digest of system, entity and legacy id
     * @param entry what the ledger says
     */
    record KeyedLegacyLink(String linkKey, LegacyLinkInfo entry) {

        /**
         * An entry to be added.
         *
         * @param linkKey digest of system, entity and legacy id
         * @param origin where the row comes from
         * @param localRef textual key of the row here; null when the source row was left out on purpose
         * @param localModifiedAt the row's own time of change as it was written: while it stays, the row is unchanged;
         *     null where the entry stands for a part of a row
         */
        public KeyedLegacyLink(
                String linkKey, LegacyOrigin origin, @Nullable String localRef, @Nullable Instant localModifiedAt) {
            this(linkKey, new LegacyLinkInfo(origin, localRef, localModifiedAt));
        }
    }

    /** Rows here that an entry of the ledger may name by their textual key. */
    enum LinkedTable {
        /** Users. */
        USER,
        /** Profiles. */
        PROFILE,
        /** Devices. */
        DEVICE
    }
}
