package dev.lockstile.auth.migrate.draft;

/**
 * The old row a draft was made of.
 *
 * @param key the old key as the source gave it; pages are cut by it
 * @param fingerprint digest of the row
 */
public record Origin(Entity entity, Object key, String fingerprint) {

    /** The old key as text, as it stands in the ledger. */
    public String legacyId() {
        return key.toString();
    }
}
