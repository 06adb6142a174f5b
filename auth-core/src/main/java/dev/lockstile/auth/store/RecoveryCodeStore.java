package dev.lockstile.auth.store;

import dev.lockstile.auth.model.RecoveryCodeSet;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Recovery codes, read and written in the transaction of an {@link AuthTx}. */
public interface RecoveryCodeStore {

    /** {@return true when the store has a table for recovery codes} */
    boolean isMapped();

    /**
     * Ends the set of a user, as {@link #endAll} does, and adds a new one.
     *
     * @param user the owner
     * @param setId id of the new set
     * @param digests keyed digests of the new codes
     * @param now the time at which the flow began
     */
    void replace(UserId user, String setId, List<String> digests, Instant now);

    /**
     * Marks a code of the user as used. One conditional update lets one of several requests win.
     *
     * @param user the owner
     * @param digest keyed digest of the code
     * @param now the time at which the flow began
     * @return false when the user has no such code, or it was used or ended
     */
    boolean use(UserId user, String digest, Instant now);

    /**
     * {@return the current set with the number of its unused codes, which may be 0; empty when there is no set}
     *
     * @param user the owner
     */
    Optional<RecoveryCodeSet> left(UserId user);

    /**
     * Ends the set of a user, used codes included: no set is left, and the clean-up removes the rows later.
     *
     * @param user the owner
     * @param now the time at which the flow began
     * @return the number of codes that were ended
     */
    int endAll(UserId user, Instant now);
}
