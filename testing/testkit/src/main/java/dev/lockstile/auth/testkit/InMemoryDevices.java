package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.DeviceId;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.DeviceStore;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewDevice;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Devices in a transaction. */
final class InMemoryDevices implements DeviceStore {

    private final TableViews views;

    InMemoryDevices(TableViews views) {
        this.views = views;
    }

    @Override
    public boolean isMapped() {
        return true;
    }

    @Override
    public Optional<DeviceId> byToken(UserId user, String token) {
        return own(user, Tables.DEVICE_TOKEN, token).map(DeviceRow::id);
    }

    @Override
    public DeviceId link(UserId user, DeviceInfo info, Instant now) {
        String push = info.notificationToken();
        if (push != null) {
            views.devices.updateAll(
                    Tables.DEVICE_PUSH, push, row -> !row.user().equals(user), row -> row.unlinked(now));
        }
        return own(user, Tables.DEVICE_TOKEN, info.token())
                .or(() -> own(user, Tables.DEVICE_PUSH, push))
                .map(row -> relink(row, info, now))
                .orElseGet(() -> insert(new NewDevice(user, info, now, RowTimes.fresh(now))));
    }

    /** Adds a device. */
    DeviceId insert(NewDevice device) {
        return new DeviceId(views.devices.insert(key ->
                new DeviceRow(new DeviceId(key), device.user(), device.info(), device.linkedAt(), device.times())));
    }

    private Optional<DeviceRow> own(UserId user, Column<DeviceRow> column, @Nullable String value) {
        return value == null
                ? Optional.empty()
                : views.devices
                        .rows(column, value)
                        .filter(row -> row.user().equals(user) && !row.isDeleted())
                        .findFirst();
    }

    private DeviceId relink(DeviceRow row, DeviceInfo info, Instant now) {
        views.devices.update((Long) row.id().key(), any -> true, same -> same.linked(info, now));
        return row.id();
    }
}
