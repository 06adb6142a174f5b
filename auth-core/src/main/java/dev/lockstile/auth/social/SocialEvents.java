package dev.lockstile.auth.social;

import java.util.List;

/**
 * What providers tell of the accounts at them: that one is disabled, gone, or signed out (RFC 8417, RISC profile, Apple's
 * notifications, Back-Channel Logout). Off unless a provider is configured to take them. An event is verified with the
 * provider's keys outside of transactions; each token counts once, and what it asks for is one transaction of its own.
 * It touches the account of that issuer and subject and the sessions that came by that provider, and nothing else.
 */
public interface SocialEvents {

    /**
     * {@return the names of the providers whose events are taken in that form}
     *
     * @param delivery the form
     */
    List<String> providers(SocialEventDelivery delivery);

    /**
     * Receives an event.
     *
     * @param message the token, and where it came in
     * @return whether it is believed; the same answer whether or not anybody here has the account
     */
    SocialEventResult receive(SocialEventMessage message);
}
