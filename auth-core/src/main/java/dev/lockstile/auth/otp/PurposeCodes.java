package dev.lockstile.auth.otp;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientInfo;
import java.time.Instant;
import java.util.List;
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
     * @param request to whom, and what the code is bound to
     * @return the challenge that the client sends with the code, or why there is none
     */
    IssueResult issue(Request request);

    /**
     * Verifies a code and uses it up. The attempt is counted and committed before the code is looked at; then one
     * transaction of its own in which one of many right attempts wins.
     *
     * @param attempt the code, its challenge and the data that it was bound to
     * @return verified once at most
     */
    VerifyResult verify(Attempt attempt);

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
     */
    record Request(
            Recipient recipient,
            String data,
            @Nullable String language,
            @Nullable String address) {

        @Override
        public String toString() {
            return "Request[hidden]";
        }
    }

    /** How a request for a code ended. */
    sealed interface IssueResult {

        /**
         * A code is on its way, if the recipient may have one.
         *
         * @param challengeId names this very code at verification
         * @param channel by which it leaves
         * @param validUntil from then on it is worth nothing
         */
        record Sent(String challengeId, Channel channel, Instant validUntil) implements IssueResult {}

        /**
         * A code for the host to send, to this recipient and to nobody else.
         *
         * @param challengeId names this very code at verification
         * @param channel by which it is to be sent
         * @param recipient the stored address or number
         * @param code in digits
         * @param validUntil from then on it is worth nothing
         */
        record HandedBack(String challengeId, Channel channel, String recipient, Secret code, Instant validUntil)
                implements IssueResult {

            @Override
            public String toString() {
                return "HandedBack[" + channel + "]";
            }
        }

        /**
         * No code was issued. For the host: an unauthenticated client that is told the reason learns who has an
         * account.
         *
         * @param why the reason
         * @param retryAt when to try again; null where it is not known
         */
        record Refused(Refusal why, @Nullable Instant retryAt) implements IssueResult {}

        /**
         * The request makes no sense.
         *
         * @param problems each names its field; at least one
         */
        record Invalid(List<FieldProblem> problems) implements IssueResult {
            /**
             * Copies the list.
             *
             * @param problems each names its field; at least one
             */
            public Invalid {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Why no code was issued. */
    enum Refusal {
        /** The account is not there, disabled or deleted. */
        ACCOUNT_UNAVAILABLE("account_unavailable"),
        /** The account has proven no address or number to which this purpose sends. */
        NO_PROVEN_ADDRESS("no_proven_address"),
        /** The last code is too young, or limits are reached. */
        THROTTLED("throttled");

        private final String code;

        Refusal(String code) {
            this.code = code;
        }

        /** {@return the stable code} */
        public String code() {
            return code;
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

    /** How a verification ended. */
    sealed interface VerifyResult {

        /**
         * The code was right, and is used up.
         *
         * @param user whose it was; null for an address or number without an account
         * @param channel by which it was sent
         * @param recipient the address or number that received it
         */
        record Verified(@Nullable UserId user, Channel channel, String recipient) implements VerifyResult {}

        /**
         * Wrong, used, replaced, expired, out of attempts, for other data, another purpose or another person, or of an
         * account that may not act: one answer for all.
         */
        record Refused() implements VerifyResult {}

        /**
         * Too many tries by this client or for this recipient; nothing was looked at.
         *
         * @param retryAt when to try again
         */
        record Throttled(Instant retryAt) implements VerifyResult {}

        /**
         * The request makes no sense; no attempt was spent.
         *
         * @param problems each names its field; at least one
         */
        record Invalid(List<FieldProblem> problems) implements VerifyResult {
            /**
             * Copies the list.
             *
             * @param problems each names its field; at least one
             */
            public Invalid {
                problems = List.copyOf(problems);
            }
        }
    }
}
