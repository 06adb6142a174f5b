package dev.lockstile.auth.factor;

import dev.lockstile.auth.model.PasskeyState;
import java.util.List;
import java.util.Optional;

/**
 * Reads and verifies what browsers show of passkeys (WebAuthn Level 3, 7), for {@code AuthBuilder.passkeys}. The module
 * {@code auth-passkeys} has one. It keeps nothing and checks no right; safe for use by many threads. Bytes of strangers
 * never make it throw: what cannot be read is refused.
 */
public interface PasskeyVerifier {

    /** {@return the site for which passkeys are made} */
    RelyingParty relyingParty();

    /** {@return the COSE numbers of the signature algorithms that it verifies, the preferred one first} */
    List<Integer> algorithms();

    /**
     * {@return what is wrong with its settings, each as {@code id: what is wrong, and what to do}; empty when nothing
     * is}
     */
    List<String> problems();

    /**
     * {@return the base64url id of the passkey that a credential names; empty when it is no credential}
     *
     * @param credential in its JSON form, as a browser sent it
     */
    Optional<String> credentialId(String credential);

    /**
     * Verifies the answer to {@code navigator.credentials.create}. The person has shown a PIN, a fingerprint or a face.
     *
     * @param challenge base64url, as it was sent
     * @param credential in its JSON form
     * @return the new passkey, or why it is refused
     */
    Verdict<NewPasskey> registered(String challenge, String credential);

    /**
     * Verifies the answer to {@code navigator.credentials.get} against the passkey that it names.
     *
     * @param challenge base64url, as it was sent
     * @param credential in its JSON form
     * @param stored the passkey that the credential names
     * @param alone true where nothing else tells who signs in: then the credential names its user, and the person has
     *     shown a PIN, a fingerprint or a face
     * @return the proof, or why it is refused
     */
    Verdict<Proof> proven(String challenge, String credential, PasskeyState stored, boolean alone);

    /**
     * For whom passkeys are made.
     *
     * @param id a domain, without scheme and port; a passkey works on it and on nothing else
     * @param name as it is shown to people
     */
    record RelyingParty(String id, String name) {}

    /**
     * A passkey that was made just now.
     *
     * @param key what the authenticator made
     * @param use its counter and backup state now
     */
    record NewPasskey(PasskeyState.Key key, PasskeyState.Use use) {}

    /**
     * A proof that the holder of the key answered.
     *
     * @param use to be written down
     * @param userVerified whether a PIN, a fingerprint or a face was shown
     */
    record Proof(PasskeyState.Use use, boolean userVerified) {}

    /**
     * How a verification ended.
     *
     * @param <T> what was verified
     */
    sealed interface Verdict<T> {

        /**
         * All is as it has to be.
         *
         * @param <T> what was verified
         * @param value to be written down
         */
        record Right<T>(T value) implements Verdict<T> {}

        /**
         * Something is not as it has to be.
         *
         * @param <T> what would have been verified
         * @param reason a stable code for events; the answer to the browser never tells it
         */
        record Wrong<T>(String reason) implements Verdict<T> {}
    }
}
