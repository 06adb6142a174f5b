package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.HostColumnStore;
import dev.lockstile.auth.store.ProfileStore.Owned;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The host's own columns in a transaction: every attribute there is, and new rows hold nothing in them. */
record InMemoryHostColumns(TableViews views) implements HostColumnStore {

    @Override
    public Map<String, Object> ofUser(UserId user, Set<String> attributes) {
        UserRow row = views.users.get(key(user.key()));
        return row == null || row.isDeleted() ? Map.of() : held(user, attributes);
    }

    @Override
    public Map<ProfileId, Map<String, Object>> ofProfiles(Collection<ProfileId> profiles, Set<String> attributes) {
        Map<ProfileId, Map<String, Object>> found = new LinkedHashMap<>();
        for (ProfileId profile : profiles) {
            ProfileRow row = views.profiles.get(key(profile.key()));
            if (row != null && !row.isDeleted()) {
                found.put(profile, held(profile, attributes));
            }
        }
        return found;
    }

    @Override
    public boolean writeUser(UserId user, Map<String, @Nullable Object> values, Instant now) {
        boolean there = new InMemoryUsers(views).lock(user, now);
        if (there) {
            write(user, values);
        }
        return there;
    }

    @Override
    public boolean writeProfile(Owned profile, Map<String, @Nullable Object> values, Instant now) {
        ProfileRow row = views.profiles.get(key(profile.id().key()));
        boolean there = row != null && !row.isDeleted() && row.info().user().equals(profile.user());
        if (there) {
            write(profile.id(), values);
        }
        return there;
    }

    @Override
    public boolean resetUser(UserId user, Set<String> attributes, Instant now) {
        Map<String, @Nullable Object> empty = new LinkedHashMap<>();
        attributes.forEach(attribute -> empty.put(attribute, null));
        return writeUser(user, empty, now);
    }

    private Map<String, Object> held(Object owner, Set<String> attributes) {
        Map<String, Object> held = new LinkedHashMap<>();
        views.hostColumns
                .first(Tables.COLUMNS_OWNER, owner)
                .ifPresent(row -> row.values().forEach((name, value) -> {
                    if (value != null && attributes.contains(name)) {
                        held.put(name, value);
                    }
                }));
        return held;
    }

    private void write(Object owner, Map<String, @Nullable Object> values) {
        List<Long> keys = views.hostColumns.keys(Tables.COLUMNS_OWNER, owner);
        if (keys.isEmpty()) {
            views.hostColumns.insert(any -> new HostColumnsRow(owner, values));
        } else {
            views.hostColumns.update(keys.get(0), any -> true, row -> row.with(values));
        }
    }

    private static long key(Object key) {
        return key instanceof Long number ? number : -1;
    }
}
