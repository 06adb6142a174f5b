package dev.lockstile.auth.account;

import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a registration ended. */
public sealed interface RegisterResult {

    /**
     * Accepted: a message tells how to go on. Comes for a new account, for a taken identifier, for one that waits for its
     * proof and for a veto alike; only the work handed to {@link Accounts#register} learns which account is new.
     *
     * @param registration for the client that registered alone, to be shown with the link of the message ({@link
     *     EmailConfirmation}); made in the same way where the identifier was taken, and worth nothing then
     * @param challengeId to be shown with the code of the message ({@link EmailCodeConfirmation}), for a taken address too; null
     *     where a phone number is registered, whose code signs in
     */
    record Accepted(Secret registration, @Nullable String challengeId) implements RegisterResult {

        /** Without a code to come. */
        public Accepted(Secret registration) {
            this(registration, null);
        }
    }

    /** What was sent cannot be used; each problem names its field. No message leaves. */
    record Invalid(List<FieldProblem> problems) implements RegisterResult {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** The client has to show a proof to the host's check for people first; nothing was counted. */
    record HumanCheckRequired(String challenge) implements RegisterResult {}

    /** Too many registrations by this client or on this identifier, whether or not it is free. */
    record Throttled(Instant retryAt) implements RegisterResult {}

    /** The machine is busy hashing; nothing was counted. */
    record TryLater(Instant retryAt) implements RegisterResult {}
}
