package dev.lockstile.auth.cutover.inplace;

import dev.lockstile.auth.imports.inplace.OverwrittenRows;
import dev.lockstile.auth.imports.ledger.LedgerKey;
import dev.lockstile.auth.model.DeviceId;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.Forwarding;
import dev.lockstile.auth.store.NewProfile;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.imports.BulkInsertStore;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewDevice;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewSocial;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.LedgerStore;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A transaction of an import in place. A user or profile that the import adds is kept back until its entry in the
 * ledger follows: only the entry tells the legacy id, which is the key of the row to write into. A profile without an
 * old row is inserted.
 */
final class InPlaceTx {

    private final AuthTx tx;
    private final AuthStore store;
    private final InPlaceRows.Open rows;
    private final TrackedRows tracked;
    private final String home;
    private final Deque<PendingRow> pendingUsers = new ArrayDeque<>();
    private final Deque<NewProfile> pendingProfiles = new ArrayDeque<>();
    private final Map<PendingRow, UserId> settled = new HashMap<>();
    private final Set<UserId> registeredHere = new HashSet<>();
    private final List<KeyedLegacyLink> addedEntries = new ArrayList<>();
    private int lastNumber;

    /** @param home what the import calls the rows that are the host's table of users */
    InPlaceTx(AuthTx tx, AuthStore store, InPlaceRows.Open rows, TrackedRows tracked, String home) {
        this.tx = tx;
        this.store = store;
        this.rows = rows;
        this.tracked = tracked;
        this.home = home;
    }

    AuthTx asTx() {
        ImportTx target = ImportTx.in(tx);
        BulkInsertStore inserts = Forwarding.replacing(BulkInsertStore.class, target.inserts(), new Inserts());
        LedgerStore ledger = Forwarding.replacing(LedgerStore.class, target.ledger(), new LedgerEntries());
        ImportTx imports = Forwarding.replacing(ImportTx.class, target, new ImportVerbs(inserts, ledger));
        return Forwarding.replacing(AuthTx.class, tx, new TxVerbs(imports));
    }

    /** What differs in the transaction: the stores of an import. */
    private final class TxVerbs {

        private final ImportTx imports;

        TxVerbs(ImportTx imports) {
            this.imports = imports;
        }

        Optional<?> extension(Class<?> type) {
            if (type == ImportTx.class) {
                return Optional.of(imports);
            }
            return type == OverwrittenRows.class ? Optional.of(tracked) : tx.extension(type);
        }
    }

    /** What differs in the stores of an import. */
    private static final class ImportVerbs {

        private final BulkInsertStore inserts;
        private final LedgerStore ledger;

        ImportVerbs(BulkInsertStore inserts, LedgerStore ledger) {
            this.inserts = inserts;
            this.ledger = ledger;
        }

        BulkInsertStore inserts() {
            return inserts;
        }

        LedgerStore ledger() {
            return ledger;
        }
    }

    /** Inserts that are kept back until the ledger tells the row to write into. */
    private final class Inserts {

        /** Each row has its key already. */
        boolean takesKeys() {
            return false;
        }

        UserId storedKey(UserId added) {
            return stored(added);
        }

        List<UserId> insertUsers(List<NewUser> users) {
            return addUsers(users);
        }

        List<ProfileId> insertProfiles(List<NewProfile> profiles) {
            return addProfiles(profiles);
        }

        List<DeviceId> insertDevices(List<NewDevice> devices) {
            return addDevices(devices);
        }

        /** They stay in their rows. */
        void insertSocials(List<NewSocial> links) {}
    }

    /** Entries, each of which tells the row that an insert was kept back for. */
    private final class LedgerEntries {

        void insertAll(List<KeyedLegacyLink> links, Instant now) {
            addEntries(links, now);
        }
    }

    private List<UserId> addUsers(List<NewUser> handed) {
        List<PendingRow> added =
                handed.stream().map(row -> new PendingRow(row, ++lastNumber)).toList();
        pendingUsers.addAll(added);
        return added.stream().map(UserId::new).toList();
    }

    private List<ProfileId> addProfiles(List<NewProfile> handed) {
        pendingProfiles.addAll(handed);
        return handed.stream().map(ProfileId::new).toList();
    }

    private static List<DeviceId> addDevices(List<NewDevice> handed) {
        return handed.stream().map(any -> new DeviceId("as it was")).toList();
    }

    private void addEntries(List<KeyedLegacyLink> handed, Instant now) {
        List<KeyedLegacyLink> links = new ArrayList<>();
        tracked.during(
                waitingUsers(handed),
                ofKind(handed, "profiles"),
                () -> handed.forEach(link -> links.add(follow(link))));
        links.addAll(addedEntries);
        addedEntries.clear();
        ImportTx.in(tx).ledger().insertAll(links, now);
    }

    private List<KeyedLegacyLink> waitingUsers(List<KeyedLegacyLink> links) {
        Set<String> waiting = pendingUsers.stream().map(PendingRow::toString).collect(Collectors.toSet());
        return ofKind(links, home).stream()
                .filter(link -> waiting.contains(String.valueOf(link.entry().localRef())))
                .toList();
    }

    private static List<KeyedLegacyLink> ofKind(List<KeyedLegacyLink> links, String entity) {
        return links.stream()
                .filter(link -> link.entry().origin().entity().equals(entity))
                .toList();
    }

    /** Entries come in the order in which their rows were handed over: users first, then profiles. */
    private KeyedLegacyLink follow(KeyedLegacyLink link) {
        PendingRow next = pendingUsers.peek();
        if (next != null && next.toString().equals(link.entry().localRef())) {
            return settled(pendingUsers.remove(), link);
        }
        String id = link.entry().origin().legacyId();
        return switch (link.entry().origin().entity()) {
            case "profiles" -> {
                rows.adopt(RowKey.of(store.profileId(id), link.entry().origin()), pendingProfiles.remove());
                yield linkTo(link, id, null);
            }
            case "added_profiles" -> added(pendingProfiles.remove(), link);
            case "devices", "social_accounts" -> linkTo(link, id, null);
            default ->
                linkTo(
                        link,
                        settledRef(String.valueOf(link.entry().localRef())),
                        link.entry().localModifiedAt());
        };
    }

    /** Inserts a profile without an old row; a user who registered here has one already. */
    private KeyedLegacyLink added(NewProfile profile, KeyedLegacyLink link) {
        NewProfile owned = withOwner(profile);
        if (registeredHere.contains(owned.user())) {
            return linkTo(link, link.entry().origin().legacyId(), null);
        }
        ProfileId added = tx.profiles().insert(owned);
        tracked.added(link, added);
        return linkTo(link, added.toString(), link.entry().localModifiedAt());
    }

    private String settledRef(String localRef) {
        return settled.entrySet().stream()
                .filter(candidate -> candidate.getKey().toString().equals(localRef))
                .map(candidate -> candidate.getValue().toString())
                .findFirst()
                .orElse(localRef);
    }

    /** Leaves out the time of change where the row was here before the import: a rollback never removes that row. */
    private KeyedLegacyLink settled(PendingRow candidate, KeyedLegacyLink link) {
        boolean here = link.entry().origin().entity().equals(home);
        String user = settle(candidate, link.entry().origin()).toString();
        return linkTo(link, user, here ? null : link.entry().localModifiedAt());
    }

    /** A person of the host's table stays in that row; a person of another table gets a new row. */
    private UserId settle(PendingRow candidate, LegacyOrigin origin) {
        UserId user;
        if (origin.entity().equals(home)) {
            user = RowKey.of(store.userId(origin.legacyId()), origin);
            if (!rows.adopt(user, candidate.row())) {
                registeredHere.add(user);
            }
        } else {
            user = tx.users().insert(candidate.row());
            addedEntries.add(entryOfNewRow(origin, user));
        }
        settled.put(candidate, user);
        return user;
    }

    /** A next run reads the new row as one of the old application's; this entry tells that it is settled. */
    private KeyedLegacyLink entryOfNewRow(LegacyOrigin origin, UserId user) {
        LegacyOrigin here =
                new LegacyOrigin(origin.system(), home, user.toString(), origin.runId(), origin.fingerprint());
        return new KeyedLegacyLink(LedgerKey.of(here), here, user.toString(), null);
    }

    /** Known once the entry of the ledger tells the row. */
    private UserId stored(UserId user) {
        return user.key() instanceof PendingRow pending ? Objects.requireNonNull(settled.get(pending)) : user;
    }

    private NewProfile withOwner(NewProfile profile) {
        UserId owner = stored(profile.user());
        return new NewProfile(
                owner,
                profile.person(),
                profile.status(),
                profile.label(),
                profile.picture(),
                profile.settings(),
                profile.times());
    }

    private static KeyedLegacyLink linkTo(KeyedLegacyLink link, String localRef, @Nullable Instant modifiedAt) {
        return new KeyedLegacyLink(link.linkKey(), link.entry().origin(), localRef, modifiedAt);
    }
}
