package dev.lockstile.auth.jpa.internal.imports;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.ProjectedRow;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewDevice;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewSocial;
import dev.lockstile.auth.store.imports.ImportedRowStore;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows as an import wrote them, in a transaction. */
record JpaImportedRowStore(Rows rows, HostModel host) implements ImportedRowStore {

    private static final String TIMES = ", r.createdAt, r.modifiedAt, r.deletedAt, r.deletedByCascade";

    @Override
    public Map<String, NewUser> users(Map<String, Instant> writtenAt) {
        return new ImportedUserRows(rows, host).untouched(writtenAt);
    }

    @Override
    public Map<String, NewProfile> profiles(Map<String, Instant> writtenAt) {
        return new ImportedProfileRows(rows, host).untouched(writtenAt);
    }

    @Override
    public Map<String, NewDevice> devices(Map<String, Instant> writtenAt) {
        HostEntity<?> device = host.device();
        if (device == null) {
            return new HashMap<>();
        }
        String cells = owner() + ", r.platform, r.name, r.token, r.notificationToken, r.linkedAt" + TIMES;
        return new UntouchedRows<>(rows, device, cells, JpaImportedRowStore::device, NewDevice::times).all(writtenAt);
    }

    @Override
    public List<NewSocial> socials(Collection<UserId> owners) {
        HostEntity<?> social = host.social();
        if (social == null || owners.isEmpty()) {
            return List.of();
        }
        return rows
                .select("select " + owner() + ", r.provider, r.providerUserId, r.email, r.emailVerified, r.pictureUrl,"
                        + " r.lastLoginAt" + TIMES + " from " + social.name() + " r where " + owner() + " in (:owners)")
                .setParameterList("owners", keys(owners))
                .getResultList()
                .stream()
                .map(row -> social(new ProjectedRow(row, 0)))
                .toList();
    }

    @Override
    public Map<UserId, Long> defaultProfiles(Collection<UserId> owners) {
        Map<UserId, Long> found = new HashMap<>();
        if (owners.isEmpty()) {
            return found;
        }
        rows.select("select " + owner() + ", count(*) from " + host.profile().name() + " r where " + owner()
                        + " in (:owners) and r.isDefault = true and r.deletedAt is null group by " + owner())
                .setParameterList("owners", keys(owners))
                .getResultList()
                .forEach(row -> read(new ProjectedRow(row, 0), found));
        return found;
    }

    private static void read(ProjectedRow cells, Map<UserId, Long> into) {
        into.put(new UserId(cells.required(Object.class)), cells.required(Long.class));
    }

    private String owner() {
        return host.user().id("r.user");
    }

    private static List<Object> keys(Collection<UserId> owners) {
        return owners.stream().map(UserId::key).distinct().toList();
    }

    private static NewDevice device(ProjectedRow cells) {
        UserId owner = new UserId(cells.required(Object.class));
        DeviceInfo info = new DeviceInfo(cells.text(), cells.text(), cells.text(), cells.text());
        return new NewDevice(owner, info, cells.requiredInstant(), times(cells));
    }

    private static NewSocial social(ProjectedRow cells) {
        UserId owner = new UserId(cells.required(Object.class));
        SocialIdentity identity = new SocialIdentity(
                cells.requiredText(), cells.requiredText(), cells.text(), cells.flag(), cells.text(), cells.instant());
        return new NewSocial(owner, identity, times(cells));
    }

    private static RowTimes times(ProjectedRow cells) {
        Instant createdAt = cells.requiredInstant();
        Instant modifiedAt = cells.requiredInstant();
        @Nullable Instant deletedAt = cells.instant();
        return new RowTimes(createdAt, modifiedAt, deletedAt, cells.flag());
    }
}
