package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import java.time.Instant;

/** A row of the ledger of what came from a legacy system. */
record LegacyLinkRow(String linkKey, LegacyLinkInfo entry, Instant createdAt) {

    LegacyLinkRow restated(String fingerprint, Instant writtenAt) {
        LegacyOrigin old = entry.origin();
        LegacyOrigin origin = new LegacyOrigin(old.system(), old.entity(), old.legacyId(), old.runId(), fingerprint);
        return new LegacyLinkRow(linkKey, new LegacyLinkInfo(origin, entry.localRef(), writtenAt), createdAt);
    }
}
