package dev.lockstile.auth.imports.person;

import dev.lockstile.auth.imports.internal.engine.snapshot.MergedEntries;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.imports.ImportTx;
import java.util.List;

/**
 * Distinguishes rows imported in place from rows that were merged into an account with the same key, because another
 * row's id was kept or by chance.
 *
 * @param tx the transaction in which rows are read
 * @param ledger of the source system
 */
record UnmergedRows(AuthTx tx, Ledger ledger) {

    /**
     * {@return true when no other source row became the user with that key}
     *
     * @param entity the kind of row, such as {@code users}
     * @param legacyId of the row, which is the user's key as well
     */
    public boolean is(String entity, String legacyId) {
        String key = ledger.key(entity, legacyId);
        LegacyLinkInfo own = tx.legacy().byKeys(List.of(key)).get(key);
        return own != null
                && MergedEntries.others(own.origin(), ImportTx.in(tx).ledger().naming(List.of(legacyId)))
                        .noneMatch(MergedEntries::created);
    }
}
