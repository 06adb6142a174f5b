package dev.lockstile.auth.testkit;

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
record InMemoryBulkInserts(TableViews views) implements BulkInsertStore {

    @Override
    public List<UserId> insertUsers(List<NewUser> users) {
        return users.stream().map(new InMemoryUsers(views)::insert).toList();
    }

    @Override
    public boolean takesKeys() {
        return true;
    }

    @Override
    public void insertUsersAs(List<UserId> keys, List<NewUser> users) {
        for (int i = 0; i < keys.size(); i++) {
            views.users.insert((Long) keys.get(i).key(), UserRow.of(keys.get(i), users.get(i)));
        }
    }

    @Override
    public void reserveKeysUpTo(@Nullable UserId highest) {
        views.users.reserveUpTo(highest != null && highest.key() instanceof Long key ? key : 0);
    }

    @Override
    public boolean makesKeysInUse() {
        return views.users.makesKeysInUse();
    }

    @Override
    public List<ProfileId> insertProfiles(List<NewProfile> profiles) {
        return profiles.stream().map(new InMemoryProfiles(views)::insert).toList();
    }

    @Override
    public List<DeviceId> insertDevices(List<NewDevice> devices) {
        return devices.stream().map(new InMemoryDevices(views)::insert).toList();
    }

    @Override
    public boolean keepsSocials() {
        return true;
    }

    @Override
    public void insertSocials(List<NewSocial> links) {
        links.forEach(link -> views.socials.insert(key -> new SocialRow(link.user(), link.identity(), link.times())));
    }
}
