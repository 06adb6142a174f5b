package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.sql.Rows.micros;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.ProjectedRow;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.AbstractDevice;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.DeviceId;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.DeviceStore;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewDevice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Devices in a transaction. */
final class JpaDeviceStore implements DeviceStore {

    private final Rows rows;
    private final HostModel host;
    private final @Nullable HostEntity<AbstractDevice<AbstractUser>> kept;

    JpaDeviceStore(Rows rows, HostModel host) {
        this.rows = rows;
        this.host = host;
        this.kept = host.device();
    }

    @Override
    public boolean isMapped() {
        return kept != null;
    }

    @Override
    public Optional<DeviceId> byToken(UserId user, String token) {
        return holders(token, null).stream()
                .filter(holder -> holder.isDeviceOf(user, token))
                .findFirst()
                .map(Holder::device);
    }

    @Override
    public DeviceId link(UserId user, DeviceInfo info, Instant now) {
        List<Holder> holders = holders(info.token(), info.notificationToken());
        String push = info.notificationToken();
        if (push != null && holders.stream().anyMatch(holder -> holder.isReachedBeside(user, push))) {
            silenceOthers(user, push, now);
        }
        Optional<Holder> known = holders.stream()
                .filter(holder -> holder.isDeviceOf(user, info.token()))
                .findFirst()
                .or(() -> holders.stream()
                        .filter(holder -> holder.isReached(user, push))
                        .findFirst());
        known.ifPresent(holder -> relink(holder, info, now));
        return known.map(Holder::device).orElseGet(() -> add(new NewDevice(user, info, now, RowTimes.fresh(now))));
    }

    private DeviceId add(NewDevice device) {
        return new DeviceId(rows.insert(new NewRows(rows, host).device(device)));
    }

    /** The device has changed hands: what the former holder gets must not show up on it. */
    private void silenceOthers(UserId user, String push, Instant now) {
        rows.update(device().update("x.notificationToken = null, x.modifiedAt = :now")
                        + "x.notificationToken = :push and " + host.user().id("x.user") + " <> :user")
                .setParameter("now", micros(now))
                .setParameter("push", push)
                .setParameter("user", user.key())
                .executeUpdate();
    }

    /**
     * The owners of devices with that token or that push token: one statement, so that the usual link needs but one
     * more.
     */
    private List<Holder> holders(@Nullable String token, @Nullable String push) {
        return rows
                .select("select " + device().id("d") + ", " + host.user().id("d.user")
                        + ", d.token, d.notificationToken, d.deletedAt from " + device().name()
                        + " d where d.token = :token or d.notificationToken = :push order by " + device().id("d"))
                .setParameter("token", token)
                .setParameter("push", push)
                .getResultList()
                .stream()
                .map(Holder::read)
                .toList();
    }

    private void relink(Holder known, DeviceInfo info, Instant now) {
        rows.update(device().update("x.platform = :platform, x.name = :name, x.token = :token,"
                                + " x.notificationToken = :push, x.linkedAt = :now, x.modifiedAt = :now")
                        + device().id("x") + " = :id")
                .setParameter("platform", info.platform())
                .setParameter("name", info.name())
                .setParameter("token", info.token() == null ? known.token() : info.token())
                .setParameter("push", info.notificationToken())
                .setParameter("now", micros(now))
                .setParameter("id", known.device().key())
                .executeUpdate();
    }

    private HostEntity<AbstractDevice<AbstractUser>> device() {
        if (kept == null) {
            throw new IllegalStateException("the host keeps no devices: no entity extends AbstractDevice");
        }
        return kept;
    }

    /** A device row of some user. */
    private record Holder(
            DeviceId device,
            UserId user,
            @Nullable String token,
            @Nullable String push,
            boolean deleted) {

        static Holder read(@Nullable Object[] row) {
            ProjectedRow cells = new ProjectedRow(row, 0);
            return new Holder(
                    new DeviceId(cells.required(Object.class)),
                    new UserId(cells.required(Object.class)),
                    cells.text(),
                    cells.text(),
                    cells.instant() != null);
        }

        boolean isDeviceOf(UserId owner, @Nullable String name) {
            return name != null && name.equals(token) && user.equals(owner) && !deleted;
        }

        boolean isReached(UserId owner, @Nullable String address) {
            return address != null && address.equals(push) && user.equals(owner) && !deleted;
        }

        boolean isReachedBeside(UserId owner, String address) {
            return address.equals(push) && !user.equals(owner);
        }
    }
}
