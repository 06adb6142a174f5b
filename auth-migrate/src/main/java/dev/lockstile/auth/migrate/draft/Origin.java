package dev.lockstile.auth.migrate.draft;

/**
 * The old row a draft was made of.
 *
 * @param key what the source cuts pages by: the old key, or a place in a file
 * @param legacyId the old key as text, as it stands in the ledger
 * @param fingerprint digest of the row
 */
public record Origin(Entity entity, Object key, String legacyId, String fingerprint) {

    /** A row whose pages are cut by its key. */
    public Origin(Entity entity, Object key, String fingerprint) {
        this(entity, key, key.toString(), fingerprint);
    }
}
