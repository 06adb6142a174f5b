package dev.lockstile.auth.social;

import dev.lockstile.auth.secret.Secret;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider. Implementations do the network requests and the cryptography: keys, discovery, token requests.
 * They are called outside transactions, have to limit time and size themselves, and must not return a person whose
 * proof they did not completely verify.
 */
public interface SocialProvider {

    /**
     * {@return the name in requests, paths and the table: lower-case ASCII letters, digits and hyphens, at most 30,
     * without a hyphen at the start or end}
     */
    String name();

    /**
     * {@return true where the provider is the authority for the addresses that it reports as verified, so that its
     * assertion verifies an address (ASVS 6.8.4)}
     */
    boolean isEmailAuthoritative();

    /**
     * {@return true where the host allows a verified address to link an account at the provider to the account with
     * that address}
     */
    boolean linksByEmail();

    /**
     * {@return true for an allowed redirect URI}
     *
     * @param redirectUri compared character by character
     */
    boolean isRedirectUri(String redirectUri);

    /** {@return the default redirect URI of this provider} */
    String redirectUri();

    /**
     * {@return the authorization address to which a browser is redirected}
     *
     * @param request state, nonce and code challenge of the transaction
     * @throws SocialUnavailableException when the provider's configuration cannot be fetched now
     */
    URI authorizationUri(AuthorizationRequest request) throws SocialUnavailableException;

    /**
     * {@return true when a callback with that {@code iss} is this provider's (RFC 9207 2.4): its issuer exactly, or
     * none where it does not announce one} Called before a callback's code is used. A native client that sends a code
     * received the callback itself.
     *
     * @param issuer the parameter {@code iss} of the callback; null when it had none
     * @throws SocialUnavailableException when the provider's configuration cannot be fetched now
     */
    default boolean isCallbackFrom(@Nullable String issuer) throws SocialUnavailableException {
        return issuer == null;
    }

    /**
     * {@return true where an account stored without an issuer, such as an imported one, belongs to that issuer} Always
     * true for a provider with one issuer.
     *
     * @param issuer the issuer of a verified proof
     */
    default boolean isIssuerOfImported(String issuer) {
        return true;
    }

    /**
     * {@return false where {@link #isIssuerOfImported} is false for every issuer, as with many tenants} An account
     * without an issuer then cannot sign in and does not count as a sign-in method.
     */
    default boolean admitsWithoutIssuer() {
        return true;
    }

    /**
     * {@return false where proofs of this provider never have the time of the user's last authentication} A sign-in by
     * it then never counts as a recent authentication.
     */
    default boolean tellsProofTimes() {
        return true;
    }

    /**
     * Verifies a proof.
     *
     * @param proof from a client or browser
     * @return the person, or the refusal
     * @throws SocialUnavailableException when the provider does not answer now; says nothing about the person
     */
    Verdict verify(SocialProof proof) throws SocialUnavailableException;

    /** {@return the forms in which events of this provider are accepted; none unless the host has allowed it} */
    default Set<SocialEvent.Delivery> eventDeliveries() {
        return Set.of();
    }

    /**
     * Verifies an event: signature by the provider's keys, issuer, audience, form. The caller ensures that a token is
     * accepted once.
     *
     * @param delivery the form of the token
     * @param token as received
     * @return the event, or the refusal
     * @throws SocialUnavailableException when the provider's keys cannot be fetched now
     */
    default EventVerdict verifyEvent(SocialEvent.Delivery delivery, Secret token) throws SocialUnavailableException {
        return new EventVerdict.Refused(SocialEvents.Refusal.OFF, "no events are taken");
    }

    /**
     * The parameters of an authorization request.
     *
     * @param redirectUri the redirect URI, registered at the provider
     * @param state binds the answer to this transaction (RFC 6749 10.12)
     * @param nonce binds the ID token to this transaction (OpenID Connect Core 3.1.2.1)
     * @param codeChallenge S256 of the verifier (RFC 7636)
     * @param reauthenticate whether the provider should authenticate the user again despite a session there (OpenID
     *     Connect Core 3.1.2.1, {@code max_age}); ignored by a provider without such a parameter
     */
    record AuthorizationRequest(
            String redirectUri, String state, String nonce, String codeChallenge, boolean reauthenticate) {

        /**
         * Creates a request that uses an existing session at the provider.
         *
         * @param redirectUri the redirect URI, registered at the provider
         * @param state binds the answer to this transaction
         * @param nonce binds the ID token to this transaction
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

    /** The result of the verification of a proof. */
    sealed interface Verdict {

        /**
         * Completely verified: signature, issuer, audience, times, nonce.
         *
         * @param person the account at the provider and its holder's data
         */
        record Proven(SocialPerson person) implements Verdict {}

        /**
         * Refused.
         *
         * @param reason for logs and events; no part of the token
         */
        record Refused(String reason) implements Verdict {}
    }

    /** The result of the verification of an event. */
    sealed interface EventVerdict {

        /**
         * Completely verified: signature, issuer, audience, times, form.
         *
         * @param event the content of the token
         */
        record Verified(SocialEvent event) implements EventVerdict {}

        /**
         * Refused.
         *
         * @param why the reason for the sender
         * @param reason for logs and events; no part of the token
         */
        record Refused(SocialEvents.Refusal why, String reason) implements EventVerdict {}
    }
}
