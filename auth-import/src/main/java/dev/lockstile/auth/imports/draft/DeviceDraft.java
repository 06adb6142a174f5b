package dev.lockstile.auth.imports.draft;

import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.util.List;

/** An old device. */
public record DeviceDraft(Origin origin, DeviceInfo info, Instant linkedAt, RowTimes times, List<Finding> findings)
        implements OwnedRow {

    public DeviceDraft {
        findings = List.copyOf(findings);
    }

    @Override
    public String toString() {
        return "DeviceDraft[" + origin.legacyId() + "]";
    }
}
