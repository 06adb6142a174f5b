package dev.lockstile.auth.otp;

import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Signing in by a link in an e-mail, or by the code beside it. Both are bound to whoever asked: a stranger who reads or
 * forwards the message, and a browser that merely opens the link, get nothing by it and use nothing up. Off unless
 * {@code LinkSettings.allowLogin} says where the links lead.
 */
public interface LinkLogin {

    /**
     * Sends a link and a code of eight digits to a proven address; both live for ten minutes and one use ends both. The
     * answer and the work are the same whether or not somebody has the address. A newer one ends the older. One
     * transaction of its own; the message leaves after the commit.
     *
     * @param request where to send it, and the client it came from
     * @return the same answer whether or not somebody has the address
     */
    RequestResult request(Request request);

    /**
     * Signs in whoever asked. The attempt is counted and committed before the proof is looked at; then one transaction
     * of its own in which one of many right attempts wins. Five attempts a request, over all nodes.
     *
     * @param attempt what the message said, and the client
     * @return who is in, what is wanted beside, or why nobody is in
     */
    Result confirm(Attempt attempt);

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

    /** How a request for a link ended. */
    sealed interface RequestResult {

        /**
         * A message is on its way, if the address is somebody's who has proven it.
         *
         * @param requestId to be kept by the client that asked, and shown with the link's token or the code
         * @param expiresIn how long the link works
         */
        record Sent(String requestId, Duration expiresIn) implements RequestResult {

            @Override
            public String toString() {
                return "Sent[***]";
            }
        }

        /**
         * The last link is too young, or the client's network or device has had too many.
         *
         * @param retryAt when to try again
         */
        record CoolingDown(Instant retryAt) implements RequestResult {}

        /**
         * The client has to show a proof to the host's check for people first; nothing was counted.
         *
         * @param challenge what the check wants of the client, such as a site key or a puzzle; no secret
         */
        record HumanCheckRequired(String challenge) implements RequestResult {}

        /**
         * The request makes no sense.
         *
         * @param problems each names its field; at least one
         */
        record Invalid(List<FieldProblem> problems) implements RequestResult {
            /**
             * Copies the list.
             *
             * @param problems each names its field; at least one
             */
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        /** The host has not turned it on. */
        record Off() implements RequestResult {}
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

    /** How a sign-in by a link ended. */
    sealed interface Result {

        /**
         * The link, or the code beside it, was right, and nothing more is asked for.
         *
         * @param signIn the session's tokens and the account
         */
        record SignedIn(SignIn signIn) implements Result {}

        /**
         * The link was right; nobody is in before the second factor was shown, or enrolled.
         *
         * @param challenge to be sent with the second factor
         */
        record SecondFactorRequired(SecondFactorChallenge challenge) implements Result {}

        /**
         * Wrong, used, replaced, expired, out of attempts, asked for by another client, or of an account that may not
         * sign in: one answer for all.
         */
        record Refused() implements Result {}

        /**
         * Too many tries by this client or for this address, whether or not somebody has it; nothing was looked at.
         *
         * @param retryAt when to try again
         */
        record Throttled(Instant retryAt) implements Result {}

        /** The text is no code: it holds letters, or another count of digits; no attempt was spent. */
        record MalformedCode() implements Result {}

        /** A mobile client has to name its device; no attempt was spent. */
        record DeviceRequired() implements Result {}

        /** The host has not turned it on. */
        record Off() implements Result {}
    }
}
