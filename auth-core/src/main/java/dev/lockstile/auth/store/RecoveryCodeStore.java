package dev.lockstile.auth.store;

import dev.lockstile.auth.model.RecoveryCodeSet;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Recovery codes in a transaction. */
public interface RecoveryCodeStore {

    /** {@return true when the host keeps them at all} */
    boolean isMapped();

    /**
     * Ends the codes of a user and adds a new set in their place.
     *
     * @param user whose codes
     * @param setId names the new set
     * @param digests keyed digests of the codes
     * @param now the time of the flow
     */
    void replace(UserId user, String setId, List<String> digests, Instant now);

    /**
     * Uses a code of that user up: one conditional update with one winner.
     *
     * @param user whose codes
     * @param digest keyed digest of the code
     * @param now the time of the flow
     * @return false when the user has no such code, or it is used or ended
     */
    boolean use(UserId user, String digest, Instant now);

    /**
     * {@return the set that counts; empty when there is none}
     *
     * @param user whose codes
     */
    Optional<RecoveryCodeSet> left(UserId user);

    /**
     * Ends all codes of a user.
     *
     * @param user whose codes
     * @param now the time of the flow
     * @return how many were left
     */
    int endAll(UserId user, Instant now);
}
