package dev.lockstile.auth.imports.rollback;

import dev.lockstile.auth.imports.internal.OwnedRowKinds;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import dev.lockstile.auth.store.imports.LedgerStore.LinkedTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides about the rows that a run wrote besides accounts. Rows of users who are kept are kept. A profile or a device
 * that was added to an account from before the run is removed, and so are ledger entries of rows that are gone. A
 * second factor of an account from before the run is removed unless a sign-in followed, or the run read the password of
 * that account in place.
 */
record OwnedRowUndo(AuthStore store, RollbackLeftovers leftovers, Instant now) {

    /** Halves a batch that the database refuses, until only rows remain to which rows of the host refer. */
    void clear(List<KeyedLegacyLink> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try {
            leftovers.add(store.alone(tx -> {
                RollbackLeftovers page = leftovers.blank();
                clear(tx, rows, page);
                return page;
            }));
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            halve(rows);
        }
    }

    private void halve(List<KeyedLegacyLink> rows) {
        if (rows.size() == 1) {
            leftovers.stays(rows.get(0), RollbackLeftovers.REFERRED_TO, "rows of the host refer to it");
            return;
        }
        int half = rows.size() / 2;
        clear(rows.subList(0, half));
        clear(rows.subList(half, rows.size()));
    }

    private void clear(AuthTx tx, List<KeyedLegacyLink> rows, RollbackLeftovers page) {
        Map<LinkedTable, Map<String, UserId>> owners = owners(tx, rows);
        List<String> done = new ArrayList<>();
        for (KeyedLegacyLink row : rows) {
            String ref = String.valueOf(row.entry().localRef());
            UserId owner = owners.getOrDefault(RowRollback.tableOf(row.entry()), Map.of())
                    .get(ref);
            Optional<String> held = leftovers.whyHeld(row.linkKey());
            if (held.isPresent()) {
                page.stays(row, held.get(), "what it filled in and what came along stays");
            } else if (owner != null && leftovers.isStaying(owner.toString())) {
                page.stays(row, RollbackLeftovers.OWNER_KEPT, "");
            } else if (owner == null || isAsBefore(tx, owner, row) || isRemoved(tx, owner, row)) {
                page.gone(row);
                done.add(row.linkKey());
            } else {
                page.stays(row, "existed_before", "what was added to a row that was here stays with it");
            }
        }
        ImportTx.in(tx).ledger().forget(done);
    }

    private boolean isRemoved(AuthTx tx, UserId owner, KeyedLegacyLink row) {
        if (RowRollback.isFactor(row.entry())) {
            return !isInPlace(tx, owner, row) && new FactorUndo(now).isRemoved(tx, owner, row);
        }
        Instant writtenAt = row.entry().localModifiedAt();
        LinkedTable part = RowRollback.tableOf(row.entry());
        return writtenAt != null
                && part != LinkedTable.USER
                && ImportTx.in(tx)
                        .written()
                        .removePart(part, String.valueOf(row.entry().localRef()), writtenAt);
    }

    /**
     * Returns true for a device or an account at another site of an account that a run in place restored, since the run
     * wrote only its ledger entry.
     */
    private static boolean isAsBefore(AuthTx tx, UserId owner, KeyedLegacyLink row) {
        String entity = row.entry().origin().entity();
        boolean unwritten = row.entry().localModifiedAt() == null
                && (entity.equals(Entity.DEVICES.text()) || entity.equals(Entity.SOCIAL_ACCOUNTS.text()));
        return unwritten && !isInPlace(tx, owner, row);
    }

    /**
     * Returns true for an account that was in the host's table before the run, which read its password there. The
     * password remains, and so does the second factor that the source application asked for after it.
     */
    private static boolean isInPlace(AuthTx tx, UserId owner, KeyedLegacyLink row) {
        return ImportTx.in(tx).ledger().naming(List.of(owner.toString())).stream()
                .map(KeyedLegacyLink::entry)
                .anyMatch(entry -> entry.localModifiedAt() == null
                        && entry.origin().runId().equals(row.entry().origin().runId())
                        && entry.origin().legacyId().equals(owner.toString())
                        && !OwnedRowKinds.ALL.contains(entry.origin().entity()));
    }

    private static Map<LinkedTable, Map<String, UserId>> owners(AuthTx tx, List<KeyedLegacyLink> rows) {
        Map<LinkedTable, Map<String, UserId>> owners = new EnumMap<>(LinkedTable.class);
        for (LinkedTable part : LinkedTable.values()) {
            List<String> refs = rows.stream()
                    .filter(row -> RowRollback.tableOf(row.entry()) == part
                            && row.entry().localRef() != null)
                    .map(row -> String.valueOf(row.entry().localRef()))
                    .distinct()
                    .toList();
            owners.put(
                    part, refs.isEmpty() ? Map.of() : ImportTx.in(tx).ledger().owners(part, refs));
        }
        return owners;
    }
}
