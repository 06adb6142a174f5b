package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.imports.LedgerStore.LinkedTable;
import dev.lockstile.auth.store.imports.WrittenRowStore.ImportedAccount;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes back what came with a run of an import, as long as it was not used. */
record InMemoryImportedAccounts(TableViews views) {

    boolean takeBack(ImportedAccount imported) {
        UserId user = imported.user();
        UserRow row = user.key() instanceof Long key ? views.users.get(key) : null;
        if (row == null || row.touched() || hasBeenIn(user) || isAnythingNew(imported)) {
            return false;
        }
        views.profiles.keys(Tables.PROFILE_USER, user).forEach(views.profiles::delete);
        views.devices.keys(Tables.DEVICE_USER, user).forEach(views.devices::delete);
        views.socials.keys(Tables.SOCIAL_USER, user).forEach(views.socials::delete);
        views.totps.keys(Tables.TOTP_USER, user).forEach(views.totps::delete);
        views.passkeys.keys(Tables.PASSKEY_USER, user).forEach(views.passkeys::delete);
        views.recoveryCodes.keys(Tables.RECOVERY_USER, user).forEach(views.recoveryCodes::delete);
        views.browsers.keys(Tables.BROWSER_USER, user).forEach(views.browsers::delete);
        views.apiKeys.keys(Tables.API_KEY_USER, user).forEach(views.apiKeys::delete);
        views.formerPasswords.keys(Tables.FORMER_USER, user).forEach(views.formerPasswords::delete);
        views.users.delete((Long) user.key());
        return true;
    }

    Map<String, UserId> owners(LinkedTable part, Collection<String> localRefs) {
        Map<String, UserId> owners = new HashMap<>();
        localRefs.forEach(ref -> {
            UserId owner = owner(part, key(ref));
            if (owner != null) {
                owners.put(ref, owner);
            }
        });
        return owners;
    }

    Set<String> live(Collection<String> localRefs) {
        return localRefs.stream()
                .filter(ref -> {
                    Long key = key(ref);
                    UserRow row = key == null ? null : views.users.get(key);
                    return row != null && !row.isDeleted();
                })
                .collect(Collectors.toSet());
    }

    boolean remove(LinkedTable part, String localRef, Instant writtenAt) {
        Long key = key(localRef);
        ProfileRow profile = part == LinkedTable.PROFILE && key != null ? views.profiles.get(key) : null;
        DeviceRow device = part == LinkedTable.DEVICE && key != null ? views.devices.get(key) : null;
        boolean spare = profile != null && !profile.info().status().isDefault() && isSame(profile.times(), writtenAt);
        if (key != null && spare) {
            views.profiles.delete(key);
            return true;
        }
        if (key != null && device != null && isSame(device.times(), writtenAt)) {
            views.devices.delete(key);
            return true;
        }
        return false;
    }

    private @Nullable UserId owner(LinkedTable part, @Nullable Long key) {
        if (key == null) {
            return null;
        }
        return switch (part) {
            case USER -> {
                UserRow row = views.users.get(key);
                yield row == null ? null : row.id();
            }
            case PROFILE -> {
                ProfileRow row = views.profiles.get(key);
                yield row == null ? null : row.info().user();
            }
            case DEVICE -> {
                DeviceRow row = views.devices.get(key);
                yield row == null ? null : row.user();
            }
        };
    }

    private boolean hasBeenIn(UserId user) {
        return !views.sessions.keys(Tables.SESSION_USER, user).isEmpty()
                || !views.codes.keys(Tables.CODE_USER, user).isEmpty();
    }

    private boolean isAnythingNew(ImportedAccount imported) {
        UserId user = imported.user();
        return views.profiles.rows(Tables.PROFILE_USER, user).anyMatch(row -> isNew(row.times(), imported))
                || views.devices.rows(Tables.DEVICE_USER, user).anyMatch(row -> isNew(row.times(), imported))
                || views.socials.rows(Tables.SOCIAL_USER, user).anyMatch(row -> isNew(row.times(), imported));
    }

    private boolean isNew(RowTimes times, ImportedAccount imported) {
        boolean cameSo = views.legacy
                .rows(Tables.LINK_RUN, imported.runId())
                .anyMatch(row -> times.modifiedAt().equals(row.entry().localModifiedAt()));
        return !times.modifiedAt().isBefore(imported.since()) && !cameSo;
    }

    private static boolean isSame(RowTimes times, Instant writtenAt) {
        return times.modifiedAt().equals(writtenAt);
    }

    static @Nullable Long key(String text) {
        return text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }
}
