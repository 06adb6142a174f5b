package dev.lockstile.auth.store;

import dev.lockstile.auth.model.RecoveryCodeSet;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Recovery codes in a transaction. */
public interface RecoveryCodeStore {

    /** True when the host keeps them at all. */
    boolean isKept();

    /** Ends the codes of a user and adds a new set in their place. */
    void replace(UserId user, String setId, List<String> digests, Instant now);

    /** Uses a code of that user up: one conditional update with one winner. */
    boolean use(UserId user, String digest, Instant now);

    /** The set that counts; empty when there is none. */
    Optional<RecoveryCodeSet> left(UserId user);

    /** Ends all codes of a user. @return how many were left */
    int endAll(UserId user, Instant now);
}
