package dev.lockstile.auth.social;

/**
 * What goes into the address of a provider's sign-in page.
 *
 * @param redirectUri where the provider sends the browser back; registered there
 * @param state ties the answer to this transaction (RFC 6749 10.12)
 * @param nonce ties the ID token to this transaction (OpenID Connect Core 3.1.2.1)
 * @param codeChallenge S256 of the verifier (RFC 7636)
 * @param reauthenticate whether the person is to prove there who they are, even with a session there (OpenID Connect Core
 *     3.1.2.1, {@code max_age}); a provider that knows no such request leaves it out
 */
public record AuthorizationRequest(
        String redirectUri, String state, String nonce, String codeChallenge, boolean reauthenticate) {

    /**
     * With a session there if the person has one.
     *
     * @param redirectUri where the provider sends the browser back; registered there
     * @param state ties the answer to this transaction
     * @param nonce ties the ID token to this transaction
     * @param codeChallenge S256 of the verifier
     */
    public AuthorizationRequest(String redirectUri, String state, String nonce, String codeChallenge) {
        this(redirectUri, state, nonce, codeChallenge, false);
    }

    @Override
    public String toString() {
        return "AuthorizationRequest[" + redirectUri + "]";
    }
}
