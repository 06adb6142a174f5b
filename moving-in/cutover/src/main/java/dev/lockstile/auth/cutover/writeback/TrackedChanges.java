package dev.lockstile.auth.cutover.writeback;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.ProfileStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which verbs of the store change what an old system has to hear, and about whom. */
final class TrackedChanges {

    static final Map<String, Set<UserState.Change>> USERS = Map.ofEntries(
            Map.entry("insert", Set.of(UserState.Change.IDENTITY)),
            Map.entry("claim", Set.of(UserState.Change.IDENTITY)),
            Map.entry("releaseUnproven", Set.of(UserState.Change.IDENTITY)),
            Map.entry("disown", Set.of(UserState.Change.IDENTITY)),
            Map.entry("changePassword", Set.of(UserState.Change.PASSWORD)),
            Map.entry("resetPassword", Set.of(UserState.Change.PASSWORD)),
            Map.entry("dropUnprovenPassword", Set.of(UserState.Change.PASSWORD)),
            Map.entry("eraseUnproven", Set.of(UserState.Change.IDENTITY, UserState.Change.PASSWORD)),
            Map.entry("setActive", Set.of(UserState.Change.STATUS)),
            Map.entry("disableUntil", Set.of(UserState.Change.STATUS)),
            Map.entry("softDelete", Set.of(UserState.Change.STATUS)),
            Map.entry(
                    "restore", Set.of(UserState.Change.IDENTITY, UserState.Change.PASSWORD, UserState.Change.STATUS)));

    static final Map<String, Set<UserState.Change>> PROFILES = Map.of(
            "insert", Set.of(UserState.Change.IDENTITY),
            "describe", Set.of(UserState.Change.IDENTITY),
            "assignRole", Set.of(UserState.Change.IDENTITY),
            "makeDefault", Set.of(UserState.Change.IDENTITY));

    static final Map<String, Set<UserState.Change>> INSERTS = Map.of(
            "insertUsers", Set.of(UserState.Change.IDENTITY),
            "insertUsersAs", Set.of(UserState.Change.IDENTITY),
            "insertProfiles", Set.of(UserState.Change.IDENTITY));

    static final Map<String, Set<UserState.Change>> WRITTEN = Map.of(
            "complete", Set.of(UserState.Change.IDENTITY),
            "completeDefaultProfile", Set.of(UserState.Change.IDENTITY));

    /**
     * What stays between this library and the person: reading, signing in, re-hashing, settings, and what becomes
     * another account's, of which no profile is a default one.
     */
    static final Set<String> SILENT_USERS = Set.of(
            "byKey",
            "byId",
            "deleted",
            "lock",
            "anySuperuser",
            "superusers",
            "recordLogin",
            "recordPasswordLogin",
            "upgradePassword",
            "replaceSettings",
            "moveOwned",
            "acceptTerms");

    /** Pictures, settings, and the deletion of a profile, which is never the default one. */
    static final Set<String> SILENT_PROFILES = Set.of("present", "replaceSettings", "delete");

    /** Keys, devices and accounts at other sites. */
    static final Set<String> SILENT_INSERTS = Set.of(
            "storedKey",
            "takesKeys",
            "reserveKeysUpTo",
            "makesKeysInUse",
            "insertDevices",
            "keepsSocials",
            "insertSocials");

    /** What an import changes or takes back of its own rows, which the old system has as they are. */
    static final Set<String> SILENT_WRITTEN =
            Set.of("untouched", "replace", "empty", "emptyDefaultProfile", "takeBack", "removePart", "removeSocial");

    private TrackedChanges() {}

    /** Whom a call was about; no user when it changed nothing. */
    static List<UserId> whom(@Nullable Object given, @Nullable Object result) {
        if (Boolean.FALSE.equals(result)) {
            return List.of();
        }
        return Stream.concat(owners(given), owners(result)).distinct().toList();
    }

    private static Stream<UserId> owners(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().flatMap(TrackedChanges::owners);
        }
        if (value instanceof UserId user) {
            return Stream.of(user);
        }
        if (value instanceof NewProfile profile) {
            return Stream.of(profile.user());
        }
        return value instanceof ProfileStore.Owned owned ? Stream.of(owned.user()) : Stream.empty();
    }
}
