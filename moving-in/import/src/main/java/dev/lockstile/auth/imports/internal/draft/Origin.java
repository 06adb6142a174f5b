package dev.lockstile.auth.imports.internal.draft;

import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.model.LegacyOrigin;
import org.jspecify.annotations.Nullable;

/**
 * The old row a draft was made of.
 *
 * @param entity the kind of row
 * @param key what the source cuts pages by: the old key, or a place in a file
 * @param legacyId the old key as text, as it stands in the ledger
 * @param fingerprint digest of the row
 * @param row the row itself; null where nothing of it but the key was read
 */
public record Origin(
        Entity entity,
        Object key,
        String legacyId,
        String fingerprint,
        @Nullable SourceRow row) {

    /**
     * A row of which the key is known.
     *
     * @param entity the kind of row
     * @param key what the source cuts pages by
     * @param legacyId the old key as text
     * @param fingerprint digest of the row
     */
    public Origin(Entity entity, Object key, String legacyId, String fingerprint) {
        this(entity, key, legacyId, fingerprint, null);
    }

    /**
     * {@return the unique key of the row in a ledger}
     *
     * @param ledger of the import
     */
    public String keyIn(Ledger ledger) {
        return ledger.key(entity.text(), legacyId);
    }

    /**
     * {@return what a ledger has of the row}
     *
     * @param ledger of the import
     */
    public LegacyOrigin entryOf(Ledger ledger) {
        return new LegacyOrigin(ledger.system(), entity.text(), legacyId, ledger.runId(), fingerprint);
    }

    /** {@return the same without the row, for callers that keep many} */
    public Origin withoutRow() {
        return row == null ? this : new Origin(entity, key, legacyId, fingerprint);
    }

    /**
     * A row whose pages are cut by its key.
     *
     * @param entity the kind of row
     * @param key what the source cuts pages by
     * @param fingerprint digest of the row
     */
    public Origin(Entity entity, Object key, String fingerprint) {
        this(entity, key, key.toString(), fingerprint);
    }
}
