package dev.lockstile.auth.social;

import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What providers tell of the accounts at them: that one is disabled, gone, or signed out (RFC 8417, RISC profile,
 * Apple's notifications, Back-Channel Logout). Off unless a provider is configured to take them. An event is verified
 * with the provider's keys outside of transactions; each token counts once, and what it asks for is one transaction of
 * its own. It touches the account of that issuer and subject and the sessions that came by that provider, and nothing
 * else.
 */
public interface SocialEvents {

    /**
     * {@return the names of the providers whose events are taken in that form}
     *
     * @param delivery the form
     */
    List<String> providers(SocialEvent.Delivery delivery);

    /**
     * Receives an event.
     *
     * @param message the token, and where it came in
     * @return whether it is believed; the same answer whether or not the account is linked here
     */
    Result receive(Message message);

    /**
     * An event as it came.
     *
     * @param provider the name of the provider that it was sent to the endpoint of
     * @param delivery the form in which it came
     * @param token the signed token
     * @param address the sender's address as the host knows it
     */
    record Message(
            String provider,
            SocialEvent.Delivery delivery,
            Secret token,
            @Nullable String address) {}

    /** Why an event of a provider was refused. */
    enum Refusal {
        /** No provider of that name sends events in that form, or the host has not switched it on. */
        OFF("not_found"),
        /** No event in the form that was agreed on, too old, or of the future. */
        INVALID_REQUEST("invalid_request"),
        /** Signed with a key that is not the provider's, or in a way that is refused. */
        INVALID_KEY("invalid_key"),
        /** Of another issuer. */
        INVALID_ISSUER("invalid_issuer"),
        /** For another audience. */
        INVALID_AUDIENCE("invalid_audience"),
        /** Too many from that network. */
        THROTTLED("throttled"),
        /** The provider's keys cannot be fetched now: to be sent again. */
        UNAVAILABLE("unavailable");

        private final String code;

        Refusal(String code) {
            this.code = code;
        }

        /** {@return stable code; where RFC 8935 2.4 has one, that one} */
        public String code() {
            return code;
        }
    }

    /** How an event of a provider was received. */
    sealed interface Result {

        /**
         * It is believed, and what it asks for is done; the same for an account that is not linked here.
         *
         * @param repeated true for a token that was received before: nothing was done
         */
        record Accepted(boolean repeated) implements Result {}

        /**
         * Nothing changed.
         *
         * @param why what a client may be told, by its stable code
         * @param retryAt when to try again, where that helps
         */
        record Refused(Refusal why, @Nullable Instant retryAt) implements Result {}
    }
}
