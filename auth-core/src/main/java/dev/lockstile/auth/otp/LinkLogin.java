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
 * Signing in by a link in an e-mail, or by the code beside it. Both are bound to the asking client: a stranger who
 * reads or forwards the message, and a browser that merely opens the link, get nothing by it and use nothing up. Off
 * unless {@code LinkSettings.allowLogin} says where the links lead.
 */
public interface LinkLogin {

    /**
     * Sends a link and a code of eight digits to a proven address; both live for ten minutes and one use ends both. The
     * answer and the work are the same whether or not an account has the address. A newer one ends the older. One
     * transaction of its own; the message leaves after the commit.
     *
     * <p>Refused: what is no address, the last link too young or too many requests of the client ({@link
     * Refusal#THROTTLED}), the host's check for people, and {@link Refusal#LOGIN_LINK_OFF}.
     *
     * @param request where to send it, and the client it came from
     * @return the same answer whether or not an account has the address
     */
    Outcome<Sent> request(Request request);

    /**
     * Signs in the asking client. The attempt is counted and committed before the proof is looked at; then one
     * transaction of its own in which one of many right attempts wins. Five attempts a request, over all nodes.
     *
     * <p>{@link Refusal#INVALID_LINK}, or {@link Refusal#INVALID_CODE} for the code beside it, is the one answer for
     * wrong, used, replaced, expired, out of attempts, asked for by another client, and an account that may not sign
     * in.
     *
     * @param attempt what the message said, and the client
     * @return the new session, the second factor that is required, or why there is none
     */
    Outcome<SignIn> confirm(Attempt attempt);

    /**
     * {@return true while a link would sign the client in that asked for it} Changes and counts nothing, so that a page
     * may look when it is opened.
     *
     * @param requestId what the client got when it asked
     * @param token as the link carried it
     */
    boolean isLive(String requestId, Secret token);

    /**
     * A request for a link to sign in with.
     *
     * @param email the address of an account
     * @param heldRequestId the request that this client made before, if it still holds one: it goes on to work where
     *     the address has had all messages of the hour
     * @param address the client's address as the host knows it
     * @param language BCP 47 tag of the client, for people who have not told theirs; null takes the service's
     * @param evidence what the client shows beside the request
     */
    record Request(
            String email,
            @Nullable String heldRequestId,
            @Nullable String address,
            @Nullable String language,
            ClientEvidence evidence) {

        /**
         * A first request by a client that shows nothing of itself.
         *
         * @param email the address of an account
         * @param address the client's address as the host knows it
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
     * A message is on its way, if an account has proven the address.
     *
     * @param requestId to be kept by the client that asked, and shown with the link's token or the code
     * @param expiresIn how long the link works
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
     * @param requestId what the client got when it asked
     * @param proof what the message said
     * @param client where the request comes from
     */
    record Attempt(String requestId, Proof proof, ClientInfo client) {

        @Override
        public String toString() {
            return "Attempt[hidden]";
        }

        /** What the message said. */
        public sealed interface Proof {

            /** {@return what was in the message, as typed or as the link carried it} */
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
