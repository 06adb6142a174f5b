package dev.lockstile.auth.migrate;

import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.BeforeImage;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.LedgerRow;
import dev.lockstile.auth.store.LegacyEntry;
import dev.lockstile.auth.store.NewUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows that a run changed as they were before, each in a short transaction, unless somebody has changed them since.
 * Of two who exchanged an identifier one has to go first, so it is tried again as long as anything moves.
 */
final class Restoring {

    private static final int BATCH = 500;

    private final AuthStore store;
    private final @Nullable RowSeal seal;
    private final Remains remains;

    Restoring(AuthStore store, @Nullable RowSeal seal, Remains remains) {
        this.store = store;
        this.seal = seal;
        this.remains = remains;
    }

    void run(String runId) {
        int moved;
        do {
            moved = sweep(runId);
        } while (moved > 0); // an identifier may be free by now
        pages(runId, image -> giveUp(runId, image));
    }

    private int sweep(String runId) {
        int[] restored = {0};
        pages(runId, image -> restored[0] += isRestored(runId, image) ? 1 : 0);
        return restored[0];
    }

    private boolean isRestored(String runId, BeforeImage image) {
        try {
            return store.alone(tx -> restore(tx, runId, image));
        } catch (KeyTakenException e) {
            return false;
        }
    }

    private boolean restore(AuthTx tx, String runId, BeforeImage image) {
        LegacyEntry entry = tx.legacy().byKeys(List.of(image.linkKey())).get(image.linkKey());
        if (entry != null && !isWrittenBack(tx, runId, image, entry)) {
            return false;
        }
        if (entry != null) {
            BeforeImage now = new BeforeImage(image.linkKey(), entry.origin().fingerprint(), image.writtenAt(), "");
            tx.legacy().restate(now, image.fingerprint(), image.writtenAt());
            tell(image, entry, runId);
        }
        tx.imports().drop(runId, List.of(image.linkKey()));
        return true;
    }

    private void tell(BeforeImage image, LegacyEntry entry, String runId) {
        if (image.row().isEmpty()) {
            return;
        }
        LedgerRow row = new LedgerRow(image.linkKey(), entry);
        remains.restored(row);
        boolean bare = !RowSeal.isSealed(image.row());
        if (bare && text(runId, image).filter(RowImages::hashChanged).isPresent()) {
            remains.stays(row, "password_stays", "no key was given to seal the old one with");
        }
    }

    private boolean isWrittenBack(AuthTx tx, String runId, BeforeImage image, LegacyEntry entry) {
        Instant writtenAt = entry.localModifiedAt();
        if (image.row().isEmpty()) {
            return true;
        }
        Optional<String> text = text(runId, image);
        if (text.isEmpty() || writtenAt == null) {
            return false;
        }
        String ref = String.valueOf(entry.localRef());
        return LooseRows.BELONGINGS.contains(entry.origin().entity())
                ? profile(tx, ref, writtenAt, text.get())
                : user(tx, ref, writtenAt, new Old(text.get(), RowSeal.isSealed(image.row())));
    }

    /** @param hashKept the password is part of it */
    private record Old(String text, boolean hashKept) {

        NewUser over(NewUser now) {
            return RowImages.user(text, now, hashKept);
        }
    }

    private boolean user(AuthTx tx, String ref, Instant writtenAt, Old old) {
        return store.userId(ref)
                .flatMap(id -> tx.legacy()
                        .untouched(id, writtenAt)
                        .filter(now -> tx.legacy().replace(id, writtenAt, old.over(now))))
                .isPresent();
    }

    private boolean profile(AuthTx tx, String ref, Instant writtenAt, String text) {
        return store.profileId(ref)
                .flatMap(id -> tx.legacy()
                        .untouched(id, writtenAt)
                        .filter(now -> tx.legacy().replace(id, writtenAt, RowImages.profile(text, now))))
                .isPresent();
    }

    /** What could not be restored stays as it is; how it was is of no use any more. */
    private void giveUp(String runId, BeforeImage image) {
        store.alone(tx -> {
                    tx.imports().drop(runId, List.of(image.linkKey()));
                    return List.copyOf(
                            tx.legacy().byKeys(List.of(image.linkKey())).values());
                })
                .forEach(entry -> stays(runId, image, entry));
    }

    private void stays(String runId, BeforeImage image, LegacyEntry entry) {
        boolean unread = text(runId, image).isEmpty();
        remains.stays(
                new LedgerRow(image.linkKey(), entry),
                unread ? "sealed" : "used_since",
                unread ? "it was sealed with another key" : "the update stays");
    }

    private Optional<String> text(String runId, BeforeImage image) {
        if (!RowSeal.isSealed(image.row())) {
            return Optional.of(image.row());
        }
        return seal == null ? Optional.empty() : seal.open(runId + '|' + image.linkKey(), image.row());
    }

    private void pages(String runId, Consumer<BeforeImage> work) {
        String after = "";
        List<BeforeImage> page;
        do {
            String last = after;
            page = store.read(tx -> tx.imports().kept(runId, last, BATCH));
            page.forEach(work);
            after = page.isEmpty() ? after : page.get(page.size() - 1).linkKey();
        } while (page.size() == BATCH);
    }
}
