package dev.lockstile.auth.otp;

import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sign-in by a link in an e-mail, or by the code beside it. Both are bound to the client that requested them: another
 * reader of the message, or a browser that only opens the link, cannot sign in and uses up neither. Off unless
 * {@code LinkSettings.allowLogin} sets the target of the links.
 */
public interface LinkLogin {

    /**
     * Sends a link and a code of eight digits to a verified address. Both expire after ten minutes or when either is
     * used; a new request replaces them. The answer and the work are the same whether or not an account has the
     * address. One transaction of its own; the message is sent after the commit.
     *
     * <p>Refused: an invalid address ({@link Refusal#INVALID_INPUT}), a request within the cool-down or beyond the
     * client's limits ({@link Refusal#THROTTLED}), a client that has to pass the host's human check
     * ({@link Refusal#HUMAN_CHECK_REQUIRED}), and {@link Refusal#LOGIN_LINK_OFF}.
     *
     * @param request the address and the client
     * @return the same answer whether or not an account has the address
     */
    Outcome<Sent> request(Request request);

    /**
     * Signs in the client that requested the link. The attempt is counted and committed before the proof is verified;
     * one transaction of its own follows, in which one of several concurrent correct attempts succeeds. Five attempts
     * per request, counted over all nodes.
     *
     * <p>{@link Refusal#INVALID_LINK}, or {@link Refusal#INVALID_CODE} for the code beside it, is the only refusal for
     * a proof that is wrong, used, replaced, expired, out of attempts or requested by another client, and for an
     * account that may not sign in.
     *
     * @param attempt the token or code of the message, and the client
     * @return the new session, the second factor required, or the refusal
     */
    Outcome<SignIn> confirm(Attempt attempt);

    /**
     * {@return true while a link can sign in the client that requested it} Reads only and counts no attempt, so that a
     * page may call it when it is opened.
     *
     * @param requestId from {@link Sent}
     * @param token as the link carried it
     */
    boolean isLive(String requestId, Secret token);

    /**
     * A request for a link to sign in with.
     *
     * @param email the address of an account
     * @param heldRequestId this client's previous request id, or null; it stays valid when the address has reached
     *     its limit of messages in the hour
     * @param address the client's IP address as determined by the host; null where it is not known
     * @param language BCP 47 tag of the client's language, for accounts without a chosen one; null for the
     *     service's language
     * @param evidence what the client presents in addition to the request
     */
    record Request(
            String email,
            @Nullable String heldRequestId,
            @Nullable String address,
            @Nullable String language,
            ClientEvidence evidence) {

        /**
         * Creates a first request without evidence.
         *
         * @param email the address of an account
         * @param address the client's IP address as determined by the host; null where it is not known
         */
        public Request(String email, @Nullable String address) {
            this(email, null, address, null, ClientEvidence.NONE);
        }

        @Override
        public String toString() {
            return "Request[" + address + "]";
        }
    }

    /**
     * The answer to a request. A message is being sent if an account has verified the address.
     *
     * @param requestId kept by the client that requested the link, and sent with the link's token or the code
     * @param expiresIn lifetime of the link
     */
    record Sent(String requestId, Duration expiresIn) {

        @Override
        public String toString() {
            return "Sent[***]";
        }
    }

    /**
     * An attempt to sign in by a link or its code.
     *
     * @param requestId from {@link Sent}
     * @param proof the token or code of the message
     * @param client the client that signs in
     */
    record Attempt(String requestId, Proof proof, ClientInfo client) {

        @Override
        public String toString() {
            return "Attempt[hidden]";
        }

        /** What the user received in the message. */
        public sealed interface Proof {

            /** {@return the token as the link carried it, or the code as typed} */
            Secret secret();

            /**
             * The token of the link.
             *
             * @param secret as the link carried it
             */
            record Token(Secret secret) implements Proof {}

            /**
             * The eight digits beside the link.
             *
             * @param secret as typed
             */
            record Code(Secret secret) implements Proof {}
        }
    }
}
