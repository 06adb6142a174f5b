package dev.lockstile.auth.imports.rollback;

import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import dev.lockstile.auth.store.imports.LedgerStore.LinkedTable;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import dev.lockstile.auth.store.imports.WrittenRowStore;
import dev.lockstile.auth.store.imports.WrittenRowStore.ImportedAccount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Removes the accounts that a run created, with their owned rows and ledger entries. Accounts that were used since
 * remain, which {@link WrittenRowStore#takeBack} checks in the statements that remove them, and so do accounts to which
 * rows of the host refer.
 */
record CreatedAccountUndo(AuthStore store, ImportRunRow run, RollbackLeftovers leftovers) {

    /** Halves a batch that the database refuses, until only accounts remain to which rows of the host refer. */
    void clear(List<KeyedLegacyLink> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        RollbackLeftovers found = leftovers.blank();
        try {
            store.alone(tx -> clear(tx, accounts, found));
            leftovers.add(found);
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            halve(accounts);
        }
    }

    private void halve(List<KeyedLegacyLink> accounts) {
        if (accounts.size() == 1) {
            leftovers.keep(accounts.get(0), RollbackLeftovers.REFERRED_TO, "rows of the host refer to it");
            return;
        }
        int half = accounts.size() / 2;
        clear(accounts.subList(0, half));
        clear(accounts.subList(half, accounts.size()));
    }

    private boolean clear(AuthTx tx, List<KeyedLegacyLink> accounts, RollbackLeftovers found) {
        found.clear(); // the store may run this work again
        List<String> gone = new ArrayList<>();
        for (KeyedLegacyLink row : accounts) {
            if (imported(row).map(ImportTx.in(tx).written()::takeBack).orElse(false)) {
                found.removed(row);
                gone.add(row.linkKey());
            } else if (exists(tx, row)) {
                found.keep(row, RollbackLeftovers.USED_SINCE, "");
            } else {
                gone.add(row.linkKey());
                found.gone(row);
            }
        }
        ImportTx.in(tx).ledger().forget(gone);
        return true;
    }

    private Optional<ImportedAccount> imported(KeyedLegacyLink row) {
        LegacyLinkInfo entry = row.entry();
        Instant writtenAt = Objects.requireNonNull(entry.localModifiedAt());
        return store.userId(String.valueOf(entry.localRef()))
                .map(user -> new ImportedAccount(user, writtenAt, run.runId(), run.startedAt()));
    }

    private static boolean exists(AuthTx tx, KeyedLegacyLink row) {
        return !ImportTx.in(tx)
                .ledger()
                .owners(LinkedTable.USER, List.of(String.valueOf(row.entry().localRef())))
                .isEmpty();
    }
}
