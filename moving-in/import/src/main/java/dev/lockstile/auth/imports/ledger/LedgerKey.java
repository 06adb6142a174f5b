package dev.lockstile.auth.imports.ledger;

import dev.lockstile.auth.imports.internal.ShortDigest;
import dev.lockstile.auth.model.LegacyOrigin;

/**
 * Computes the unique key of an imported row in the ledger: SHA-256 over system, kind of row and source key, as text in
 * base64url. It does not depend on the run, so that a later run finds the row.
 */
public final class LedgerKey {

    private LedgerKey() {}

    /**
     * {@return the key of a source row}
     *
     * @param system the source system's name
     * @param entity the kind of row, such as {@code users}
     * @param legacyId the row's key in the source, as text
     */
    public static String of(String system, String entity, String legacyId) {
        return ShortDigest.text(system + '|' + entity + '|' + legacyId);
    }

    /**
     * {@return the key of a ledger entry}
     *
     * @param origin of the entry
     */
    public static String of(LegacyOrigin origin) {
        return of(origin.system(), origin.entity(), origin.legacyId());
    }
}
