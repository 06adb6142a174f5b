package dev.lockstile.auth.social;

/** What a provider made of a proof. */
public sealed interface SocialVerdict {

    /**
     * Verified whole: signature, issuer, audience, times, nonce.
     *
     * @param person the account at the provider, and what it says of its holder
     */
    record Proven(SocialPerson person) implements SocialVerdict {}

    /**
     * Not believed.
     *
     * @param reason for logs and events; no part of the token
     */
    record Refused(String reason) implements SocialVerdict {}
}
