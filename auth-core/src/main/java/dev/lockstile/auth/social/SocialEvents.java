package dev.lockstile.auth.social;

import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Receives events of providers about their accounts, such as a disabled, deleted or signed-out account (RFC 8417, RISC
 * profile, Apple's notifications, Back-Channel Logout). Off unless a provider is configured for events. An event is
 * verified with the provider's keys outside transactions; each token is accepted once, and its effect is one
 * transaction of its own. It affects only the linked account with that issuer and subject, and sessions that were
 * opened by that provider.
 */
public interface SocialEvents {

    /**
     * {@return the names of the providers whose events are accepted in that form}
     *
     * @param delivery the form
     */
    List<String> providers(SocialEvent.Delivery delivery);

    /**
     * Receives an event.
     *
     * @param message the token, its provider and form
     * @return accepted or refused; the same answer whether or not the account is linked
     */
    Result receive(Message message);

    /**
     * A received event, not verified yet.
     *
     * @param provider the name of the provider, from the path of the endpoint
     * @param delivery the form of the token
     * @param token the signed token
     * @param address the sender's IP address as determined by the host
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
        /** Not an event in the configured form, too old, or issued in the future. */
        INVALID_REQUEST("invalid_request"),
        /** Signed with a key that is not the provider's, or with an algorithm that is not allowed. */
        INVALID_KEY("invalid_key"),
        /** The issuer is not the provider's. */
        INVALID_ISSUER("invalid_issuer"),
        /** The audience is not this application. */
        INVALID_AUDIENCE("invalid_audience"),
        /** Too many events from that network. */
        THROTTLED("throttled"),
        /** The provider's keys cannot be fetched now; the sender has to try again. */
        UNAVAILABLE("unavailable");

        private final String code;

        Refusal(String code) {
            this.code = code;
        }

        /** {@return the stable code: that of RFC 8935 2.4 where it has one} */
        public String code() {
            return code;
        }
    }

    /** The result of a received event. */
    sealed interface Result {

        /**
         * The event is valid and has had its effect; also for an account that is not linked.
         *
         * @param repeated true for a token that was received before and had no further effect
         */
        record Accepted(boolean repeated) implements Result {}

        /**
         * The event was refused; nothing was changed.
         *
         * @param why the reason, which the sender may be given by its stable code
         * @param retryAt when to try again; null where that does not help
         */
        record Refused(Refusal why, @Nullable Instant retryAt) implements Result {}
    }
}
