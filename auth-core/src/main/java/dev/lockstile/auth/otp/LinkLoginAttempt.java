package dev.lockstile.auth.otp;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientInfo;

/**
 * An attempt to sign in by a link or its code.
 *
 * @param requestId what the client got when it asked
 */
public record LinkLoginAttempt(String requestId, Proof proof, ClientInfo client) {

    @Override
    public String toString() {
        return "LinkLoginAttempt[hidden]";
    }

    /** What the message said. */
    public sealed interface Proof {

        Secret secret();

        /** The token of the link. */
        record Token(Secret secret) implements Proof {}

        /** The eight digits beside the link. */
        record Code(Secret secret) implements Proof {}
    }
}
