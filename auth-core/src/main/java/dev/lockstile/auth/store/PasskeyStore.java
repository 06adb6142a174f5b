package dev.lockstile.auth.store;

import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Passkeys, read and written in the transaction of an {@link AuthTx}. */
public interface PasskeyStore {

    /** {@return true when the store has a table for passkeys} */
    boolean isMapped();

    /**
     * Adds a passkey. A credential that any account has already makes the enclosing work fail with
     * {@link KeyTakenException}.
     *
     * @param user the owner
     * @param passkey the values of the row
     */
    void insert(UserId user, PasskeyState passkey);

    /**
     * {@return the passkey with this credential, and its user; empty when no account has it}
     *
     * @param credentialId base64url, as the authenticator reported it
     */
    Optional<OwnedPasskey> byCredential(String credentialId);

    /**
     * {@return the passkeys of a user, oldest first}
     *
     * @param user the owner
     */
    List<PasskeyState> of(UserId user);

    /**
     * Notes an authentication. One conditional update requires that the signature counter increases, or is 0 before and
     * after (WebAuthn Level 3, 6.1.1).
     *
     * @param user the owner
     * @param passkeyId id as in {@link PasskeyState#passkeyId()}
     * @param use counter and backup state as the authenticator reported them
     * @param now the time at which the flow began
     * @return false when the counter did not increase, or the user has no such passkey
     */
    boolean use(UserId user, String passkeyId, PasskeyState.Use use, Instant now);

    /**
     * Changes the name of a passkey.
     *
     * @param user the owner
     * @param passkeyId id as in {@link PasskeyState#passkeyId()}
     * @param name 1 to 64 characters
     * @param now the time at which the flow began
     * @return false when the user has no such passkey
     */
    boolean rename(UserId user, String passkeyId, String name, Instant now);

    /**
     * Removes a passkey.
     *
     * @param user the owner
     * @param passkeyId id as in {@link PasskeyState#passkeyId()}
     * @return false when the user has no such passkey
     */
    boolean remove(UserId user, String passkeyId);

    /**
     * Removes all passkeys of a user.
     *
     * @param user the owner
     * @return the number of rows removed
     */
    int removeAll(UserId user);

    /**
     * A passkey and its user.
     *
     * @param user the owner
     * @param passkey the passkey as stored
     */
    record OwnedPasskey(UserId user, PasskeyState passkey) {}
}
