package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.store.Rows.micros;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.model.AbstractDevice;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.DeviceId;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.DeviceStore;
import dev.lockstile.auth.store.RowTimes;
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
    public boolean isKept() {
        return kept != null;
    }

    @Override
    public boolean isLinked(UserId user, String token) {
        return kept != null && holders(token).stream().anyMatch(holder -> holder.isDeviceOf(user));
    }

    @Override
    public DeviceId link(UserId user, DeviceInfo info, Instant now) {
        String token = info.token();
        if (token == null) {
            return insert(user, info, now, RowTimes.fresh(now));
        }
        List<Holder> holders = holders(token);
        if (holders.stream().anyMatch(holder -> holder.isReachedBeside(user))) {
            silenceOthers(user, token, now);
        }
        Optional<DeviceId> known = holders.stream()
                .filter(holder -> holder.isDeviceOf(user))
                .findFirst()
                .map(Holder::device);
        known.ifPresent(id -> relink(id, info, now));
        return known.orElseGet(() -> insert(user, info, now, RowTimes.fresh(now)));
    }

    @Override
    public DeviceId insert(UserId user, DeviceInfo info, Instant linkedAt, RowTimes times) {
        AbstractDevice<AbstractUser> row = device().create();
        row.belongTo(rows.reference(host.user(), user.key()));
        row.link(info, linkedAt);
        RowLife.keep(row, times);
        return new DeviceId(rows.insert(row));
    }

    /** The device has changed hands: what the former holder gets must not show up on it. */
    private void silenceOthers(UserId user, String token, Instant now) {
        rows.update(device().update("x.notificationToken = null, x.modifiedAt = :now")
                        + "x.token = :token and x.notificationToken is not null and "
                        + host.user().id("x.user") + " <> :user")
                .setParameter("now", micros(now))
                .setParameter("token", token)
                .setParameter("user", user.key())
                .executeUpdate();
    }

    /** Whoever has a device of that token: one statement, so that the usual link needs but one more. */
    private List<Holder> holders(String token) {
        return rows
                .select("select " + device().id("d") + ", " + host.user().id("d.user")
                        + ", d.notificationToken, d.deletedAt from " + device().name()
                        + " d where d.token = :token order by " + device().id("d"))
                .setParameter("token", token)
                .getResultList()
                .stream()
                .map(Holder::read)
                .toList();
    }

    private void relink(DeviceId id, DeviceInfo info, Instant now) {
        rows.update(device().update("x.platform = :platform, x.name = :name,"
                                + " x.notificationToken = :push, x.linkedAt = :now, x.modifiedAt = :now")
                        + device().id("x") + " = :id")
                .setParameter("platform", info.platform())
                .setParameter("name", info.name())
                .setParameter("push", info.notificationToken())
                .setParameter("now", micros(now))
                .setParameter("id", id.key())
                .executeUpdate();
    }

    private HostEntity<AbstractDevice<AbstractUser>> device() {
        if (kept == null) {
            throw new IllegalStateException("the host keeps no devices: no entity extends AbstractDevice");
        }
        return kept;
    }

    /** A device row of some user. */
    private record Holder(DeviceId device, UserId user, boolean reached, boolean deleted) {

        static Holder read(@Nullable Object[] row) {
            Cells cells = new Cells(row, 0);
            return new Holder(
                    new DeviceId(cells.required(Object.class)),
                    new UserId(cells.required(Object.class)),
                    cells.text() != null,
                    cells.instant() != null);
        }

        boolean isDeviceOf(UserId owner) {
            return user.equals(owner) && !deleted;
        }

        boolean isReachedBeside(UserId owner) {
            return reached && !user.equals(owner);
        }
    }
}
