package dev.lockstile.auth.imports.internal.draft;

import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.model.LegacyOrigin;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The old row a draft was made of. Its key in a ledger is reckoned once. Safe for any number of threads. */
public final class Origin {

    private final Entity entity;
    private final Object key;
    private final String legacyId;
    private final String fingerprint;
    private final @Nullable SourceRow row;
    private volatile @Nullable LedgerKey ledgerKey;

    /** The key of the row in one ledger. */
    private record LedgerKey(Ledger ledger, String text) {}

    /**
     * A row as it was read.
     *
     * @param entity the kind of row
     * @param key what the source cuts pages by: the old key, or a place in a file
     * @param legacyId the old key as text, as it stands in the ledger
     * @param fingerprint digest of the row
     * @param row the row itself; null where nothing of it but the key was read
     */
    public Origin(Entity entity, Object key, String legacyId, String fingerprint, @Nullable SourceRow row) {
        this.entity = entity;
        this.key = key;
        this.legacyId = legacyId;
        this.fingerprint = fingerprint;
        this.row = row;
    }

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
     * A row whose pages are cut by its key.
     *
     * @param entity the kind of row
     * @param key what the source cuts pages by
     * @param fingerprint digest of the row
     */
    public Origin(Entity entity, Object key, String fingerprint) {
        this(entity, key, key.toString(), fingerprint);
    }

    /** {@return the kind of row} */
    public Entity entity() {
        return entity;
    }

    /** {@return what the source cuts pages by: the old key, or a place in a file} */
    public Object key() {
        return key;
    }

    /** {@return the old key as text, as it stands in the ledger} */
    public String legacyId() {
        return legacyId;
    }

    /** {@return the digest of the row} */
    public String fingerprint() {
        return fingerprint;
    }

    /** {@return the row itself; null where nothing of it but the key was read} */
    public @Nullable SourceRow row() {
        return row;
    }

    /**
     * {@return the unique key of the row in a ledger}
     *
     * @param ledger of the import
     */
    public String keyIn(Ledger ledger) {
        LedgerKey known = ledgerKey;
        if (known == null || !known.ledger().equals(ledger)) {
            known = new LedgerKey(ledger, ledger.key(entity.text(), legacyId));
            ledgerKey = known;
        }
        return known.text();
    }

    /**
     * {@return what a ledger has of the row}
     *
     * @param ledger of the import
     */
    public LegacyOrigin entryOf(Ledger ledger) {
        return new LegacyOrigin(ledger.system(), entity.text(), legacyId, ledger.runId(), fingerprint);
    }

    /** {@return the same without the row and what was reckoned, for callers that keep many} */
    public Origin withoutRow() {
        return new Origin(entity, key, legacyId, fingerprint);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Origin one
                && entity.equals(one.entity)
                && key.equals(one.key)
                && legacyId.equals(one.legacyId)
                && fingerprint.equals(one.fingerprint)
                && Objects.equals(row, one.row);
    }

    @Override
    public int hashCode() {
        return Objects.hash(entity, key, legacyId);
    }

    /** Names the row and shows nothing of its content. */
    @Override
    public String toString() {
        return "Origin[" + entity.text() + " " + legacyId + "]";
    }
}
