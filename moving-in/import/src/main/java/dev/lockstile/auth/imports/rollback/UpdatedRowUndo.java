package dev.lockstile.auth.imports.rollback;

import dev.lockstile.auth.imports.internal.OwnedRowKinds;
import dev.lockstile.auth.imports.internal.RowCipher;
import dev.lockstile.auth.imports.internal.engine.update.RowImages;
import dev.lockstile.auth.imports.internal.engine.update.UpdatedUser;
import dev.lockstile.auth.imports.internal.engine.write.InPlaceImages;
import dev.lockstile.auth.imports.internal.engine.write.MergedFields;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.imports.BeforeImageStore.BeforeImage;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows that a run changed as they were before, each in a short transaction, unless another writer has changed
 * them since. Of two who exchanged an identifier one has to go first, so it is tried again as long as anything moves.
 */
final class UpdatedRowUndo {

    private final AuthStore store;
    private final @Nullable RowCipher seal;
    private final RollbackLeftovers leftovers;
    private final Instant now;

    UpdatedRowUndo(AuthStore store, @Nullable RowCipher seal, RollbackLeftovers leftovers, Instant now) {
        this.store = store;
        this.seal = seal;
        this.leftovers = leftovers;
        this.now = now;
    }

    /** How a try ended. */
    private enum End {
        RESTORED,
        CHANGED,
        HELD,
        TAKEN,
        UNREAD
    }

    /** How a try ended, and what the row stands for; null when it stands for nothing any more. */
    private record Outcome(End end, @Nullable LegacyLinkInfo entry) {}

    /**
     * Looks whether a row the run kept can be read. Called before anything is written.
     *
     * @throws IllegalArgumentException when the key is missing or another one
     */
    void requireKey(String runId) {
        Optional<BeforeImage> sealed = new BeforeImages(store, runId).first(image -> RowCipher.isSealed(image.row()));
        if (sealed.isPresent() && text(runId, sealed.get()).isEmpty()) {
            String why = seal == null
                    ? "no key was given"
                    : "this is not the key"
                            + seal.unknownKey(sealed.get().row())
                                    .map(id -> " (unknown key " + id + ")")
                                    .orElse("");
            throw new IllegalArgumentException("what run " + runId + " replaced is sealed, and "
                    + why
                    + ": give the one it ran with; nothing was changed");
        }
    }

    void run(String runId) {
        MergeUndo mergeUndo = new MergeUndo(store, leftovers, now);
        int moved;
        do {
            // What was filled in lies over the update that came before it in the same run.
            moved = mergeUndo.sweep(runId) + sweep(runId);
        } while (moved > 0); // an identifier may be free by now
        pages(runId, image -> giveUp(runId, image));
    }

    private int sweep(String runId) {
        int[] restored = {0};
        pages(runId, image -> restored[0] += attempt(runId, image).end() == End.RESTORED ? 1 : 0);
        return restored[0];
    }

    /** One row, in a transaction of its own; what was restored is told once that is done. */
    private Outcome attempt(String runId, BeforeImage image) {
        Outcome outcome;
        try {
            outcome = store.alone(tx -> restore(tx, runId, image));
        } catch (KeyTakenException e) {
            return new Outcome(End.TAKEN, null);
        }
        if (outcome.end() == End.RESTORED && outcome.entry() != null) {
            tell(image, outcome.entry(), runId);
        }
        return outcome;
    }

    private Outcome restore(AuthTx tx, String runId, BeforeImage image) {
        LegacyLinkInfo entry = tx.legacy().byKeys(List.of(image.linkKey())).get(image.linkKey());
        Optional<String> text = text(runId, image);
        if (entry != null && text.isEmpty()) {
            return new Outcome(End.UNREAD, entry);
        }
        if (entry != null && isHeld(tx, entry)) {
            return new Outcome(End.HELD, entry);
        }
        if (entry != null && !isWrittenBack(tx, image, entry, text.orElseThrow())) {
            return new Outcome(End.CHANGED, entry);
        }
        if (entry != null) {
            BeforeImage seen = new BeforeImage(image.linkKey(), entry.origin().fingerprint(), image.writtenAt(), "");
            ImportTx.in(tx).ledger().restate(seen, image.fingerprint(), image.writtenAt());
        }
        ImportTx.in(tx).beforeImages().drop(runId, List.of(image.linkKey()));
        return new Outcome(End.RESTORED, entry);
    }

    /** How the row was before a second row of the person filled it would take that out as well. */
    private boolean isHeld(AuthTx tx, LegacyLinkInfo entry) {
        String ref = String.valueOf(entry.localRef());
        UserId owner = ImportTx.in(tx)
                .ledger()
                .owners(RowRollback.tableOf(entry), List.of(ref))
                .get(ref);
        return owner != null && leftovers.isHeld(owner.toString());
    }

    private void tell(BeforeImage image, LegacyLinkInfo entry, String runId) {
        if (image.row().isEmpty()) {
            return;
        }
        KeyedLegacyLink row = new KeyedLegacyLink(image.linkKey(), entry);
        leftovers.restored(row);
        boolean bare = !RowCipher.isSealed(image.row());
        if (bare && text(runId, image).filter(RowImages::hashChanged).isPresent()) {
            leftovers.stays(row, "password_kept", "no key was given to seal the old one with");
        }
    }

    private boolean isWrittenBack(AuthTx tx, BeforeImage image, LegacyLinkInfo entry, String text) {
        if (text.isEmpty()) {
            return true;
        }
        Instant writtenAt = entry.localModifiedAt();
        String ref = String.valueOf(entry.localRef());
        if (OwnedRowKinds.ALL.contains(entry.origin().entity())) {
            return writtenAt != null && profile(tx, ref, writtenAt, text);
        }
        return writtenAt != null && user(tx, ref, writtenAt, new Old(text, RowCipher.isSealed(image.row())));
    }

    /** @param hashKept the password is part of it */
    private record Old(String text, boolean hashKept) {

        NewUser over(NewUser now) {
            return RowImages.user(text, now, hashKept);
        }
    }

    private boolean user(AuthTx tx, String ref, Instant writtenAt, Old old) {
        return store.userId(ref)
                .flatMap(id -> ImportTx.in(tx)
                        .written()
                        .untouched(id, writtenAt)
                        .filter(current -> isBack(tx, id, current, old.over(current))))
                .isPresent();
    }

    private boolean isBack(AuthTx tx, UserId id, NewUser current, NewUser before) {
        boolean written = ImportTx.in(tx).written().replace(id, current.times().modifiedAt(), before);
        if (written && UpdatedUser.changesSignIn(current, before)) {
            tx.codes().endAll(id, now);
        }
        return written;
    }

    private boolean profile(AuthTx tx, String ref, Instant writtenAt, String text) {
        return store.profileId(ref)
                .flatMap(id -> ImportTx.in(tx)
                        .written()
                        .untouched(id, writtenAt)
                        .filter(current ->
                                ImportTx.in(tx).written().replace(id, writtenAt, RowImages.profile(text, current))))
                .isPresent();
    }

    /** A row that was touched stays, and how it was is of no use any more; what may yet be restored is kept. */
    private void giveUp(String runId, BeforeImage image) {
        switch (attempt(runId, image).end()) {
            case RESTORED -> {} // another account gave way at the last moment
            case TAKEN -> stays(image, "identifier_taken", "another account has it now; the update stays");
            case HELD ->
                stays(
                        image,
                        RollbackLeftovers.OWNER_KEPT,
                        "what a second row of the person brought stays, and the update");
            case UNREAD -> stays(image, "sealed", "it was sealed with another key");
            case CHANGED -> {
                stays(image, RollbackLeftovers.USED_SINCE, "the update stays");
                store.alone(tx -> {
                    ImportTx.in(tx).beforeImages().drop(runId, List.of(image.linkKey()));
                    return true;
                });
            }
        }
    }

    private void stays(BeforeImage image, String reason, String detail) {
        store.read(tx -> tx.legacy().byKeys(List.of(image.linkKey())))
                .values()
                .forEach(entry -> leftovers.stays(new KeyedLegacyLink(image.linkKey(), entry), reason, detail));
        leftovers.tell();
    }

    private Optional<String> text(String runId, BeforeImage image) {
        if (!RowCipher.isSealed(image.row())) {
            return Optional.of(image.row());
        }
        return seal == null ? Optional.empty() : seal.open(runId + '|' + image.linkKey(), image.row());
    }

    /** Every row that was written anew. */
    private void pages(String runId, Consumer<BeforeImage> work) {
        new BeforeImages(store, runId).each(image -> {
            if (!MergedFields.isIn(image) && !InPlaceImages.isIn(image)) {
                work.accept(image);
            }
        });
    }
}
