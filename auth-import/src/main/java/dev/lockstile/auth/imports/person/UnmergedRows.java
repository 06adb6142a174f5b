package dev.lockstile.auth.imports.person;

import dev.lockstile.auth.imports.internal.OwnedRowKinds;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import java.util.List;

/**
 * Tells rows that stayed where they were, in the host's table, from rows that were merged into an account whose key is
 * their number, because another row's id was kept or by chance.
 *
 * @param tx the transaction in which rows are looked up
 * @param ledger of the old system
 */
record UnmergedRows(AuthTx tx, Ledger ledger) {

    /**
     * {@return true when no other old row became the user of that key}
     *
     * @param entity the kind of row, such as {@code users}
     * @param legacyId of the row, which is the user's key as well
     */
    public boolean is(String entity, String legacyId) {
        String key = ledger.key(entity, legacyId);
        LegacyLinkInfo own = tx.legacy().byKeys(List.of(key)).get(key);
        return own != null
                && ImportTx.in(tx).ledger().naming(List.of(legacyId)).stream()
                        .map(KeyedLegacyLink::entry)
                        .noneMatch(other -> isCreated(other) && !isTwin(own.origin(), other.origin()));
    }

    /** The time of change is noted for rows that were created. */
    private static boolean isCreated(LegacyLinkInfo entry) {
        return entry.localModifiedAt() != null
                && !OwnedRowKinds.ALL.contains(entry.origin().entity());
    }

    /** A person of another table who got a row in the host's has two entries, for one and the same old row. */
    private static boolean isTwin(LegacyOrigin one, LegacyOrigin other) {
        return one.runId().equals(other.runId()) && one.fingerprint().equals(other.fingerprint());
    }
}
