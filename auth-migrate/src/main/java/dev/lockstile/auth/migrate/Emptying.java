package dev.lockstile.auth.migrate;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.BeforeImage;
import dev.lockstile.auth.store.Filled;
import dev.lockstile.auth.store.LedgerRow;
import dev.lockstile.auth.store.LegacyEntry;
import dev.lockstile.auth.store.LinkedPart;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes out again what second rows of people filled into accounts that were here before the run, each row in a short
 * transaction, all of it or nothing. Whoever has touched the account since keeps what was filled in, with its image.
 */
record Emptying(AuthStore store, Remains remains, Instant now) {

    /** Goes through all of them once; how many are settled. */
    int sweep(String runId) {
        int[] settled = {0};
        new KeptImages(store, runId).each(image -> {
            if (FilledIn.isIn(image)) {
                settled[0] += isSettled(runId, image) ? 1 : 0;
            }
        });
        return settled[0];
    }

    private boolean isSettled(String runId, BeforeImage image) {
        try {
            store.alone(tx -> empty(tx, runId, image)).ifPresent(remains::gone);
            return true;
        } catch (TouchedSince e) {
            return false;
        }
    }

    /** Tells what was taken out. What goes, or stays, with an account of this run is looked after elsewhere. */
    private Optional<LedgerRow> empty(AuthTx tx, String runId, BeforeImage image) {
        LegacyEntry entry = tx.legacy().byKeys(List.of(image.linkKey())).get(image.linkKey());
        tx.imports().drop(runId, List.of(image.linkKey()));
        Optional<UserId> owner = entry == null ? Optional.empty() : owner(tx, entry);
        if (entry == null || owner.isEmpty() || remains.hasKept(String.valueOf(entry.localRef()))) {
            return Optional.empty();
        }
        FilledIn filled = FilledIn.of(image);
        empty(tx, owner.get(), filled.ofUser(), filled.ofProfile());
        if (filled.opensOtherwise()) {
            tx.codes().endAll(owner.get(), now);
        }
        tx.legacy().forget(List.of(image.linkKey()));
        return Optional.of(new LedgerRow(image.linkKey(), entry));
    }

    private static Optional<UserId> owner(AuthTx tx, LegacyEntry entry) {
        String ref = String.valueOf(entry.localRef());
        return Optional.ofNullable(
                tx.legacy().owners(LinkedPart.USER, List.of(ref)).get(ref));
    }

    private static void empty(AuthTx tx, UserId owner, @Nullable Filled ofUser, @Nullable Filled ofProfile) {
        boolean whole = (ofUser == null || tx.legacy().empty(owner, ofUser))
                && (ofProfile == null || tx.legacy().emptyDefaultProfile(owner, ofProfile));
        if (!whole) {
            throw new TouchedSince();
        }
    }

    /** Rolls back what was emptied already. */
    private static final class TouchedSince extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TouchedSince() {
            super("the account was touched since", null, false, false);
        }
    }
}
