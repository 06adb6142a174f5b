package dev.lockstile.auth.account;

import dev.lockstile.auth.model.UserId;
import java.util.function.Consumer;

/**
 * Moves stored phone numbers from forms of older numbering plans to those of today, for an operator. Sign-in reads both
 * forms as one line, so it is safe beside live use. A run that was stopped is run again: what is done is passed over.
 */
public interface PhoneNormalization {

    /**
     * Reads all stored numbers and stores each old form as the present one, each in a transaction of its own, with an
     * event.
     *
     * @param dryRun tells what would be done, and writes nothing
     * @param watch told each number that is not in its present form
     * @return how many there were
     */
    Report run(boolean dryRun, Consumer<Change> watch);

    /** What becomes of a number. */
    enum Outcome {
        /** It is stored in its present form, or would be in a dry run. */
        CHANGED,
        /**
         * Another user owns the number: two accounts of one line, for an administrator to look at. Nothing was changed.
         */
        CONFLICT,
        /** The user changed it meanwhile. Nothing was changed. */
        LEFT
    }

    /**
     * A number that was stored in an old form.
     *
     * @param user whose it is
     * @param outcome what became of it
     */
    record Change(UserId user, Outcome outcome) {}

    /**
     * What was done.
     *
     * @param read numbers that were looked at
     * @param changed stored anew, or to be so
     * @param conflicts owned by another user
     */
    record Report(long read, long changed, long conflicts) {}
}
