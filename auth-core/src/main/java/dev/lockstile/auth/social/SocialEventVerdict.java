package dev.lockstile.auth.social;

/** What a provider's implementation made of an event. */
public sealed interface SocialEventVerdict {

    /**
     * Verified whole: signature, issuer, audience, times, form.
     *
     * @param event what the token says
     */
    record Verified(SocialEvent event) implements SocialEventVerdict {}

    /**
     * Not believed.
     *
     * @param why what the sender is told
     * @param reason for logs and events; no part of the token
     */
    record Refused(SocialEventRefusal why, String reason) implements SocialEventVerdict {}
}
