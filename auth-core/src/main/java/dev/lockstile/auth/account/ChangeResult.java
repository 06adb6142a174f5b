package dev.lockstile.auth.account;

import dev.lockstile.auth.model.FieldProblem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a change of the own account ended. */
public sealed interface ChangeResult {

    /**
     * Done.
     *
     * @param account as it is now
     * @param pending what is to be proven before it counts; says nothing on whether the address is free
     */
    record Changed(MeResult.Shown account, List<PendingChange> pending) implements ChangeResult {
        public Changed {
            pending = List.copyOf(pending);
        }
    }

    /** The request makes no sense; nothing was changed. */
    record Invalid(List<FieldProblem> problems) implements ChangeResult {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Nothing was changed.
     *
     * @param retryAt when to try again, where that is known
     */
    record Refused(AccountRefusal why, @Nullable Instant retryAt) implements ChangeResult {

        public Refused(AccountRefusal why) {
            this(why, null);
        }
    }
}
