package dev.lockstile.auth.account;

import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a registration ended. */
public sealed interface RegisterResult {

    /**
     * Accepted: a message tells how to go on. Comes for a new account, for a taken identifier, for one that waits for
     * its proof and for a veto alike; only the work handed to {@link Accounts#register} learns which account is new.
     *
     * @param registration for the client that registered alone, to be shown with the link of the message ({@link
     *     EmailConfirmation}); made in the same way where the identifier was taken, and worth nothing then
     * @param challengeId to be shown with the code of the message ({@link EmailConfirmation.ByCode}), for a taken
     *     address too; null where a phone number is registered, whose code signs in
     */
    record Accepted(Secret registration, @Nullable String challengeId) implements RegisterResult {

        /**
         * Accepted, without a code to come.
         *
         * @param registration for the client that registered alone, to be shown with the link of the message
         */
        public Accepted(Secret registration) {
            this(registration, null);
        }
    }

    /**
     * What was sent cannot be used; each problem names its field. No message leaves.
     *
     * @param problems each names its field; at least one
     */
    record Invalid(List<FieldProblem> problems) implements RegisterResult {
        /**
         * Copies the list.
         *
         * @param problems each names its field; at least one
         */
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /**
     * The client has to show a proof to the host's check for people first; nothing was counted.
     *
     * @param challenge what the check wants of the client, such as a site key or a puzzle; no secret
     */
    record HumanCheckRequired(String challenge) implements RegisterResult {}

    /**
     * Too many registrations by this client or on this identifier, whether or not it is free.
     *
     * @param retryAt when to try again
     */
    record Throttled(Instant retryAt) implements RegisterResult {}

    /**
     * The machine is busy hashing; nothing was counted.
     *
     * @param retryAt one second from now
     */
    record TryLater(Instant retryAt) implements RegisterResult {}
}
