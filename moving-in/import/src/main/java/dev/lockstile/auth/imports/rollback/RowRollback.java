package dev.lockstile.auth.imports.rollback;

import dev.lockstile.auth.imports.internal.OwnedRowKinds;
import dev.lockstile.auth.imports.internal.RowCipher;
import dev.lockstile.auth.imports.internal.engine.write.InPlaceImages;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import dev.lockstile.auth.store.imports.LedgerStore.LinkedTable;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides how each row that a run wrote is rolled back, by what the run did to it. An account that it created is
 * removed ({@link CreatedAccountUndo}). A row that it updated gets its previous values ({@link UpdatedRowUndo}), and
 * fields that a second row filled are cleared ({@link MergeUndo}). A row of the host that a run in place changed gets
 * its previous values ({@link InPlaceUndo}). A row that it added to an account from before the run is removed, or
 * remains with its owner ({@link OwnedRowUndo}, and {@link FactorUndo} for a second factor).
 */
final class RowRollback {

    private final String runId;
    private final CreatedAccountUndo created;
    private final UpdatedRowUndo updated;
    private final InPlaceUndo inPlace;
    private boolean wroteInPlace;
    private final OwnedRowUndo owned;

    /** @param seal decrypts the previous values; null without a key */
    RowRollback(AuthStore store, ImportRunRow run, RollbackLeftovers leftovers, @Nullable RowCipher seal, Instant now) {
        this.runId = run.runId();
        this.created = new CreatedAccountUndo(store, run, leftovers);
        this.updated = new UpdatedRowUndo(store, seal, leftovers, now);
        this.inPlace = new InPlaceUndo(store, new InPlaceImages(seal), leftovers);
        this.owned = new OwnedRowUndo(store, leftovers, now);
    }

    /**
     * Checks before anything is written that the previous values can be read.
     *
     * @throws IllegalArgumentException when the key is missing or another one, or the store cannot restore them
     */
    void requireKey() {
        updated.requireKey(runId);
        wroteInPlace = inPlace.require(runId);
    }

    /** First step: removes the accounts among the entries, with all rows that belong to them. */
    void createdAccounts(List<KeyedLegacyLink> entries) {
        created.clear(entries.stream().filter(RowRollback::isCreatedAccount).toList());
    }

    /** Second step: restores all rows that the run changed. */
    void changedRows() {
        updated.run(runId);
        if (wroteInPlace) { // spares reading the images of any other run
            inPlace.run(runId);
        }
    }

    /** Last step: handles the remaining entries. */
    void otherRows(List<KeyedLegacyLink> entries) {
        owned.clear(entries.stream()
                .filter(row -> !isCreatedAccount(row) && !inPlace.hasKept(row))
                .toList());
    }

    /** Only rows that the run created have a time of change. */
    private static boolean isCreatedAccount(KeyedLegacyLink row) {
        return row.entry().localRef() != null
                && row.entry().localModifiedAt() != null
                && !OwnedRowKinds.ALL.contains(row.entry().origin().entity());
    }

    /** Returns true for an entry of a second factor of any kind. */
    static boolean isFactor(LegacyLinkInfo entry) {
        return Entity.rows(entry.origin().entity()).isSecondFactor();
    }

    /**
     * Returns the table that has an entry's row in the target. Entries of social accounts, of content and of second
     * rows of a person name the user.
     */
    static LinkedTable tableOf(LegacyLinkInfo entry) {
        String entity = entry.origin().entity();
        if (entity.equals(Entity.DEVICES.text())) {
            return LinkedTable.DEVICE;
        }
        boolean profile = entity.equals(Entity.PROFILES.text()) || entity.equals(Entity.ADDED_PROFILES.text());
        return profile ? LinkedTable.PROFILE : LinkedTable.USER;
    }
}
