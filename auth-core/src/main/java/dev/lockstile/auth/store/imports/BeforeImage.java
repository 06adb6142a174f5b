package dev.lockstile.auth.store.imports;

import java.time.Instant;

/**
 * How a row was before a run of an import changed it.
 *
 * @param linkKey of the row's entry in the ledger
 * @param fingerprint of the source row as the entry had it
 * @param writtenAt the time of change of the row here as the entry had it
 * @param row the row itself in the importer's own words, sealed if the host gave a key; empty when only the entry changed
 */
public record BeforeImage(String linkKey, String fingerprint, Instant writtenAt, String row) {

    @Override
    public String toString() {
        return "BeforeImage[" + linkKey + "]";
    }
}
