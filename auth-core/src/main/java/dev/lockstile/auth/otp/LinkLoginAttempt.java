package dev.lockstile.auth.otp;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientInfo;

/**
 * An attempt to sign in by a link or its code.
 *
 * @param requestId what the client got when it asked
 * @param proof what the message said
 * @param client where the request comes from
 */
public record LinkLoginAttempt(String requestId, Proof proof, ClientInfo client) {

    @Override
    public String toString() {
        return "LinkLoginAttempt[hidden]";
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
