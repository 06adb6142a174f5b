package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewDevice;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewSocial;
import dev.lockstile.auth.store.imports.ImportedRowStore;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows as an import wrote them, in a transaction. */
record InMemoryImportedRows(TableViews views) implements ImportedRowStore {

    @Override
    public Map<String, NewUser> users(Map<String, Instant> writtenAt) {
        Map<String, NewUser> found = new HashMap<>();
        writtenAt.forEach((text, at) -> {
            Long key = InMemoryImportedAccounts.key(text);
            UserRow row = key == null ? null : views.users.get(key);
            if (row != null && !row.touched()) {
                found.put(text, row.asAdded(at));
            }
        });
        return found;
    }

    @Override
    public Map<String, NewProfile> profiles(Map<String, Instant> writtenAt) {
        Map<String, NewProfile> found = new HashMap<>();
        writtenAt.forEach((text, at) -> {
            Long key = InMemoryImportedAccounts.key(text);
            ProfileRow row = key == null ? null : views.profiles.get(key);
            if (row != null && row.times().modifiedAt().equals(at)) {
                found.put(text, row.asAdded());
            }
        });
        return found;
    }

    @Override
    public Map<String, NewDevice> devices(Map<String, Instant> writtenAt) {
        Map<String, NewDevice> found = new HashMap<>();
        writtenAt.forEach((text, at) -> {
            Long key = InMemoryImportedAccounts.key(text);
            DeviceRow row = key == null ? null : views.devices.get(key);
            if (row != null && row.times().modifiedAt().equals(at)) {
                found.put(text, new NewDevice(row.user(), row.info(), row.linkedAt(), row.times()));
            }
        });
        return found;
    }

    @Override
    public List<NewSocial> socials(Collection<UserId> owners) {
        return owners.stream()
                .distinct()
                .flatMap(owner -> views.socials.rows(Tables.SOCIAL_USER, owner))
                .map(row -> new NewSocial(row.user(), row.identity().withoutIssuer(), row.times()))
                .toList();
    }

    @Override
    public Map<UserId, Long> defaultProfiles(Collection<UserId> owners) {
        Map<UserId, Long> found = new HashMap<>();
        for (UserId owner : owners) {
            long marked = views.profiles
                    .rows(Tables.PROFILE_USER, owner)
                    .filter(row -> !row.isDeleted() && row.info().status().isDefault())
                    .count();
            if (marked > 0) {
                found.put(owner, marked);
            }
        }
        return found;
    }
}
