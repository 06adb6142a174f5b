package dev.lockstile.auth.account;

import dev.lockstile.auth.model.UserId;
import java.util.function.Consumer;

/**
 * Rewrites stored phone numbers of older numbering plans in their current form, for operators. Sign-in treats both
 * forms as the same number, so that it can run while the application is in use. After an interruption run it again: it
 * skips the rewritten numbers.
 */
public interface PhoneNormalization {

    /**
     * Reads all stored numbers and rewrites those in an older form, each in a transaction of its own and with an event.
     *
     * @param dryRun true to report what would be done, without writing
     * @param watch called for each number in an older form
     * @return the counts
     */
    Report run(boolean dryRun, Consumer<Change> watch);

    /** The result for a number. */
    enum Outcome {
        /** It was stored in its current form, or would be in a dry run. */
        CHANGED,
        /** Another account owns the same number; an administrator has to decide. Nothing was changed. */
        CONFLICT,
        /** The user changed the number meanwhile. Nothing was changed. */
        LEFT
    }

    /**
     * A number that was stored in an older form.
     *
     * @param user the owner
     * @param outcome the result
     */
    record Change(UserId user, Outcome outcome) {}

    /**
     * The counts of a run.
     *
     * @param read numbers that were read
     * @param changed numbers rewritten, or to be rewritten in a dry run
     * @param conflicts numbers that another account owns
     */
    record Report(long read, long changed, long conflicts) {}
}
