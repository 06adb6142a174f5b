package dev.lockstile.auth.account;

import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.UserInfo;
import java.util.List;

/** How the opening of an administrator's account ended. */
public sealed interface NewAdminResult {

    /**
     * The account is open, and its address counts as proven.
     *
     * @param user as it was written
     */
    record Created(UserInfo user) implements NewAdminResult {}

    /**
     * The address makes no sense or the password breaks the policy.
     *
     * @param problems one for each thing that is wrong; at least one
     */
    record Invalid(List<FieldProblem> problems) implements NewAdminResult {
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
     * Nothing was opened.
     *
     * @param why what the caller may be told
     */
    record Refused(Refusal why) implements NewAdminResult {}

    /** Why not. */
    enum Refusal {
        /** The caller's session is over. */
        SESSION_ENDED,
        /**
         * The caller is no superuser; the bootstrap secret is wrong, not configured, or has done its work; or the
         * host's hook is against it.
         */
        FORBIDDEN,
        /** The caller has a second factor and has not shown it in this session. */
        SECOND_FACTOR_REQUIRED,
        /** The caller's last proof of who it is lies too far back (ASVS 7.5.1). */
        REAUTHENTICATION_REQUIRED,
        /** Somebody has that address. Told, since only administrators get this far. */
        EMAIL_TAKEN,
        /** Too many tries of the bootstrap secret. */
        THROTTLED,
        /** The machine is busy hashing; try again. */
        BUSY
    }
}
