package dev.lockstile.auth.store.imports;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The archive of a former system's rows, each beside its entry in the ledger; in a transaction. */
public interface SourceRowStore {

    /** Keeps rows, each in place of the one kept of that entry before. They go with their entries, see {@link LedgerStore#forget}. */
    void keep(List<ArchivedSourceRow> kept);

    /**
     * The rows kept of a system, in the order of their keys.
     *
     * @param after the key of the last one of the page before; empty for the first page
     */
    List<ArchivedSourceRow> ofSystem(String system, String after, int limit);

    /** The row kept of that entry. */
    Optional<ArchivedSourceRow> byKey(String linkKey);

    /** Forgets the rows kept of these entries; tells how many there were. */
    int drop(Collection<String> linkKeys);
}
