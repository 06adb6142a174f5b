package dev.lockstile.auth.social;

import dev.lockstile.auth.secret.Secret;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A site that vouches for people. Implementations do the network's part and the cryptography: keys, discovery, token
 * requests. They are asked outside transactions, keep their own limits of time and size, and never answer with a person
 * whose proof they did not verify whole.
 */
public interface SocialProvider {

    /**
     * {@return the name in requests, paths and the table: lower-case ASCII letters, digits and dashes, at most 30; the
     * first and the last character is no dash}
     */
    String name();

    /**
     * {@return true where the site alone gives out the addresses that it calls verified, so that its word proves an
     * address (ASVS 6.8.4)}
     */
    boolean isEmailAuthoritative();

    /**
     * {@return true where the host has switched on that a verified address links an account to the person who has it
     * here}
     */
    boolean linksByEmail();

    /**
     * {@return true where browsers may be sent to that exact address afterwards}
     *
     * @param redirectUri compared character by character
     */
    boolean isRedirectUri(String redirectUri);

    /** {@return the address of this provider's own that browsers come back to by default} */
    String redirectUri();

    /**
     * {@return where a browser is sent to sign in}
     *
     * @param request state, nonce and code challenge of the transaction
     * @throws SocialUnavailableException when the site cannot be asked now for what the address needs
     */
    URI authorizationUri(AuthorizationRequest request) throws SocialUnavailableException;

    /**
     * {@return true when a callback with that {@code iss} is this provider's (RFC 9207 2.4): its issuer exactly, or
     * none where it does not announce one} A callback is asked about before its code is believed; a native client that
     * brings a code has had the callback itself.
     *
     * @param issuer the parameter {@code iss} of the callback; null when it had none
     * @throws SocialUnavailableException when the site cannot be asked now who its issuer is
     */
    default boolean isCallbackFrom(@Nullable String issuer) throws SocialUnavailableException {
        return issuer == null;
    }

    /**
     * {@return true where an account that was written down without an issuer, as imported ones are, is that issuer's}
     * For a provider with one issuer it always is.
     *
     * @param issuer as a verified proof says
     */
    default boolean isIssuerOfImported(String issuer) {
        return true;
    }

    /**
     * {@return false where {@link #isIssuerOfImported} is true of no issuer, as with many tenants} Then an account
     * without an issuer signs in no account and is not counted as a way into its owner's account.
     */
    default boolean admitsWithoutIssuer() {
        return true;
    }

    /**
     * {@return false where no proof of this provider ever says when the person last proved who they are} Then a sign-in
     * by it is never a recent proof.
     */
    default boolean tellsProofTimes() {
        return true;
    }

    /**
     * Verifies what a client or a browser brought.
     *
     * @param proof what a client or a browser brought
     * @return the person that the site vouches for, or the refusal
     * @throws SocialUnavailableException when the site cannot be asked now; says nothing about the person
     */
    Verdict verify(SocialProof proof) throws SocialUnavailableException;

    /** {@return in which forms events of this provider are taken; in none unless the host has switched it on} */
    default Set<SocialEvent.Delivery> eventDeliveries() {
        return Set.of();
    }

    /**
     * Verifies an event: signature by the provider's keys, issuer, audience, form. That a token counts once is seen to
     * by the caller.
     *
     * @param delivery the form in which it came
     * @param token as it came
     * @return what the token says, or why it is not believed
     * @throws SocialUnavailableException when the provider's keys cannot be fetched now
     */
    default EventVerdict verifyEvent(SocialEvent.Delivery delivery, Secret token) throws SocialUnavailableException {
        return new EventVerdict.Refused(SocialEvents.Refusal.OFF, "no events are taken");
    }

    /**
     * What goes into the address of a provider's sign-in page.
     *
     * @param redirectUri where the provider sends the browser back; registered there
     * @param state ties the answer to this transaction (RFC 6749 10.12)
     * @param nonce ties the ID token to this transaction (OpenID Connect Core 3.1.2.1)
     * @param codeChallenge S256 of the verifier (RFC 7636)
     * @param reauthenticate whether the person is to prove there who they are, even with a session there (OpenID
     *     Connect Core 3.1.2.1, {@code max_age}); a provider that knows no such request leaves it out
     */
    record AuthorizationRequest(
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

    /** What a provider made of a proof. */
    sealed interface Verdict {

        /**
         * Verified whole: signature, issuer, audience, times, nonce.
         *
         * @param person the account at the provider, and what it says of its holder
         */
        record Proven(SocialPerson person) implements Verdict {}

        /**
         * Not believed.
         *
         * @param reason for logs and events; no part of the token
         */
        record Refused(String reason) implements Verdict {}
    }

    /** What a provider's implementation made of an event. */
    sealed interface EventVerdict {

        /**
         * Verified whole: signature, issuer, audience, times, form.
         *
         * @param event what the token says
         */
        record Verified(SocialEvent event) implements EventVerdict {}

        /**
         * Not believed.
         *
         * @param why what the sender is told
         * @param reason for logs and events; no part of the token
         */
        record Refused(SocialEvents.Refusal why, String reason) implements EventVerdict {}
    }
}
