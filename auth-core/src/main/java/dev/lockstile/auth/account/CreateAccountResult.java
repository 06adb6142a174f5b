package dev.lockstile.auth.account;

import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.UserInfo;
import java.time.Instant;
import java.util.List;

/** How the opening of an account by the administration ended. Nothing was written but for {@link Created}. */
public sealed interface CreateAccountResult {

    /**
     * The account is there, with one profile.
     *
     * @param user as it was written
     */
    record Created(UserInfo user) implements CreateAccountResult {}

    /**
     * What is wrong, all of it: an identifier that makes no sense or none at all, the password, the role.
     *
     * @param problems one for each thing that is wrong; at least one
     */
    record Invalid(List<FieldProblem> problems) implements CreateAccountResult {
        /**
         * Copies the list.
         *
         * @param problems one for each thing that is wrong; at least one
         */
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Somebody has one of the identifiers. Told, since only an administration gets this far: never pass it on to
     * somebody who is not signed in. A transaction of the host that was joined may be marked for rollback.
     */
    record Taken() implements CreateAccountResult {}

    /**
     * A hook of the host is against it. A transaction of the host that was joined is marked for rollback.
     *
     * @param reason as the hook gave it; for the log and the administration
     */
    record Vetoed(String reason) implements CreateAccountResult {}

    /**
     * The caller of {@link AuthorizedAdministration#createAs} may not open accounts now.
     *
     * @param why the caller may not
     */
    record Refused(AdminAuthorization.Refusal why) implements CreateAccountResult {}

    /**
     * The machine is busy hashing.
     *
     * @param retryAt one second from now
     */
    record Busy(Instant retryAt) implements CreateAccountResult {}
}
