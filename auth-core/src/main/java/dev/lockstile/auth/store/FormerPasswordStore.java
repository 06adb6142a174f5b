package dev.lockstile.auth.store;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import java.util.List;

/**
 * Hashes of replaced passwords in a transaction: an {@linkplain AuthTx#extension extension} that a store has where the
 * host keeps them. They go with the user who is deleted, for good.
 */
public interface FormerPasswordStore {

    /**
     * {@return the hashes of the passwords that were replaced last, newest first}
     *
     * @param user whose passwords
     * @param count at most that many
     */
    List<Secret> latest(UserId user, int count);

    /**
     * Adds a hash, and removes all but the newest ones. The caller holds the user's row, so that of two at once the
     * second sees the first.
     *
     * @param user whose password was replaced
     * @param hash of that password
     * @param kept how many are left, this one among them; 1 or more
     * @param now the time of the flow
     */
    void add(UserId user, Secret hash, int kept, Instant now);

    /**
     * Removes all hashes of a user.
     *
     * @param user whose passwords
     * @return how many there were
     */
    int removeAll(UserId user);
}
