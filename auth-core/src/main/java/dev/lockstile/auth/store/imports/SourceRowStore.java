package dev.lockstile.auth.store.imports;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The archive of a former system's rows, each beside its entry in the ledger; in a transaction. */
public interface SourceRowStore {

    /**
     * Keeps rows, each in place of the one kept of that entry before. They go with their entries, see
     * {@link LedgerStore#forget}.
     *
     * @param kept rows, sealed
     */
    void keep(List<ArchivedSourceRow> kept);

    /**
     * {@return a page of the rows kept of a system, in the order of their keys; empty behind the last}
     *
     * @param system the former system's name
     * @param after the key of the last one of the page before; empty for the first page
     * @param limit at most this many
     */
    List<ArchivedSourceRow> ofSystem(String system, String after, int limit);

    /**
     * {@return the row kept of that entry; empty when none is}
     *
     * @param linkKey of the entry
     */
    Optional<ArchivedSourceRow> byKey(String linkKey);

    /**
     * Forgets the rows kept of these entries.
     *
     * @param linkKeys of the entries
     * @return how many there were
     */
    int drop(Collection<String> linkKeys);

    /**
     * A row of a former system as it was when it came, kept beside its entry in the ledger.
     *
     * @param linkKey of the entry
     * @param system the former system's name
     * @param runId the run that kept it
     * @param keptAt when it was kept
     * @param text the row in the importer's own words, sealed
     */
    record ArchivedSourceRow(String linkKey, String system, String runId, Instant keptAt, String text) {

        @Override
        public String toString() {
            return "ArchivedSourceRow[" + linkKey + "]";
        }
    }
}
