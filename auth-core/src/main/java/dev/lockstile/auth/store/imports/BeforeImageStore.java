package dev.lockstile.auth.store.imports;

import dev.lockstile.auth.store.KeyTakenException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** How rows were before a run of an import changed them, in a transaction. */
public interface BeforeImageStore {

    /**
     * Keeps how rows were before the run changed them; a row kept already ends the work with {@link KeyTakenException}.
     *
     * @param runId of the run that keeps them
     * @param images how the rows were
     */
    void keep(String runId, List<BeforeImage> images);

    /**
     * {@return the images of these entries that the run keeps}
     *
     * @param runId of the run that keeps them
     * @param linkKeys of their entries in the ledger
     */
    List<BeforeImage> kept(String runId, Collection<String> linkKeys);

    /**
     * {@return the images a run keeps, in the order of their keys}
     *
     * @param runId of the run that keeps them
     * @param after the key of the last one of the page before; empty for the first page
     * @param limit at most this many
     */
    List<BeforeImage> kept(String runId, String after, int limit);

    /**
     * Forgets images of a run.
     *
     * @param runId of the run that keeps them
     * @param linkKeys of their entries in the ledger
     */
    void drop(String runId, Collection<String> linkKeys);

    /**
     * Forgets the images of all runs that began before that time.
     *
     * @param began the time
     * @return how many there were
     */
    int drop(Instant began);

    /**
     * How a row was before a run of an import changed it.
     *
     * @param linkKey of the row's entry in the ledger
     * @param fingerprint of the source row as the entry had it
     * @param writtenAt the time of change of the row here as the entry had it
     * @param row the row itself in the importer's own words, sealed if the host gave a key; empty when only the entry
     *     changed
     */
    record BeforeImage(String linkKey, String fingerprint, Instant writtenAt, String row) {

        @Override
        public String toString() {
            return "BeforeImage[" + linkKey + "]";
        }
    }
}
