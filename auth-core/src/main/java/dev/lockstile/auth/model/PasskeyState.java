package dev.lockstile.auth.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as stored (WebAuthn Level 3, 4: credential record). It contains no secret.
 *
 * @param passkeyId how its owner names it to us
 * @param key what the authenticator made
 * @param use what changes with each proof
 * @param name what its owner calls it, 1 to 64 characters
 * @param createdAt when it was registered
 */
public record PasskeyState(String passkeyId, Key key, Use use, String name, Instant createdAt) {

    /**
     * What the authenticator made.
     *
     * @param credentialId base64url, up to 1023 bytes
     * @param userHandle base64url of 32 random bytes, the same for all passkeys of a user; empty for an imported one of
     *     which the old system noted none
     * @param publicKey base64url of a COSE key
     * @param backupEligible whether it may be copied to other devices; never changes
     * @param transports the transports reported by the browser; may be empty
     * @param aaguid the model of the authenticator as it names itself; nothing follows from it
     */
    public record Key(
            String credentialId,
            String userHandle,
            String publicKey,
            boolean backupEligible,
            List<String> transports,
            String aaguid) {

        /**
         * Copies the list.
         *
         * @param credentialId base64url, up to 1023 bytes
         * @param userHandle base64url of 32 random bytes, the same for all passkeys of a user; empty for an imported
         *     one of which the old system noted none
         * @param publicKey base64url of a COSE key
         * @param backupEligible whether it may be copied to other devices; never changes
         * @param transports the transports reported by the browser; may be empty
         * @param aaguid the model of the authenticator as it names itself; nothing follows from it
         */
        public Key {
            transports = List.copyOf(transports);
        }
    }

    /**
     * What changes with each proof.
     *
     * @param signCount 0 where the authenticator does not count
     * @param backedUp whether it lies on other devices too, as the authenticator last said
     * @param lastUsedAt when it was last shown; null when it never was
     */
    public record Use(
            long signCount, boolean backedUp, @Nullable Instant lastUsedAt) {}
}
