package dev.lockstile.auth.jpa.internal.imports;

import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.jpa.internal.store.NewRows;
import dev.lockstile.auth.model.DeviceId;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.imports.BulkInsertStore;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewDevice;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewSocial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows added many at once, in a transaction. */
record JpaBulkInsertStore(Rows rows, HostModel host) implements BulkInsertStore {

    @Override
    public List<UserId> insertUsers(List<NewUser> users) {
        return rows.insertAll(users.stream().map(made()::user).toList()).stream()
                .map(UserId::new)
                .toList();
    }

    @Override
    public boolean takesKeys() {
        return keys().areTaken();
    }

    @Override
    public void insertUsersAs(List<UserId> keys, List<NewUser> users) {
        keys().insert(keys, users.stream().map(made()::user).toList());
    }

    @Override
    public void reserveKeysUpTo(@Nullable UserId highest) {
        keys().reserveUpTo(highest);
    }

    @Override
    public boolean makesKeysInUse() {
        return keys().areMadeTwice();
    }

    @Override
    public List<ProfileId> insertProfiles(List<NewProfile> profiles) {
        return rows.insertAll(profiles.stream().map(made()::profile).toList()).stream()
                .map(ProfileId::new)
                .toList();
    }

    @Override
    public List<DeviceId> insertDevices(List<NewDevice> devices) {
        return rows.insertAll(devices.stream().map(made()::device).toList()).stream()
                .map(DeviceId::new)
                .toList();
    }

    @Override
    public boolean keepsSocials() {
        return host.social() != null;
    }

    @Override
    public void insertSocials(List<NewSocial> links) {
        rows.insertAll(links.stream().map(made()::social).toList());
    }

    private NewRows made() {
        return new NewRows(rows, host);
    }

    private UserKeys keys() {
        return new UserKeys(rows, host);
    }
}
