package dev.lockstile.auth.store;

import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;

/** A device to be added as it stood in a former system. */
public record NewDevice(UserId user, DeviceInfo info, Instant linkedAt, RowTimes times) {}
