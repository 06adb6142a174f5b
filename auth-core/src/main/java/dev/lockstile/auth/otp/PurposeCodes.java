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
 * One-time codes for one purpose of the host's own, as declared with {@link PurposeSettings}. One code is live per
 * recipient and purpose; a newer one ends it. Safe for any number of threads.
 */
public interface PurposeCodes {

    /** Characters that data may have to which a code is bound. */
    int LONGEST_DATA = 1000;

    /** {@return the purpose as it was declared} */
    PurposeSettings settings();

    /**
     * Issues a code and sends it, or hands it back. One transaction of its own; a message leaves after the commit.
     * Limits are those of every code: of the recipient, the client's network, countries and the day's costs.
     *
     * <p>Refused, for the host alone: {@link Refusal#ACCOUNT_UNAVAILABLE}, {@link Refusal#NO_PROVEN_ADDRESS}, {@link
     * Refusal#THROTTLED} and {@link Refusal#INVALID_INPUT}. An unauthenticated client that is told the reason learns
     * who has an account.
     *
     * @param request to whom, and what the code is bound to
     * @return the challenge that the client sends with the code, or why there is none
     */
    Outcome<Issued> issue(Request request);

    /**
     * Verifies a code and uses it up. The attempt is counted and committed before the code is looked at; then one
     * transaction of its own in which one of many right attempts wins.
     *
     * <p>{@link Refusal#INVALID_CODE} is the one answer for wrong, used, replaced, expired, out of attempts, for other
     * data, another purpose or another person, and of an account that may not act.
     *
     * @param attempt the code, its challenge and the data that it was bound to
     * @return verified once at most
     */
    Outcome<Verified> verify(Attempt attempt);

    /** To whom a code goes. */
    sealed interface Recipient {

        /**
         * The proven address or number of an account.
         *
         * @param user in good standing
         * @param channel null for whichever is proven, e-mail before text message
         */
        record Account(UserId user, @Nullable Channel channel) implements Recipient {}

        /**
         * An address or number. The code belongs to the account that has proven it. Where there is none, a purpose that
         * allows it sends the code all the same; any other sends nothing, and the answer is as if it had.
         *
         * @param identifier as the person typed it
         */
        record Address(CodeIdentifier identifier) implements Recipient {}

        /**
         * {@return an account, by whichever channel is proven}
         *
         * @param user in good standing
         */
        static Recipient account(UserId user) {
            return new Account(user, null);
        }

        /**
         * {@return an address or number}
         *
         * @param identifier as the person typed it
         */
        static Recipient address(CodeIdentifier identifier) {
            return new Address(identifier);
        }
    }

    /**
     * A code that is asked for.
     *
     * @param recipient to whom it goes
     * @param data what it is bound to, such as an order with its amount; compared whole at verification; may be empty,
     *     at most {@link #LONGEST_DATA} characters
     * @param language BCP 47 tag for people who have not told theirs; null takes the service's
     * @param address the client's address as the host knows it; null where no client asks
     * @param evidence what the client shows beside the request
     */
    record Request(
            Recipient recipient,
            String data,
            @Nullable String language,
            @Nullable String address,
            ClientEvidence evidence) {

        /**
         * A request by a client that shows nothing of itself, or by none.
         *
         * @param recipient to whom it goes
         * @param data what it is bound to; may be empty, at most {@link #LONGEST_DATA} characters
         * @param language BCP 47 tag for people who have not told theirs; null takes the service's
         * @param address the client's address as the host knows it; null where no client asks
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
     * A code that was issued. It is on its way, if the recipient may have one, unless the purpose hands codes back.
     *
     * @param challengeId names this very code at verification
     * @param channel by which it leaves
     * @param validUntil from then on it is worth nothing
     * @param handedBack the code for the host to send; null where the library sends it
     */
    record Issued(
            String challengeId,
            Channel channel,
            Instant validUntil,
            @Nullable HandedBack handedBack) {}

    /**
     * A code for the host to send, to this recipient alone.
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
     * An attempt to use a code.
     *
     * @param challengeId the challenge that issuing told
     * @param code as typed
     * @param data what the code was bound to, character for character
     * @param user whose code it has to be; null where any recipient's will do
     * @param client where the request comes from
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
     * The code was right, and is used up.
     *
     * @param user whose it was; null for an address or number without an account
     * @param channel by which it was sent
     * @param recipient the address or number that received it
     */
    record Verified(@Nullable UserId user, Channel channel, String recipient) {}
}
