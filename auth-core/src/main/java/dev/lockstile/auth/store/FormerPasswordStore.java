package dev.lockstile.auth.store;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import java.util.List;

/**
 * Hashes of replaced passwords, read and written in the transaction of an {@link AuthTx}. It is an
 * {@linkplain AuthTx#extension extension} of stores that have a table for them. The rows of a user are removed when the
 * user is deleted.
 */
public interface FormerPasswordStore {

    /**
     * {@return the hashes of the passwords that were replaced last, newest first}
     *
     * @param user the owner of the passwords
     * @param count maximum number of hashes
     */
    List<Secret> latest(UserId user, int count);

    /**
     * Adds a hash and removes all but the newest ones. The caller must hold a lock on the user's row, so that
     * concurrent calls run one after the other.
     *
     * @param user the owner of the password
     * @param hash hash of the replaced password
     * @param kept number of rows that remain, the new one included; 1 or more
     * @param now the time at which the flow began
     */
    void add(UserId user, Secret hash, int kept, Instant now);

    /**
     * Removes all hashes of a user.
     *
     * @param user the owner of the passwords
     * @return the number of rows removed
     */
    int removeAll(UserId user);
}
