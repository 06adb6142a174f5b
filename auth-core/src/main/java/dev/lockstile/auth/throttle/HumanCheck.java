package dev.lockstile.auth.throttle;

import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.model.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Tells people from robots before anything is counted or sent: the place for a captcha or a proof of work. Without one
 * no client is checked. It is asked for sign-ins with a password, codes, resets and registrations of clients that show
 * no token of a trusted device; step-ups and signed-in callers are not.
 *
 * <p>Runs on the request's thread, outside any transaction, for names that exist and names that do not alike: it is not
 * told which, and must not find out. It has to be bounded in time. What it throws is answered as unavailable.
 */
@FunctionalInterface
public interface HumanCheck {

    /**
     * Looks at what the client shows.
     *
     * @param attempt what the client is about to do, and what it shows
     * @return whether it may go on
     */
    Verdict check(Attempt attempt);

    /**
     * What a client is about to do.
     *
     * @param operation SIGN_IN, CODE_REQUEST, RESET_REQUEST or REGISTRATION
     * @param channel how a message would be sent; null for a sign-in
     * @param address the client's IP address as determined by the host
     * @param proof what the client shows, as the provider or the page made it; to be believed once, which is the
     *     check's to see to
     * @param alarmed true while this node knows that failures of all accounts together are over their limit: a good
     *     time to ask all clients
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

    /** What the check says. */
    sealed interface Verdict {

        /** {@return the verdict that the client may go on} */
        static Verdict passed() {
            return new Passed();
        }

        /**
         * {@return the verdict that the client has to show a proof first}
         *
         * @param challenge told to the client, such as a site key or a puzzle; never a secret
         */
        static Verdict wanted(String challenge) {
            return new Wanted(challenge);
        }

        /** The client may go on. */
        record Passed() implements Verdict {}

        /**
         * The client has to show a proof of what the challenge says.
         *
         * @param challenge told to the client; never a secret
         */
        record Wanted(String challenge) implements Verdict {}
    }
}
