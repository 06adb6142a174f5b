package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.store.LegacyEntry;
import java.time.Instant;

/** A row of the ledger of what came from a former system. */
record LegacyRow(String linkKey, LegacyEntry entry, Instant createdAt) {

    LegacyRow restated(String fingerprint, Instant writtenAt) {
        LegacyOrigin old = entry.origin();
        LegacyOrigin origin = new LegacyOrigin(old.system(), old.entity(), old.legacyId(), old.runId(), fingerprint);
        return new LegacyRow(linkKey, new LegacyEntry(origin, entry.localRef(), writtenAt), createdAt);
    }
}
