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
 * Source ids that become the keys of users in the target. The generator of other keys is moved beyond them before the
 * first row is written, and once more after the last, so that it repeats none; keys that a running node has drawn
 * before are not affected. A dry run of several tables holds the ids of all new people in memory.
 */
public final class KeptIds {

    /** Reason: an account of the target has or had the key, or a row of another source table gets it. */
    static final String TAKEN = QuarantineReason.ID_TAKEN.code();

    /** Reason: the host's keys cannot hold the source id, or too few keys would be left for later accounts. */
    static final String IMPOSSIBLE = QuarantineReason.ID_NOT_POSSIBLE.code();

    /** Kinds of rows in other tables than the users', whose keys may be the same numbers. */
    private static final Set<String> OTHER_TABLES =
            Set.of(Entity.PROFILES.text(), Entity.ADDED_PROFILES.text(), Entity.DEVICES.text());

    /** One in this many keys of the type is left to the generator, for later accounts. */
    private static final int RESERVED_PART = 100;

    private final AuthStore store;
    private final boolean wanted;
    private final boolean dryRun;
    private final Set<String> tables = new HashSet<>();
    private final Map<String, String> tablesInDryRun = new ConcurrentHashMap<>();
    private long highest;
    private @Nullable UserId highestKey;

    private KeptIds(AuthStore store, boolean wanted, boolean dryRun) {
        this.store = store;
        this.wanted = wanted;
        this.dryRun = dryRun;
    }

    public static KeptIds of(AuthStore store, ImportOptions options) {
        return new KeptIds(store, options.keepIds(), options.dryRun());
    }

    /** Returns ids for an import in which the host generates all keys. */
    public static KeptIds none(AuthStore store) {
        return new KeptIds(store, false, false);
    }

    boolean areWanted() {
        return wanted;
    }

    /** @throws IllegalArgumentException when the host's users cannot take source ids as keys; nothing was written */
    public void require() {
        if (wanted && !store.<Boolean>alone(tx -> ImportTx.in(tx).inserts().takesKeys())) {
            throw new IllegalArgumentException("the ids of the old system cannot be kept: the host's users are written"
                    + " by more than an INSERT (callbacks, a version, several tables), what counts their keys cannot be"
                    + " moved on, or they lie on the old tables, whose ids they have anyway; nothing was written");
        }
    }

    /** Records the id of a user who may be imported. For one thread. */
    public void see(UserDraft user) {
        if (wanted && user.refusal() == null) {
            tables.add(user.origin().entity().text());
            id(user.origin())
                    .filter(id -> id.key() instanceof Number number && number.longValue() > highest)
                    .ifPresent(id -> {
                        highest = ((Number) id.key()).longValue();
                        highestKey = id;
                    });
        }
    }

    /**
     * Moves the generator of keys beyond the highest id recorded. Does nothing in a dry run, and where ids are not
     * kept.
     */
    public void reserve() {
        if (wanted && !dryRun) {
            store.alone(tx -> {
                ImportTx.in(tx).inserts().reserveKeysUpTo(highestKey);
                return true;
            });
        }
    }

    /**
     * Returns the ids among these that an account of the target has or had as its key. While the ledger names a key,
     * tokens and content of the source system lead from it to its former owner.
     */
    public Set<String> taken(AuthTx tx, Collection<String> legacyIds) {
        if (!wanted || legacyIds.isEmpty()) {
            return Set.of();
        }
        Set<String> taken = new HashSet<>(
                ImportTx.in(tx).ledger().owners(LinkedTable.USER, legacyIds).keySet());
        ImportTx.in(tx).ledger().naming(legacyIds).stream()
                .filter(row -> !OTHER_TABLES.contains(row.entry().origin().entity()))
                .forEach(row -> taken.add(String.valueOf(row.entry().localRef())));
        return taken;
    }

    /** Returns why a user cannot have the source id as key; null when that is possible, or ids are not kept. */
    @Nullable
    public Finding obstacle(Origin user, Set<String> taken) {
        if (!wanted) {
            return null;
        }
        if (id(user).isEmpty()) {
            return new Finding(IMPOSSIBLE, "id", "no key of the host, or too near to the last one");
        }
        return taken.contains(user.legacyId()) || isTakenInDryRun(user)
                ? new Finding(TAKEN, "id", "another user has it as a key, or had it and the ledger says so")
                : null;
    }

    /**
     * Returns true when another table of this dry run has the id; a dry run writes no row in which it could be found.
     */
    private boolean isTakenInDryRun(Origin user) {
        String table = user.entity().text();
        return dryRun
                && tables.size() > 1
                && !table.equals(tablesInDryRun.computeIfAbsent(user.legacyId(), any -> table));
    }

    private Optional<UserId> id(Origin user) {
        return store.userId(user.legacyId()).filter(id -> isPossible(id.key()));
    }

    /**
     * Generated keys begin at 1. Some are left beyond the source ids, since no registration could succeed otherwise.
     */
    private static boolean isPossible(Object key) {
        if (!(key instanceof Number number)) {
            return true;
        }
        long most = key instanceof Integer ? Integer.MAX_VALUE : Long.MAX_VALUE;
        return number.longValue() > 0 && number.longValue() <= most - most / RESERVED_PART;
    }

    /** Returns the keys of users who have no obstacle. */
    List<UserId> ids(List<PersonPlan> plans) {
        return plans.stream().map(plan -> id(plan.origin()).orElseThrow()).toList();
    }
}
