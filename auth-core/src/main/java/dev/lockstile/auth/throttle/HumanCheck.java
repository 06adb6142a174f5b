package dev.lockstile.auth.throttle;

import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.model.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes humans from bots, by a CAPTCHA or a proof of work, before anything is counted or sent. Without one no
 * client is checked. Called for sign-ins with a password, requests for codes and resets, and registrations, by clients
 * without a trusted-device token; not for step-ups and authenticated callers.
 *
 * <p>Called on the request's thread, outside any transaction, for existing and unknown identifiers alike; it does not
 * receive the identifier. It has to limit its own duration. An exception is answered as unavailable.
 */
@FunctionalInterface
public interface HumanCheck {

    /**
     * Checks the client's proof.
     *
     * @param attempt the operation and the client's proof
     * @return the decision
     */
    Verdict check(Attempt attempt);

    /**
     * The operation to be checked.
     *
     * @param operation SIGN_IN, CODE_REQUEST, RESET_REQUEST or REGISTRATION
     * @param channel by which a message would be sent; null for a sign-in
     * @param address the client's IP address as determined by the host
     * @param proof the client's proof, from the provider or the page; null for none. The check has to accept each
     *     proof only once
     * @param alarmed true while this node knows that the failures of all accounts together exceed their limit: then
     *     all clients should be checked
     */
    record Attempt(
            Operation operation,
            @Nullable Channel channel,
            @Nullable String address,
            @Nullable String proof,
            boolean alarmed) {

        @Override
        public String toString() {
            return "Attempt[" + operation + "]";
        }
    }

    /** The decision of the check. */
    sealed interface Verdict {

        /** {@return the decision to proceed} */
        static Verdict passed() {
            return new Passed();
        }

        /**
         * {@return the decision to require a proof first}
         *
         * @param challenge sent to the client, such as a site key or a puzzle; never a secret
         */
        static Verdict wanted(String challenge) {
            return new Wanted(challenge);
        }

        /** The operation proceeds. */
        record Passed() implements Verdict {}

        /**
         * The client has to solve the challenge first.
         *
         * @param challenge sent to the client; never a secret
         */
        record Wanted(String challenge) implements Verdict {}
    }
}
