package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.DeviceId;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;

/** A row of the devices' table. */
record DeviceRow(DeviceId id, UserId user, DeviceInfo info, Instant linkedAt, RowTimes times) {

    boolean isDeleted() {
        return times.deletedAt() != null;
    }

    DeviceRow linked(DeviceInfo next, Instant at) {
        String token = next.token() == null ? info.token() : next.token();
        DeviceInfo now = new DeviceInfo(next.platform(), next.name(), token, next.notificationToken());
        return new DeviceRow(id, user, now, at, modified(at));
    }

    DeviceRow unlinked(Instant at) {
        DeviceInfo silent = new DeviceInfo(info.platform(), info.name(), info.token(), null);
        return new DeviceRow(id, user, silent, linkedAt, modified(at));
    }

    DeviceRow restoredAt(Instant at) {
        return new DeviceRow(id, user, info, linkedAt, new RowTimes(times.createdAt(), at, null, false));
    }

    DeviceRow ownedBy(UserId next, Instant at) {
        return new DeviceRow(id, next, info, linkedAt, modified(at));
    }

    DeviceRow deletedAt(Instant at) {
        return new DeviceRow(id, user, info, linkedAt, new RowTimes(times.createdAt(), at, at, true));
    }

    private RowTimes modified(Instant at) {
        return new RowTimes(times.createdAt(), at, times.deletedAt(), times.deletedByCascade());
    }
}
