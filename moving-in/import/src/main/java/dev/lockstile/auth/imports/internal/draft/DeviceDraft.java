package dev.lockstile.auth.imports.internal.draft;

import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.util.List;

/**
 * A device of the source system.
 *
 * @param origin the source row
 * @param info what is known of the device
 * @param linkedAt when it was linked with the account
 * @param times when the row was created, changed and deleted
 * @param findings values that are not imported unchanged
 */
public record DeviceDraft(Origin origin, DeviceInfo info, Instant linkedAt, RowTimes times, List<Finding> findings)
        implements OwnedRow {

    /**
     * Copies the findings.
     *
     * @param origin the source row
     * @param info what is known of the device
     * @param linkedAt when it was linked with the account
     * @param times when the row was created, changed and deleted
     * @param findings values that are not imported unchanged
     */
    public DeviceDraft {
        findings = List.copyOf(findings);
    }

    @Override
    public String toString() {
        return "DeviceDraft[" + origin.legacyId() + "]";
    }
}
