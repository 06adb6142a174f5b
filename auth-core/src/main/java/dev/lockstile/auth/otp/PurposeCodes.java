package dev.lockstile.auth.otp;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.ClientInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One-time codes for a purpose that the host declared with {@link PurposeSettings}. A recipient has one live code per
 * purpose; a new one replaces it. Safe for use by many threads.
 */
public interface PurposeCodes {

    /** Maximum length, in characters, of the data that a code is bound to. */
    int LONGEST_DATA = 1000;

    /** {@return the declared purpose} */
    PurposeSettings settings();

    /**
     * Issues a code and sends it, or returns it to the host. One transaction of its own; a message is sent after the
     * commit. The limits of all codes apply: of the recipient, the client's network, countries and daily costs.
     *
     * <p>Refused with {@link Refusal#ACCOUNT_UNAVAILABLE}, {@link Refusal#NO_PROVEN_ADDRESS}, {@link Refusal#THROTTLED}
     * and {@link Refusal#INVALID_INPUT}. Do not pass these on to an unauthenticated client: they reveal which accounts
     * exist.
     *
     * @param request the recipient, and the data that the code is bound to
     * @return the challenge that the client sends with the code, or the refusal
     */
    Outcome<Issued> issue(Request request);

    /**
     * Verifies a code and marks it used. The attempt is counted and committed before the code is verified; one
     * transaction of its own follows, in which one of several concurrent correct attempts succeeds.
     *
     * <p>{@link Refusal#INVALID_CODE} is the only refusal for a code that is wrong, used, replaced, expired, out of
     * attempts, bound to other data, or of another purpose or user; and for an account that is disabled or deleted.
     *
     * @param attempt the code, its challenge and the data that the code is bound to
     * @return the verified recipient, for one attempt only; or the refusal
     */
    Outcome<Verified> verify(Attempt attempt);

    /** The recipient of a code. */
    sealed interface Recipient {

        /**
         * A verified address or number of an account.
         *
         * @param user neither disabled nor deleted
         * @param channel null for e-mail if the address is verified, otherwise a text message
         */
        record Account(UserId user, @Nullable Channel channel) implements Recipient {}

        /**
         * An address or number. The code belongs to the account that has verified it. If there is none, a purpose with
         * {@link PurposeSettings#allowWithoutAccount()} sends the code; any other sends nothing and gives the same
         * answer.
         *
         * @param identifier as the person typed it
         */
        record Address(CodeIdentifier identifier) implements Recipient {}

        /**
         * {@return an account as the recipient: by e-mail if its address is verified, otherwise by text message}
         *
         * @param user neither disabled nor deleted
         */
        static Recipient account(UserId user) {
            return new Account(user, null);
        }

        /**
         * {@return an address or number as the recipient}
         *
         * @param identifier as the person typed it
         */
        static Recipient address(CodeIdentifier identifier) {
            return new Address(identifier);
        }
    }

    /**
     * A request for a code.
     *
     * @param recipient to whom the code is sent
     * @param data the data that the code is bound to, such as an order with its amount; verification requires the
     *     same text; at most {@link #LONGEST_DATA} characters, may be empty
     * @param language BCP 47 tag of the language for accounts without a chosen one; null for the service's language
     * @param address the client's IP address as determined by the host; null where no client made the request
     * @param evidence what the client presents in addition to the request
     */
    record Request(
            Recipient recipient,
            String data,
            @Nullable String language,
            @Nullable String address,
            ClientEvidence evidence) {

        /**
         * Creates a request without evidence.
         *
         * @param recipient to whom the code is sent
         * @param data the data that the code is bound to; at most {@link #LONGEST_DATA} characters, may be empty
         * @param language BCP 47 tag of the language for accounts without a chosen one; null for the service's
         *     language
         * @param address the client's IP address as determined by the host; null where no client made the request
         */
        public Request(Recipient recipient, String data, @Nullable String language, @Nullable String address) {
            this(recipient, data, language, address, ClientEvidence.NONE);
        }

        @Override
        public String toString() {
            return "Request[hidden]";
        }
    }

    /**
     * A code that was issued. It is being sent if the recipient may receive one, unless the purpose returns codes to
     * the host.
     *
     * @param challengeId identifies this code at its verification
     * @param channel by which it is sent
     * @param validUntil when the code expires
     * @param handedBack the code for the host to send; null where the library sends it
     */
    record Issued(
            String challengeId,
            Channel channel,
            Instant validUntil,
            @Nullable HandedBack handedBack) {}

    /**
     * A code that the host sends, to this recipient only.
     *
     * @param recipient the stored address or number
     * @param code in digits
     */
    record HandedBack(String recipient, Secret code) {

        @Override
        public String toString() {
            return "HandedBack[***]";
        }
    }

    /**
     * An attempt to verify a code.
     *
     * @param challengeId from {@link Issued}
     * @param code as typed
     * @param data the data that the code is bound to; compared character by character
     * @param user the account that the code has to belong to; null for any recipient
     * @param client the client that presents the code
     */
    record Attempt(
            String challengeId,
            Secret code,
            String data,
            @Nullable UserId user,
            ClientInfo client) {

        @Override
        public String toString() {
            return "Attempt[hidden]";
        }
    }

    /**
     * The code was correct and is now used.
     *
     * @param user the account of the code; null for an address or number without one
     * @param channel by which it was sent
     * @param recipient the address or number that received it
     */
    record Verified(@Nullable UserId user, Channel channel, String recipient) {}
}
