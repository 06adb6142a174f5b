package dev.lockstile.auth.store.imports;

import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;

/** A device to be added as it stood in a former system. */
public record NewDevice(UserId user, DeviceInfo info, Instant linkedAt, RowTimes times) {}
