package dev.lockstile.auth.imports.internal.engine.write;

import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.report.QuarantineReason;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.LedgerStore.LinkedTable;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Old ids that become the keys of users here. The generator of other keys is moved beyond them before the first
 * row is written, and once more behind the last, so that none of them is given again; but keys that a running node has
 * drawn beforehand cannot be called back. A dry run of several tables holds the ids of all new people.
 */
public final class KeptIds {

    /** Reason: an account here has or had the key, or a row of another old table gets it. */
    static final String TAKEN = QuarantineReason.ID_TAKEN.code();

    /** Reason: the host's keys cannot hold the old id, or nothing would be left for those who come later. */
    static final String IMPOSSIBLE = QuarantineReason.ID_NOT_POSSIBLE.code();

    /** What names rows of other tables, whose keys may be the same numbers. */
    private static final Set<String> NO_USERS =
            Set.of(Entity.PROFILES.text(), Entity.ADDED_PROFILES.text(), Entity.DEVICES.text());

    /** So large a part of a type's numbers is left to those who come later: one in a hundred. */
    private static final int ROOM = 100;

    private final AuthStore store;
    private final boolean wanted;
    private final boolean dryRun;
    private final Set<String> tables = new HashSet<>();
    private final Map<String, String> tablesInDryRun = new ConcurrentHashMap<>();
    private long highest;
    private @Nullable UserId ofHighest;

    private KeptIds(AuthStore store, boolean wanted, boolean dryRun) {
        this.store = store;
        this.wanted = wanted;
        this.dryRun = dryRun;
    }

    public static KeptIds of(AuthStore store, ImportOptions options) {
        return new KeptIds(store, options.keepIds(), options.dryRun());
    }

    /** The host makes all keys. */
    public static KeptIds none(AuthStore store) {
        return new KeptIds(store, false, false);
    }

    boolean areWanted() {
        return wanted;
    }

    /** @throws IllegalArgumentException when the host's users cannot have them; nothing was written */
    public void require() {
        if (wanted && !store.<Boolean>alone(tx -> ImportTx.in(tx).inserts().takesKeys())) {
            throw new IllegalArgumentException("the ids of the old system cannot be kept: the host's users are written"
                    + " by more than an INSERT (callbacks, a version, several tables), what counts their keys cannot be"
                    + " moved on, or they lie on the old tables, whose ids they have anyway; nothing was written");
        }
    }

    /** Notes the id of a user who may be imported. For one thread. */
    public void see(UserDraft user) {
        if (wanted && user.refusal() == null) {
            tables.add(user.origin().entity().text());
            id(user.origin())
                    .filter(id -> id.key() instanceof Number number && number.longValue() > highest)
                    .ifPresent(id -> {
                        highest = ((Number) id.key()).longValue();
                        ofHighest = id;
                    });
        }
    }

    /** Moves the generator of keys beyond the highest id noted, so that it gives none of them to another account. */
    public void reserve() {
        if (wanted && !dryRun) {
            store.alone(tx -> {
                ImportTx.in(tx).inserts().reserveKeysUpTo(ofHighest);
                return true;
            });
        }
    }

    /**
     * The old ids among these that an account here has as a key, or had: while the ledger names a key, what the old
     * system of its former owner gave out (tokens, content) leads to it.
     */
    public Set<String> taken(AuthTx tx, Collection<String> legacyIds) {
        if (!wanted || legacyIds.isEmpty()) {
            return Set.of();
        }
        Set<String> taken = new HashSet<>(
                ImportTx.in(tx).ledger().owners(LinkedTable.USER, legacyIds).keySet());
        ImportTx.in(tx).ledger().naming(legacyIds).stream()
                .filter(row -> !NO_USERS.contains(row.entry().origin().entity()))
                .forEach(row -> taken.add(String.valueOf(row.entry().localRef())));
        return taken;
    }

    /** Why a user cannot have the old id; null when it can be, or it is not asked for. */
    @Nullable
    public Finding obstacle(Origin user, Set<String> taken) {
        if (!wanted) {
            return null;
        }
        if (id(user).isEmpty()) {
            return new Finding(IMPOSSIBLE, "id", "no key of the host, or too near to the last one");
        }
        return taken.contains(user.legacyId()) || isPromised(user)
                ? new Finding(TAKEN, "id", "another user has it as a key, or had it and the ledger says so")
                : null;
    }

    /** A dry run writes nothing that a row of a further table could find. */
    private boolean isPromised(Origin user) {
        String table = user.entity().text();
        return dryRun
                && tables.size() > 1
                && !table.equals(tablesInDryRun.computeIfAbsent(user.legacyId(), any -> table));
    }

    private Optional<UserId> id(Origin user) {
        return store.userId(user.legacyId()).filter(id -> isPossible(id.key()));
    }

    /** What counts keys begins at one, and must not end with the old ids: no registration could succeed. */
    private static boolean isPossible(Object key) {
        if (!(key instanceof Number number)) {
            return true;
        }
        long most = key instanceof Integer ? Integer.MAX_VALUE : Long.MAX_VALUE;
        return number.longValue() > 0 && number.longValue() <= most - most / ROOM;
    }

    /** Those of users who have no obstacle. */
    List<UserId> ids(List<PersonPlan> personImport) {
        return personImport.stream()
                .map(plan -> id(plan.origin()).orElseThrow())
                .toList();
    }
}
