package dev.lockstile.auth.factor;

import dev.lockstile.auth.model.PasskeyState;
import java.util.List;
import java.util.Optional;

/**
 * Verifies passkey credentials from browsers (WebAuthn Level 3, 7), for {@code AuthBuilder.passkeys}. The module
 * {@code auth-passkeys} has an implementation. It stores nothing and checks no permission. Malformed input must be
 * refused and not throw. Safe for use by many threads.
 */
public interface PasskeyVerifier {

    /** {@return the site of the passkeys} */
    RelyingParty relyingParty();

    /** {@return the COSE numbers of the supported signature algorithms, the preferred one first} */
    List<Integer> algorithms();

    /** {@return the problems of its settings, each as {@code id: what is wrong, and what to do}; empty for none} */
    List<String> problems();

    /**
     * {@return the base64url id of the passkey in a credential; empty for an invalid credential}
     *
     * @param credential in its JSON form, as received from a browser
     */
    Optional<String> credentialId(String credential);

    /**
     * Verifies the response to {@code navigator.credentials.create}. User verification (a PIN, fingerprint or face) is
     * required.
     *
     * @param challenge the challenge that was sent, in base64url
     * @param credential in its JSON form
     * @return the new passkey, or the reason of the refusal
     */
    Verdict<NewPasskey> registered(String challenge, String credential);

    /**
     * Verifies the response to {@code navigator.credentials.get} with the stored passkey that it names.
     *
     * @param challenge the challenge that was sent, in base64url
     * @param credential in its JSON form
     * @param stored the passkey that the credential names
     * @param alone true for a sign-in with the passkey only, which requires a user handle in the credential and
     *     user verification
     * @return the proof, or the reason of the refusal
     */
    Verdict<Proof> proven(String challenge, String credential, PasskeyState stored, boolean alone);

    /**
     * The relying party: the site of the passkeys.
     *
     * @param id a domain, without scheme and port; passkeys work on this domain only
     * @param name as displayed to users
     */
    record RelyingParty(String id, String name) {}

    /**
     * A new passkey.
     *
     * @param key the key from the authenticator
     * @param use its signature counter and backup state
     */
    record NewPasskey(PasskeyState.Key key, PasskeyState.Use use) {}

    /**
     * A verified use of a passkey.
     *
     * @param use the new counter and backup state, to be stored
     * @param userVerified whether the user was verified by a PIN, fingerprint or face
     */
    record Proof(PasskeyState.Use use, boolean userVerified) {}

    /**
     * The result of a verification.
     *
     * @param <T> type of the verified value
     */
    sealed interface Verdict<T> {

        /**
         * The credential is valid.
         *
         * @param <T> type of the verified value
         * @param value the value to store
         */
        record Right<T>(T value) implements Verdict<T> {}

        /**
         * The credential is invalid.
         *
         * @param <T> type of the value of a valid credential
         * @param reason a stable code for events; never included in the answer to the browser
         */
        record Wrong<T>(String reason) implements Verdict<T> {}
    }
}
