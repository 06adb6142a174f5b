package dev.lockstile.auth.imports.internal.engine.write;

import dev.lockstile.auth.imports.inplace.OverwrittenRows;
import dev.lockstile.auth.imports.inplace.OverwrittenRows.OverwrittenRow;
import dev.lockstile.auth.imports.internal.RowCipher;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.imports.BeforeImageStore.BeforeImage;
import dev.lockstile.auth.store.imports.ImportTx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The former values of host rows that an import in place has changed, encrypted for the run and the entry where the
 * host gave a key.
 *
 * @param seal null where the host gave no key
 */
public record InPlaceImages(@Nullable RowCipher seal) {

    private static final String MARK = "in place:";

    /** Returns true for the image of such a row. */
    public static boolean isIn(BeforeImage image) {
        return image.row().startsWith(MARK);
    }

    /** Stores the images of rows changed in this transaction. A store of an import that copies rows has none. */
    void keep(AuthTx tx, Ledger ledger, Instant now) {
        if (!ledger.isOfRun()) {
            return;
        }
        List<BeforeImage> images = tx.extension(OverwrittenRows.class).map(OverwrittenRows::written).stream()
                .flatMap(List::stream)
                .map(row -> image(ledger.runId(), row, now))
                .toList();
        ImportTx.in(tx).beforeImages().keep(ledger.runId(), images);
    }

    private BeforeImage image(String runId, OverwrittenRow row, Instant now) {
        String text = seal == null ? row.image() : seal.seal(place(runId, row.linkKey()), row.image());
        return new BeforeImage(row.linkKey(), row.fingerprint(), now, MARK + text);
    }

    /** Returns the image as the store wrote it; empty when it was encrypted with another key. */
    public Optional<String> text(String runId, BeforeImage image) {
        String text = image.row().substring(MARK.length());
        if (!RowCipher.isSealed(text)) {
            return Optional.of(text);
        }
        return seal == null ? Optional.empty() : seal.open(place(runId, image.linkKey()), text);
    }

    private static String place(String runId, String linkKey) {
        return "in place|" + runId + '|' + linkKey;
    }
}
