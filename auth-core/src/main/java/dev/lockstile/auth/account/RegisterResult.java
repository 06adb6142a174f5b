package dev.lockstile.auth.account;

import dev.lockstile.auth.model.FieldProblem;
import java.time.Instant;
import java.util.List;

/** How a registration ended. */
public sealed interface RegisterResult {

    /** Accepted: a message tells how to go on. Says nothing on whether the identifier was free. */
    record Accepted() implements RegisterResult {}

    record Invalid(List<FieldProblem> problems) implements RegisterResult {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** Too many registrations by this client or on this identifier, whether or not it is free. */
    record Throttled(Instant retryAt) implements RegisterResult {}

    /** The machine is busy hashing; nothing was counted. */
    record TryLater(Instant retryAt) implements RegisterResult {}
}
