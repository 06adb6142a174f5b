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

/** Signing in with a one-time code. */
public interface CodeLogin {

    /**
     * Sends a code. The answer is the same whether or not an account has the identifier; where none has, and sign-up by
     * code is off, nothing is sent. One transaction of its own; the message leaves after the commit.
     *
     * <p>Refused: an identifier or a channel that makes no sense, the last code too young or too many requests of the
     * client ({@link Refusal#THROTTLED}), and the host's check for people.
     *
     * @param request where to send it, and the client it came from
     * @return the same answer whether or not an account has the identifier, unless the host decided to expose it
     */
    Outcome<Sent> request(Request request);

    /**
     * Signs in with a code. The attempt is counted and committed before the code is looked at, so a refusal stays
     * counted whatever the host rolls back; then one transaction of its own in which one of many winners goes on.
     *
     * <p>{@link Refusal#INVALID_CODE} is the one answer for wrong, used, replaced, expired, out of attempts, and an
     * account that may not sign in. {@link Refusal#THROTTLED}, whether or not an account has the recipient: nothing was
     * looked at. What makes no sense spends no attempt.
     *
     * @param attempt the code, where it was sent, and the client
     * @return the new session, the second factor that is required, or why there is none
     */
    Outcome<SignIn> verify(Attempt attempt);

    /**
     * The identifier a code is asked for.
     *
     * @param kind e-mail or phone
     * @param text as the person typed it
     */
    record CodeIdentifier(IdentifierKind kind, String text) {

        /**
         * {@return an e-mail address}
         *
         * @param text as the person typed it
         */
        public static CodeIdentifier email(String text) {
            return new CodeIdentifier(IdentifierKind.EMAIL, text);
        }

        /**
         * {@return a phone number}
         *
         * @param text as the person typed it; with the country's prefix unless the host has set a region
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
     * @param identifier e-mail address or phone number; exactly one (mixing the two is how accounts are taken over)
     * @param channel how to send it: must fit the identifier
     * @param address the client's address as the host knows it
     * @param language BCP 47 tag of the client, for people who have not told theirs; null takes the service's
     * @param evidence what the client shows beside the request
     */
    record Request(
            CodeIdentifier identifier,
            Channel channel,
            @Nullable String address,
            @Nullable String language,
            ClientEvidence evidence) {

        /**
         * A request by a client that shows nothing of itself.
         *
         * @param identifier e-mail address or phone number; exactly one (mixing the two is how accounts are taken over)
         * @param channel how to send it: must fit the identifier
         * @param address the client's address as the host knows it
         * @param language BCP 47 tag of the client, for people who have not told theirs; null takes the service's
         */
        public Request(
                CodeIdentifier identifier, Channel channel, @Nullable String address, @Nullable String language) {
            this(identifier, channel, address, language, ClientEvidence.NONE);
        }

        /**
         * A request in no language of its own.
         *
         * @param identifier e-mail address or phone number; exactly one (mixing the two is how accounts are taken over)
         * @param channel how to send it: must fit the identifier
         * @param address the client's address as the host knows it
         */
        public Request(CodeIdentifier identifier, Channel channel, @Nullable String address) {
            this(identifier, channel, address, null);
        }
    }

    /**
     * A code is on its way to a recipient that may have one; or the last one is, where its recipient has had all codes
     * of the hour or day.
     *
     * @param challengeId names this very code at verification
     * @param channel by which it was sent
     * @param userExists always true unless the host decided to expose it
     */
    record Sent(String challengeId, Channel channel, boolean userExists) {}

    /**
     * An attempt to use a code.
     *
     * @param identifier where the code was sent
     * @param challengeId the challenge the code was sent for; without it the identifier's live code is meant
     * @param code as typed
     * @param client where the request comes from
     */
    record Attempt(CodeIdentifier identifier, @Nullable String challengeId, Secret code, ClientInfo client) {}
}
