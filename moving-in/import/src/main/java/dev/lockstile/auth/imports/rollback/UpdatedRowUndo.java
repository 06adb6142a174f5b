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
 * Restores rows that a run updated, each in a short transaction, unless they were changed since. Of two accounts that
 * exchanged an identifier one has to be restored first, so the rows are tried again as long as any is restored.
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

    /** The result of an attempt. */
    private enum Result {
        RESTORED,
        CHANGED,
        HELD,
        TAKEN,
        UNREAD
    }

    /** The result of an attempt, and the ledger entry of the row; null when there is none any more. */
    private record Outcome(Result result, @Nullable LegacyLinkInfo entry) {}

    /**
     * Checks before anything is written that an encrypted row of the run can be read.
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
            // fields that a second row filled are cleared first: they were filled after the update by the same run
            moved = mergeUndo.sweep(runId) + sweep(runId);
        } while (moved > 0); // an identifier may be free by now
        pages(runId, image -> giveUp(runId, image));
    }

    private int sweep(String runId) {
        int[] restored = {0};
        pages(runId, image -> restored[0] += attempt(runId, image).result() == Result.RESTORED ? 1 : 0);
        return restored[0];
    }

    /** Restores one row in a transaction of its own, and reports it after the commit. */
    private Outcome attempt(String runId, BeforeImage image) {
        Outcome outcome;
        try {
            outcome = store.alone(tx -> restore(tx, runId, image));
        } catch (KeyTakenException e) {
            return new Outcome(Result.TAKEN, null);
        }
        if (outcome.result() == Result.RESTORED && outcome.entry() != null) {
            tell(image, outcome.entry(), runId);
        }
        return outcome;
    }

    private Outcome restore(AuthTx tx, String runId, BeforeImage image) {
        LegacyLinkInfo entry = tx.legacy().byKeys(List.of(image.linkKey())).get(image.linkKey());
        Optional<String> text = text(runId, image);
        if (entry != null && text.isEmpty()) {
            return new Outcome(Result.UNREAD, entry);
        }
        if (entry != null && isHeld(tx, entry)) {
            return new Outcome(Result.HELD, entry);
        }
        if (entry != null && !isWrittenBack(tx, image, entry, text.orElseThrow())) {
            return new Outcome(Result.CHANGED, entry);
        }
        if (entry != null) {
            BeforeImage link = new BeforeImage(image.linkKey(), entry.origin().fingerprint(), image.writtenAt(), "");
            ImportTx.in(tx).ledger().restate(link, image.fingerprint(), image.writtenAt());
        }
        ImportTx.in(tx).beforeImages().drop(runId, List.of(image.linkKey()));
        return new Outcome(Result.RESTORED, entry);
    }

    /** Returns true where the account keeps fields that a second row filled: the former values would clear them. */
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
        boolean unsealed = !RowCipher.isSealed(image.row());
        if (unsealed && text(runId, image).filter(RowImages::hashChanged).isPresent()) {
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
        return writtenAt != null && user(tx, ref, writtenAt, new FormerUser(text, RowCipher.isSealed(image.row())));
    }

    /** @param hashKept true when the text has the former password */
    private record FormerUser(String text, boolean hashKept) {

        NewUser appliedTo(NewUser now) {
            return RowImages.user(text, now, hashKept);
        }
    }

    private boolean user(AuthTx tx, String ref, Instant writtenAt, FormerUser former) {
        return store.userId(ref)
                .flatMap(id -> ImportTx.in(tx)
                        .written()
                        .untouched(id, writtenAt)
                        .filter(current -> isBack(tx, id, current, former.appliedTo(current))))
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

    /**
     * Reports a row that is not restored. The image of a changed row is dropped; one that can be restored later
     * remains.
     */
    private void giveUp(String runId, BeforeImage image) {
        switch (attempt(runId, image).result()) {
            case RESTORED -> {} // its identifier became free since the last sweep
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

    /** Reads the images of all updated rows. */
    private void pages(String runId, Consumer<BeforeImage> work) {
        new BeforeImages(store, runId).each(image -> {
            if (!MergedFields.isIn(image) && !InPlaceImages.isIn(image)) {
                work.accept(image);
            }
        });
    }
}
