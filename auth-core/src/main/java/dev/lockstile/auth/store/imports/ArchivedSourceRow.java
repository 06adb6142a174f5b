package dev.lockstile.auth.store.imports;

import java.time.Instant;

/**
 * A row of a former system as it was when it came, kept beside its entry in the ledger.
 *
 * @param linkKey of the entry
 * @param system the former system's name
 * @param runId the run that kept it
 * @param keptAt when it was kept
 * @param text the row in the importer's own words, sealed
 */
public record ArchivedSourceRow(String linkKey, String system, String runId, Instant keptAt, String text) {

    @Override
    public String toString() {
        return "ArchivedSourceRow[" + linkKey + "]";
    }
}
