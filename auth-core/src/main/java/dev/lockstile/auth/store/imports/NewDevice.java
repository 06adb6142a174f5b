package dev.lockstile.auth.store.imports;

import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;

/**
 * A device to be added as it stood in a former system.
 *
 * @param user whose it is
 * @param info what the client said of itself
 * @param linkedAt when a sign-in last named it
 * @param times when the row came to be, changed last and was deleted
 */
public record NewDevice(UserId user, DeviceInfo info, Instant linkedAt, RowTimes times) {}
