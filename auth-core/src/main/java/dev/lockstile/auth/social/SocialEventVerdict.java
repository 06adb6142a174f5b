package dev.lockstile.auth.social;

/** What a provider's implementation made of an event. */
public sealed interface SocialEventVerdict {

    /** Verified whole: signature, issuer, audience, times, form. */
    record Verified(SocialEvent event) implements SocialEventVerdict {}

    /**
     * Not believed.
     *
     * @param reason for logs and events; no part of the token
     */
    record Refused(SocialEventRefusal why, String reason) implements SocialEventVerdict {}
}
