package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.draft.Origin;
import dev.lockstile.auth.model.LegacyOrigin;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * How old rows are entered in the ledger.
 *
 * @param system the old system's name
 */
record Ledger(String system, String runId) {

    /** The longest old key the ledger holds. */
    static final int MAX_LEGACY_ID = 255;

    /** The unique key of an old row: SHA-256 in base64url. */
    String key(Origin origin) {
        String text = system + '|' + origin.entity().text() + '|' + origin.legacyId();
        byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    LegacyOrigin entry(Origin origin) {
        return new LegacyOrigin(system, origin.entity().text(), origin.legacyId(), runId, origin.fingerprint());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
