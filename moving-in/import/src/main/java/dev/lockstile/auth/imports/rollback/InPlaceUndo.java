package dev.lockstile.auth.imports.rollback;

import dev.lockstile.auth.imports.inplace.OverwrittenRows;
import dev.lockstile.auth.imports.internal.OwnedRowKinds;
import dev.lockstile.auth.imports.internal.engine.write.InPlaceImages;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.store.imports.BeforeImageStore.BeforeImage;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Restores the host's rows that a run in place has changed, each in a short transaction with its ledger entry and the
 * second factors that were imported with it: first users, then their profiles. Where an account had second factors
 * before, each imported one is handled by its own entry. An account that was changed or used since remains as it is,
 * with all that the run added to it.
 */
final class InPlaceUndo {

    private final AuthStore store;
    private final InPlaceImages images;
    private final RollbackLeftovers leftovers;
    private final Set<String> kept = new HashSet<>();

    InPlaceUndo(AuthStore store, InPlaceImages images, RollbackLeftovers leftovers) {
        this.store = store;
        this.images = images;
        this.leftovers = leftovers;
    }

    /** The result of an attempt. */
    private enum Result {
        RESTORED,
        GONE,
        CHANGED
    }

    /** The result of an attempt, and the ledger entry of the row. */
    private record Outcome(LegacyLinkInfo entry, Result result) {}

    /**
     * Checks before anything is written that the images can be read and restored; returns false where the run changed
     * nothing in place.
     *
     * @throws IllegalArgumentException when the key is missing or another one, or the store is not one of imports in
     *     place
     */
    boolean require(String runId) {
        Optional<BeforeImage> one = new BeforeImages(store, runId).first(InPlaceImages::isIn);
        if (one.isEmpty()) {
            return false;
        }
        if (images.text(runId, one.get()).isEmpty()) {
            throw new IllegalArgumentException("what run " + runId + " wrote in place is sealed with a key that was not"
                    + " given: give the one it ran with; nothing was changed");
        }
        if (!store.<Boolean>alone(tx -> tx.extension(OverwrittenRows.class).isPresent())) {
            throw new IllegalArgumentException(
                    "run " + runId + " was in place: roll it back with the store of an import"
                            + " in place (InPlaceStore); nothing was changed");
        }
        return true;
    }

    void run(String runId) {
        each(runId, this::isUser);
        each(runId, Predicate.not(this::isUser));
    }

    /** Returns true for a row that was reported as kept. */
    boolean hasKept(KeyedLegacyLink row) {
        return kept.contains(row.linkKey());
    }

    private boolean isUser(LegacyLinkInfo entry) {
        return !OwnedRowKinds.ALL.contains(entry.origin().entity());
    }

    private void each(String runId, Predicate<LegacyLinkInfo> wanted) {
        new BeforeImages(store, runId).each(image -> {
            if (InPlaceImages.isIn(image)) {
                settle(runId, image, wanted);
            }
        });
        leftovers.tell();
    }

    private void settle(String runId, BeforeImage image, Predicate<LegacyLinkInfo> wanted) {
        Optional<Outcome> outcome;
        try {
            outcome = store.alone(tx -> restored(tx, runId, image, wanted));
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            entry(image).filter(wanted).ifPresent(entry -> keep(image, entry, RollbackLeftovers.REFERRED_TO));
            return;
        }
        outcome.ifPresent(found -> tell(image, found));
    }

    private void tell(BeforeImage image, Outcome outcome) {
        KeyedLegacyLink row = new KeyedLegacyLink(image.linkKey(), outcome.entry());
        switch (outcome.result()) {
            case RESTORED -> leftovers.restored(row);
            case GONE -> leftovers.gone(row);
            case CHANGED -> keep(image, outcome.entry(), RollbackLeftovers.USED_SINCE);
        }
    }

    private Optional<LegacyLinkInfo> entry(BeforeImage image) {
        return Optional.ofNullable(
                store.read(tx -> tx.legacy().byKeys(List.of(image.linkKey()))).get(image.linkKey()));
    }

    private void keep(BeforeImage image, LegacyLinkInfo entry, String reason) {
        KeyedLegacyLink row = new KeyedLegacyLink(image.linkKey(), entry);
        kept.add(image.linkKey());
        if (isUser(entry)) {
            leftovers.keep(row, reason, "");
        } else {
            leftovers.stays(row, reason, "");
        }
    }

    private Optional<Outcome> restored(AuthTx tx, String runId, BeforeImage image, Predicate<LegacyLinkInfo> wanted) {
        LegacyLinkInfo entry = tx.legacy().byKeys(List.of(image.linkKey())).get(image.linkKey());
        if (entry == null) {
            ImportTx.in(tx).beforeImages().drop(runId, List.of(image.linkKey()));
            return Optional.empty();
        }
        UserId owner = owner(tx, entry);
        boolean stays = owner != null && leftovers.isStaying(owner.toString());
        if (!wanted.test(entry) || stays) { // rows added to a kept account are handled with the others
            return Optional.empty();
        }
        Optional<String> text = images.text(runId, image);
        OverwrittenRows rows = tx.extension(OverwrittenRows.class).orElseThrow();
        if (owner != null && text.filter(rows::restore).isEmpty()) {
            return Optional.of(new Outcome(entry, Result.CHANGED));
        }
        boolean withFactors = owner == null || text.filter(rows::removeFactors).isPresent();
        ImportTx.in(tx).ledger().forget(entries(tx, image, entry, withFactors));
        ImportTx.in(tx).beforeImages().drop(runId, List.of(image.linkKey()));
        return Optional.of(new Outcome(entry, owner == null ? Result.GONE : Result.RESTORED));
    }

    private static @Nullable UserId owner(AuthTx tx, LegacyLinkInfo entry) {
        String ref = String.valueOf(entry.localRef());
        return ImportTx.in(tx)
                .ledger()
                .owners(RowRollback.tableOf(entry), List.of(ref))
                .get(ref);
    }

    /** Returns the key of the row's entry and, for a user, those of the second factors that were removed with it. */
    private List<String> entries(AuthTx tx, BeforeImage image, LegacyLinkInfo entry, boolean withFactors) {
        List<String> keys = new ArrayList<>(List.of(image.linkKey()));
        if (withFactors && isUser(entry)) {
            ImportTx.in(tx).ledger().naming(List.of(String.valueOf(entry.localRef()))).stream()
                    .filter(row -> RowRollback.isFactor(row.entry()))
                    .map(KeyedLegacyLink::linkKey)
                    .forEach(keys::add);
        }
        return keys;
    }
}
