package dev.lockstile.auth.cutover.writeback;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.ledger.LedgerKey;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.model.AbstractLegacyLink;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import jakarta.persistence.metamodel.EntityType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the state of a changed user and the keys of its legacy rows, in the transaction under way. */
final class ChangedUserReader {

    /** The kind of old rows that became profiles. */
    private static final String PROFILES = "profiles";

    private final JpaAuthStore store;
    private final ChangeLog changeLog;
    private final LegacySystem old;
    private final IdentifierRules rules;
    private final String ledger;

    ChangedUserReader(WriteBack.Host host, ChangeLog changeLog, LegacySystem old) {
        this.store = host.store();
        this.rules = host.rules();
        this.changeLog = changeLog;
        this.old = old;
        this.ledger = host.entities().getMetamodel().getEntities().stream()
                .filter(entity -> AbstractLegacyLink.class.isAssignableFrom(entity.getJavaType()))
                .map(EntityType::getName)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "write-back sync needs the ledger: no entity extends AbstractLegacyLink"));
    }

    /**
     * The state to send.
     *
     * @param changes the changes that it covers
     * @param person null when nothing is to be sent
     * @param obstacle why it cannot be sent; null when it can
     */
    record PendingState(
            List<ChangeLog.Change> changes,
            @Nullable UserState person,
            @Nullable String obstacle) {}

    /** The changes first, then the state: what was noted is in it, and perhaps more, which then comes once again. */
    PendingState read(AuthTx tx, ChangeLog.Lease lease) {
        List<ChangeLog.Change> changes = changeLog.changesOf(lease.user());
        Optional<UserId> user = store.userId(lease.user());
        if (changes.isEmpty() || user.isEmpty()) {
            return new PendingState(changes, null, user.isEmpty() ? "no_such_key" : null);
        }
        Set<String> kinds = new HashSet<>(old.otherPeople());
        kinds.add(old.entity());
        List<LegacyIdentity> rows = legacyRows(lease.user(), kinds);
        List<String> ids = rows.stream()
                .filter(row -> row.entity().equals(old.entity()))
                .map(LegacyIdentity::legacyId)
                .toList();
        if (ids.size() > 1) {
            return new PendingState(changes, null, "several_legacy_rows");
        }
        if (ids.isEmpty() && !rows.isEmpty()) {
            return new PendingState(changes, null, "in_another_table");
        }
        UserState state = state(tx, lease, changes, ids.isEmpty() ? null : ids.get(0));
        boolean stranger = state.legacyId() == null && !state.isClosed() && !state.isProven();
        return new PendingState(changes, stranger ? null : state, null);
    }

    private UserState state(
            AuthTx tx, ChangeLog.Lease lease, List<ChangeLog.Change> changes, @Nullable String legacyId) {
        UserId user = store.userId(lease.user()).orElseThrow();
        StoredUser account = tx.users()
                .byId(user)
                .or(() -> tx.users().deleted(user))
                .map(this::checked)
                .orElse(null);
        Set<UserState.Change> kinds =
                changes.stream().map(ChangeLog.Change::change).collect(Collectors.toSet());
        Instant latest = changes.stream()
                .map(ChangeLog.Change::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new UserState(user, lease.number(), latest, legacyId, legacyProfile(account), kinds, account);
    }

    /** The store of the host is read as it is: what another application wrote since the proof is not the person's. */
    private StoredUser checked(StoredUser account) {
        return account.with(account.info().with(rules.checked(account.info().identifiers(), account.keys())));
    }

    private @Nullable String legacyProfile(@Nullable StoredUser account) {
        List<LegacyIdentity> rows = UserState.defaultProfile(account)
                .map(profile -> legacyRows(profile.id().toString(), Set.of(PROFILES)))
                .orElse(List.of());
        return rows.size() == 1 ? rows.get(0).legacyId() : null;
    }

    /** Enters rows that were made over there, so that no import and no adoption takes them for a stranger's. */
    void enter(AuthTx tx, UserState person, LegacySystem.Delivery.Stored written, Instant now) {
        if (person.legacyId() == null) {
            enter(
                    tx,
                    new LegacyIdentity(old.entity(), written.legacyId(), false),
                    person.user().toString(),
                    now);
        }
        String profile = written.legacyProfileId();
        if (person.legacyProfileId() == null && profile != null) {
            person.defaultProfile()
                    .ifPresent(mine -> enter(
                            tx,
                            new LegacyIdentity(PROFILES, profile, false),
                            mine.id().toString(),
                            now));
        }
    }

    private void enter(AuthTx tx, LegacyIdentity there, String localRef, Instant now) {
        LegacyOrigin origin = new LegacyOrigin(
                old.system(), there.entity(), there.legacyId(), Ledger.WRITTEN_FROM_HERE, Ledger.WRITTEN_FROM_HERE);
        String key = LedgerKey.of(origin);
        if (tx.legacy().byKeys(List.of(key)).isEmpty()) {
            tx.legacy().insert(key, origin, localRef, now);
        }
    }

    private record LegacyIdentity(String entity, String legacyId, boolean merged) {}

    /**
     * The rows that became the row here, and those that were written from here. A second row, which was merged, may be
     * a stranger's and counts only where there is no other: an import in place notes no row as created, and a person
     * who registered here has none.
     */
    private List<LegacyIdentity> legacyRows(String localRef, Set<String> kinds) {
        List<LegacyIdentity> rows = enteredRows(localRef, kinds);
        List<LegacyIdentity> own = rows.stream().filter(row -> !row.merged()).toList();
        return own.isEmpty() ? rows : own;
    }

    private List<LegacyIdentity> enteredRows(String localRef, Set<String> kinds) {
        String select = "select l.entity, l.legacyId, l.localModifiedAt, l.runId from " + ledger
                + " l where l.localRef = :user and l.sourceSystem = :system and l.entity in (:kinds)";
        List<LegacyIdentity> rows = new ArrayList<>();
        store.transactionUnderWay()
                .createQuery(select, Object[].class)
                .setParameter("user", localRef)
                .setParameter("system", old.system())
                .setParameter("kinds", kinds)
                .getResultList()
                .forEach(row -> rows.add(new LegacyIdentity(
                        (String) row[0], (String) row[1], Ledger.isMerged((String) row[3], (Instant) row[2]))));
        return rows;
    }
}
