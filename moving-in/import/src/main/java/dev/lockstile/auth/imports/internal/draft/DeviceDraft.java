package dev.lockstile.auth.imports.internal.draft;

import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.util.List;

/**
 * An old device.
 *
 * @param origin the old row
 * @param info what is known of the device
 * @param linkedAt when it was linked with the account
 * @param times when the row came to be, changed and was deleted
 * @param findings what was not taken over as it stood
 */
public record DeviceDraft(Origin origin, DeviceInfo info, Instant linkedAt, RowTimes times, List<Finding> findings)
        implements OwnedRow {

    /**
     * Copies the findings.
     *
     * @param origin the old row
     * @param info what is known of the device
     * @param linkedAt when it was linked with the account
     * @param times when the row came to be, changed and was deleted
     * @param findings what was not taken over as it stood
     */
    public DeviceDraft {
        findings = List.copyOf(findings);
    }

    @Override
    public String toString() {
        return "DeviceDraft[" + origin.legacyId() + "]";
    }
}
