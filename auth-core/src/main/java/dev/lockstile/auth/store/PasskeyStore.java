package dev.lockstile.auth.store;

import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Passkeys in a transaction. */
public interface PasskeyStore {

    /** {@return true when the host keeps them at all} */
    boolean isMapped();

    /**
     * Adds a passkey. Where an account, its user's included, has that credential already, the work ends with
     * {@link KeyTakenException}.
     *
     * @param user whose passkey
     * @param passkey to be added
     */
    void insert(UserId user, PasskeyState passkey);

    /**
     * {@return the passkey of that credential, and its user; empty when no account has it}
     *
     * @param credentialId base64url, as the authenticator gave it
     */
    Optional<OwnedPasskey> byCredential(String credentialId);

    /**
     * {@return the passkeys of a user, oldest first}
     *
     * @param user whose passkey
     */
    List<PasskeyState> of(UserId user);

    /**
     * Writes down a proof: one conditional update that wants the counter to rise, or to be and stay 0.
     *
     * @param user whose passkey
     * @param passkeyId as {@link PasskeyState#passkeyId()} says
     * @param use the counter and the backup state as the proof says
     * @param now the time of the flow
     * @return false when it did not, or the passkey is gone
     */
    boolean use(UserId user, String passkeyId, PasskeyState.Use use, Instant now);

    /**
     * Gives a passkey another name.
     *
     * @param user whose passkey
     * @param passkeyId as {@link PasskeyState#passkeyId()} says
     * @param name 1 to 64 characters
     * @param now the time of the flow
     * @return false when the user has none of that id
     */
    boolean rename(UserId user, String passkeyId, String name, Instant now);

    /**
     * Removes a passkey.
     *
     * @param user whose passkey
     * @param passkeyId as {@link PasskeyState#passkeyId()} says
     * @return false when the user has none of that id
     */
    boolean remove(UserId user, String passkeyId);

    /**
     * Removes all passkeys of a user.
     *
     * @param user whose passkey
     * @return how many there were
     */
    int removeAll(UserId user);

    /**
     * A passkey and its user.
     *
     * @param user whose it is
     * @param passkey as it is stored
     */
    record OwnedPasskey(UserId user, PasskeyState passkey) {}
}
