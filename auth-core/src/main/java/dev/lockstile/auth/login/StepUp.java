package dev.lockstile.auth.login;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Proving again who one is, before a sensitive step (ASVS 7.5.1, 7.5.3): an access token may have been stolen, and
 * neither it nor a refresh token renews the time of the last proof. A proof changes that time for the session it was
 * given in and for no other one, and the access token that comes back carries it.
 */
public interface StepUp {

    /**
     * {@return true while the caller's last proof is fresh enough for a sensitive step} The token says so; of a caller
     * who has shown one factor the store is asked whether the account has a second one, which is wanted then.
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     */
    boolean isRecent(Caller caller);

    /**
     * Proves by the password. Hashing runs outside any transaction; then one transaction of its own.
     *
     * <p>Refused with one answer: a wrong password and an account that has none.
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     * @param password as typed
     * @return a new access token, or why there is none
     */
    Result byPassword(Caller caller, Secret password);

    /**
     * Proves by the second factor, which is what an account that has one proves by: a password or a sent code is
     * refused then. The attempt is counted and committed before it is looked at.
     *
     * <p>Refused with one answer: wrong, used, paused, and an account without a second factor.
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     * @param proof what is shown as the second factor
     * @return a new access token, or why there is none
     */
    Result byFactor(Caller caller, FactorProof proof);

    /**
     * Sends a code to a proven address or number of the caller's own, never to one that the request names. One
     * transaction of its own; the message leaves after the commit.
     *
     * <p>Refused as throttled: within the cool-down, beyond the limits of the recipient, and beyond those of the
     * client's network, which count with other requests for codes ({@code OTP_REQUEST_IP}).
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     * @param channel null for e-mail where the address is proven, else a text message
     * @param address of the client, as the host knows it; null where it does not, and then all of those share one limit
     * @return the challenge that goes with the code, or why none was sent
     */
    CodeResult requestCode(Caller caller, @Nullable Channel channel, @Nullable String address);

    /**
     * Proves by such a code. The attempt is counted and committed before the code is looked at; then one transaction of
     * its own in which one of many winners goes on. A code sent for anything else is worth nothing here.
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     * @param challengeId as {@link CodeResult.Sent} gave it
     * @param code as typed
     * @return a new access token, or why there is none
     */
    Result byCode(Caller caller, String challengeId, Secret code);

    /** How a request for a code to prove oneself again ended. */
    sealed interface CodeResult {

        /**
         * A code is on its way to the caller's own address or number.
         *
         * @param challengeId to be sent with the code
         * @param channel by which it was sent
         */
        record Sent(String challengeId, Channel channel) implements CodeResult {}

        /**
         * No code was sent.
         *
         * @param why what a client may be told, by its stable code
         * @param retryAt when to try again, where that helps
         */
        record Refused(Refusal why, @Nullable Instant retryAt) implements CodeResult {

            /**
             * Refused, and nothing is known on when to try again.
             *
             * @param why what a client may be told, by its stable code
             */
            public Refused(Refusal why) {
                this(why, null);
            }
        }
    }

    /** Why somebody could not prove again who they are. */
    enum Refusal {
        /** The password is wrong, or the account has none. */
        INVALID_CREDENTIALS("invalid_credentials"),
        /** The code is wrong, used, replaced, expired, out of attempts or somebody else's. */
        INVALID_CODE("invalid_code"),
        /** The text is no code: it holds letters, or another count of digits; no attempt was spent. */
        MALFORMED_CODE("malformed_code"),
        /** The account has a second factor, and neither a password nor a sent code proves that one. */
        SECOND_FACTOR_REQUIRED("second_factor_required"),
        /** The second factor is wrong, used or paused, or the account has none. */
        INVALID_SECOND_FACTOR("invalid_second_factor"),
        /** The caller has no proven address or number of that kind. */
        NO_PROVEN_ADDRESS("no_proven_address"),
        /** The caller's session is over. */
        SESSION_ENDED("session_ended"),
        /** Too many tries or messages. */
        THROTTLED("throttled"),
        /** The machine is busy hashing; not counted. */
        BUSY("busy");

        private final String code;

        Refusal(String code) {
            this.code = code;
        }

        /** {@return the stable code for the wire, such as {@code invalid_code}} */
        public String code() {
            return code;
        }
    }

    /** How a new proof ended. */
    sealed interface Result {

        /**
         * The caller is who they say.
         *
         * @param access takes the place of the access token; the refresh token stays as it is
         * @param expiresAt when the access token runs out
         */
        record Proven(Secret access, Instant expiresAt) implements Result {}

        /**
         * Nothing changed but the count of attempts.
         *
         * @param why what a client may be told, by its stable code
         * @param retryAt when to try again, where that helps
         */
        record Refused(Refusal why, @Nullable Instant retryAt) implements Result {

            /**
             * Refused, and nothing is known on when to try again.
             *
             * @param why what a client may be told, by its stable code
             */
            public Refused(Refusal why) {
                this(why, null);
            }
        }
    }
}
