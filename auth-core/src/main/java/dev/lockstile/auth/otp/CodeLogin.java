package dev.lockstile.auth.otp;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import org.jspecify.annotations.Nullable;

/** Sign-in with a one-time code. */
public interface CodeLogin {

    /**
     * Sends a code. The answer is the same whether or not an account has the identifier; if none has and sign-up by
     * code is off, nothing is sent. One transaction of its own; the message is sent after the commit.
     *
     * <p>Refused: an invalid identifier or a channel that does not fit it ({@link Refusal#INVALID_INPUT}), a request
     * within the cool-down or beyond the client's limits ({@link Refusal#THROTTLED}), and a client that has to pass the
     * host's human check ({@link Refusal#HUMAN_CHECK_REQUIRED}).
     *
     * @param request the identifier, the channel and the client
     * @return the same answer whether or not an account has the identifier, unless the host has chosen to expose it
     */
    Outcome<Sent> request(Request request);

    /**
     * Signs in with a code. The attempt is counted and committed before the code is verified, so that it stays counted
     * when the host rolls back; one transaction of its own follows, in which one of several concurrent correct attempts
     * succeeds.
     *
     * <p>{@link Refusal#INVALID_CODE} is the only refusal for a code that is wrong, used, replaced, expired or out of
     * attempts, and for an account that may not sign in. {@link Refusal#THROTTLED} is given whether or not an account
     * has the identifier; the code was not verified then. A malformed code uses no attempt.
     *
     * @param attempt the code, the identifier it was sent to, and the client
     * @return the new session, the second factor required, or the refusal
     */
    Outcome<SignIn> verify(Attempt attempt);

    /**
     * The identifier for which a code is requested.
     *
     * @param kind e-mail or phone
     * @param text as the person typed it
     */
    record CodeIdentifier(IdentifierKind kind, String text) {

        /**
         * {@return an identifier that is an e-mail address}
         *
         * @param text as the person typed it
         */
        public static CodeIdentifier email(String text) {
            return new CodeIdentifier(IdentifierKind.EMAIL, text);
        }

        /**
         * {@return an identifier that is a phone number}
         *
         * @param text as the person typed it; with the country's calling code unless the host has set a region
         */
        public static CodeIdentifier phone(String text) {
            return new CodeIdentifier(IdentifierKind.PHONE, text);
        }

        @Override
        public String toString() {
            return "CodeIdentifier[" + kind + "]";
        }
    }

    /**
     * A request for a code.
     *
     * @param identifier one e-mail address or phone number
     * @param channel by which to send the code; has to fit the identifier
     * @param address the client's IP address as determined by the host; null where it is not known
     * @param language BCP 47 tag of the client's language, for accounts without a chosen one; null for the
     *     service's language
     * @param evidence what the client presents in addition to the request
     */
    record Request(
            CodeIdentifier identifier,
            Channel channel,
            @Nullable String address,
            @Nullable String language,
            ClientEvidence evidence) {

        /**
         * Creates a request without evidence.
         *
         * @param identifier one e-mail address or phone number
         * @param channel by which to send the code; has to fit the identifier
         * @param address the client's IP address as determined by the host; null where it is not known
         * @param language BCP 47 tag of the client's language, for accounts without a chosen one; null for the
         *     service's language
         */
        public Request(
                CodeIdentifier identifier, Channel channel, @Nullable String address, @Nullable String language) {
            this(identifier, channel, address, language, ClientEvidence.NONE);
        }

        /**
         * Creates a request without a language or evidence.
         *
         * @param identifier one e-mail address or phone number
         * @param channel by which to send the code; has to fit the identifier
         * @param address the client's IP address as determined by the host; null where it is not known
         */
        public Request(CodeIdentifier identifier, Channel channel, @Nullable String address) {
            this(identifier, channel, address, null);
        }
    }

    /**
     * The answer to a request. A code is being sent if the recipient may receive one. A recipient that has reached its
     * limit of the hour or day keeps its last code.
     *
     * @param challengeId identifies this code at its verification
     * @param channel by which it was sent
     * @param userExists always true unless the host has chosen to expose whether an account exists
     */
    record Sent(String challengeId, Channel channel, boolean userExists) {}

    /**
     * An attempt to sign in with a code.
     *
     * @param identifier the address or number that the code was sent to
     * @param challengeId from {@link Sent}; null for the live code of the identifier
     * @param code as typed
     * @param client the client that signs in
     */
    record Attempt(CodeIdentifier identifier, @Nullable String challengeId, Secret code, ClientInfo client) {}
}
