package dev.lockstile.auth.imports.internal.draft;

import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.model.LegacyOrigin;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The source row from which a draft was made. Caches the row's ledger key. Safe for use by many threads. */
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
     * Creates an origin with the cells of the row.
     *
     * @param entity the kind of row
     * @param key the value by which the source pages: the row's key, or a position in a file
     * @param legacyId the row's key as text, as in the ledger
     * @param fingerprint digest of the row
     * @param row the row; null where its cells are not needed
     */
    public Origin(Entity entity, Object key, String legacyId, String fingerprint, @Nullable SourceRow row) {
        this.entity = entity;
        this.key = key;
        this.legacyId = legacyId;
        this.fingerprint = fingerprint;
        this.row = row;
    }

    /**
     * Creates an origin without the cells of the row.
     *
     * @param entity the kind of row
     * @param key the value by which the source pages
     * @param legacyId the row's key as text
     * @param fingerprint digest of the row
     */
    public Origin(Entity entity, Object key, String legacyId, String fingerprint) {
        this(entity, key, legacyId, fingerprint, null);
    }

    /**
     * Creates an origin for a source that pages by the row's key.
     *
     * @param entity the kind of row
     * @param key the row's key
     * @param fingerprint digest of the row
     */
    public Origin(Entity entity, Object key, String fingerprint) {
        this(entity, key, key.toString(), fingerprint);
    }

    /** {@return the kind of row} */
    public Entity entity() {
        return entity;
    }

    /** {@return the value by which the source pages: the row's key, or a position in a file} */
    public Object key() {
        return key;
    }

    /** {@return the row's key as text, as in the ledger} */
    public String legacyId() {
        return legacyId;
    }

    /** {@return the digest of the row} */
    public String fingerprint() {
        return fingerprint;
    }

    /** {@return the row; null where its cells are not needed} */
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
     * {@return the ledger entry of the row}
     *
     * @param ledger of the import
     */
    public LegacyOrigin entryOf(Ledger ledger) {
        return new LegacyOrigin(ledger.system(), entity.text(), legacyId, ledger.runId(), fingerprint);
    }

    /** {@return a copy without the cells and the cached key, which takes less memory} */
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

    /** Shows the kind and key of the row, without its cells. */
    @Override
    public String toString() {
        return "Origin[" + entity.text() + " " + legacyId + "]";
    }
}
