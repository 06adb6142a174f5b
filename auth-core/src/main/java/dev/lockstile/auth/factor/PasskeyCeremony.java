package dev.lockstile.auth.factor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of a WebAuthn ceremony: one registration or use of a passkey, within ten minutes.
 *
 * @param id sent back with the credential; the challenge itself, 256 random bits in base64url
 * @param relyingParty the site of the passkey
 * @param credentials the passkeys that may be used, or at a registration the existing ones; empty where any may be
 *     used
 * @param verification true where user verification (a PIN, fingerprint or face) is required
 * @param owner the account at a registration; null at a use
 * @param expiresAt after this time the response is refused
 */
public record PasskeyCeremony(
        String id,
        PasskeyVerifier.RelyingParty relyingParty,
        List<Credential> credentials,
        boolean verification,
        @Nullable Owner owner,
        Instant expiresAt) {

    /**
     * Copies the list.
     *
     * @param id sent back with the credential; the challenge itself, 256 random bits in base64url
     * @param relyingParty the site of the passkey
     * @param credentials the passkeys that may be used, or at a registration the existing ones; empty where any may
     *     be used
     * @param verification true where user verification (a PIN, fingerprint or face) is required
     * @param owner the account at a registration; null at a use
     * @param expiresAt after this time the response is refused
     */
    public PasskeyCeremony {
        credentials = List.copyOf(credentials);
    }

    /**
     * A passkey that the server knows.
     *
     * @param id base64url, from the authenticator
     * @param transports the transports reported by the browser; may be empty
     */
    public record Credential(String id, List<String> transports) {

        /**
         * Copies the list.
         *
         * @param id base64url, from the authenticator
         * @param transports the transports reported by the browser; may be empty
         */
        public Credential {
            transports = List.copyOf(transports);
        }
    }

    /**
     * The account for which a passkey is registered.
     *
     * @param handle base64url of 32 random bytes; contains no personal data (WebAuthn Level 3, 14.6.1)
     * @param name by which the user tells accounts apart
     * @param algorithms COSE numbers, the preferred one first
     */
    public record Owner(String handle, String name, List<Integer> algorithms) {

        /**
         * Copies the list.
         *
         * @param handle base64url of 32 random bytes; contains no personal data (WebAuthn Level 3, 14.6.1)
         * @param name by which the user tells accounts apart
         * @param algorithms COSE numbers, the preferred one first
         */
        public Owner {
            algorithms = List.copyOf(algorithms);
        }
    }
}
