package dev.lockstile.auth.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as stored (WebAuthn Level 3, section 4: credential record). It contains no secret.
 *
 * @param passkeyId id by which requests of the owner name the passkey
 * @param key the values that the authenticator created
 * @param use the values that change with each authentication
 * @param name the name that the owner gave the passkey, 1 to 64 characters
 * @param createdAt when the passkey was registered
 */
public record PasskeyState(String passkeyId, Key key, Use use, String name, Instant createdAt) {

    /**
     * The values that the authenticator created at the registration.
     *
     * @param credentialId base64url, up to 1023 bytes
     * @param userHandle base64url of 32 random bytes, the same for all passkeys of a user; empty for an imported
     *     passkey whose source has none
     * @param publicKey base64url of a COSE key
     * @param backupEligible true when the credential may be copied to other devices; never changes
     * @param transports the transports that the browser reported; may be empty
     * @param aaguid the model that the authenticator reported, which is not verified
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
         *     passkey whose source has none
         * @param publicKey base64url of a COSE key
         * @param backupEligible true when the credential may be copied to other devices; never changes
         * @param transports the transports that the browser reported; may be empty
         * @param aaguid the model that the authenticator reported, which is not verified
         */
        public Key {
            transports = List.copyOf(transports);
        }
    }

    /**
     * The values that change with each authentication.
     *
     * @param signCount signature counter; 0 when the authenticator has none
     * @param backedUp true when the credential is backed up, as the authenticator last reported
     * @param lastUsedAt when the passkey last authenticated its owner; null before its first use
     */
    public record Use(
            long signCount, boolean backedUp, @Nullable Instant lastUsedAt) {}
}
