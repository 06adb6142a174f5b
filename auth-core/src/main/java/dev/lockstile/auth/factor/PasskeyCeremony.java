package dev.lockstile.auth.factor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a browser is asked to do with a passkey, once and within ten minutes.
 *
 * @param id to be sent back with the credential; the challenge itself, 256 random bits in base64url
 * @param relyingParty for whom the passkey is
 * @param credentials those that may be shown, or at a registration those that are there already; empty where any will
 *     do
 * @param verification true where the person has to show a PIN, a fingerprint or a face
 * @param owner who registers; null where a passkey is shown
 * @param expiresAt from this instant on the answer comes too late
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
     * @param id to be sent back with the credential; the challenge itself, 256 random bits in base64url
     * @param relyingParty for whom the passkey is
     * @param credentials those that may be shown, or at a registration those that are there already; empty where any
     *     will do
     * @param verification true where the person has to show a PIN, a fingerprint or a face
     * @param owner who registers; null where a passkey is shown
     * @param expiresAt from this instant on the answer comes too late
     */
    public PasskeyCeremony {
        credentials = List.copyOf(credentials);
    }

    /**
     * A passkey that the server knows.
     *
     * @param id base64url, as the authenticator gave it
     * @param transports by which it can be reached, as the browser told; may be empty
     */
    public record Credential(String id, List<String> transports) {

        /**
         * Copies the list.
         *
         * @param id base64url, as the authenticator gave it
         * @param transports by which it can be reached, as the browser told; may be empty
         */
        public Credential {
            transports = List.copyOf(transports);
        }
    }

    /**
     * For whom a passkey is made.
     *
     * @param handle base64url of 32 random bytes; says nothing about the person (WebAuthn Level 3, 14.6.1)
     * @param name by which the person tells accounts apart
     * @param algorithms COSE numbers, the preferred one first
     */
    public record Owner(String handle, String name, List<Integer> algorithms) {

        /**
         * Copies the list.
         *
         * @param handle base64url of 32 random bytes; says nothing about the person (WebAuthn Level 3, 14.6.1)
         * @param name by which the person tells accounts apart
         * @param algorithms COSE numbers, the preferred one first
         */
        public Owner {
            algorithms = List.copyOf(algorithms);
        }
    }
}
