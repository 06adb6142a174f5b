package dev.lockstile.auth.imports.check;

import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks all users that the runs of a system have imported, page by page, by the ledger. */
final class ImportedAccounts {

    private static final int PAGE = 500;
    private static final int RUNS_LOOKED_AT = 100;

    private final ImportTarget target;
    private final Set<String> entities;
    private long withoutOneDefault;
    private long withoutOwnIdentifier;
    private long withUnreadableHash;

    /** @param entities the kinds of rows that are people */
    ImportedAccounts(ImportTarget target, Set<String> entities) {
        this.target = target;
        this.entities = entities;
    }

    List<CheckFinding> of(String system) {
        List<ImportRunRow> runs =
                target.store().read(tx -> ImportTx.in(tx).runs().runs(RUNS_LOOKED_AT));
        runs.stream().filter(run -> run.system().equals(system)).forEach(run -> check(run.runId()));
        List<CheckFinding> found = new ArrayList<>();
        add(
                found,
                withoutOneDefault,
                "MA-08",
                " people have no default profile, or several",
                "give each exactly one; the flows make one for who has none");
        add(
                found,
                withoutOwnIdentifier,
                "MA-09",
                " accounts have an e-mail, phone or user name that signs in another account, or none",
                "take it from them, or write it through the flows, never by SQL");
        add(
                found,
                withUnreadableHash,
                "MA-10",
                " people have a password hash that sign-in cannot read",
                "keep its format in PasswordSettings; until then they sign in by code or set a new password");
        return found;
    }

    private static void add(List<CheckFinding> found, long people, String id, String cause, String fix) {
        if (people > 0) {
            found.add(CheckFinding.error(id, people + cause, fix));
        }
    }

    private void check(String runId) {
        String after = "";
        List<KeyedLegacyLink> page;
        do {
            String from = after;
            page = target.store().read(tx -> check(tx, ImportTx.in(tx).ledger().ofRun(runId, from, PAGE)));
            after = page.isEmpty() ? after : page.get(page.size() - 1).linkKey();
        } while (page.size() == PAGE);
    }

    private List<KeyedLegacyLink> check(AuthTx tx, List<KeyedLegacyLink> page) {
        Set<UserId> seen = new HashSet<>();
        for (KeyedLegacyLink row : page) {
            String ref = row.entry().localRef();
            if (ref != null && entities.contains(row.entry().origin().entity())) {
                target.store()
                        .userId(ref)
                        .filter(seen::add)
                        .flatMap(tx.users()::byId)
                        .ifPresent(user -> check(tx, user));
            }
        }
        return page;
    }

    private void check(AuthTx tx, StoredUser user) {
        long defaults = user.profiles().stream()
                .filter(profile -> profile.status().isDefault())
                .count();
        withoutOneDefault += defaults == 1 ? 0 : 1;
        boolean ownsAll = true;
        for (IdentifierKind kind : IdentifierKind.values()) {
            ownsAll &= owns(tx, user, kind);
        }
        withoutOwnIdentifier += ownsAll ? 0 : 1;
        withUnreadableHash += isReadable(user.passwordHash()) ? 0 : 1;
    }

    private boolean owns(AuthTx tx, StoredUser user, IdentifierKind kind) {
        IdentifierState identifierState = user.info().identifiers().of(kind);
        String value = identifierState.value();
        if (!identifierState.owned() || value == null) {
            return true;
        }
        return canonical(kind, value)
                .flatMap(name -> tx.users().byKey(kind, name.key()))
                .filter(owner -> owner.info().id().equals(user.info().id()))
                .isPresent();
    }

    private Optional<Identifier> canonical(IdentifierKind kind, String value) {
        return switch (kind) {
            case EMAIL -> target.rules().email(value);
            case PHONE -> target.rules().phone(value);
            case USERNAME -> target.rules().username(value);
        };
    }

    private boolean isReadable(@Nullable Secret hash) {
        return hash == null || !target.formats().formatOf(hash.reveal()).equals("unknown");
    }
}
