package dev.lockstile.auth.store;

import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Passkeys in a transaction. */
public interface PasskeyStore {

    /** True when the host keeps them at all. */
    boolean isKept();

    /**
     * Adds a passkey. Where somebody, its user included, has that credential already, the work ends with
     * {@link KeyTakenException}.
     */
    void insert(UserId user, PasskeyState passkey);

    /** The passkey of that credential, and whose it is. */
    Optional<OwnedPasskey> byCredential(String credentialId);

    /** Those of a user, oldest first. */
    List<PasskeyState> of(UserId user);

    /**
     * Writes down a proof: one conditional update that wants the counter to rise, or to be and stay 0.
     *
     * @return false when it did not, or the passkey is gone
     */
    boolean use(UserId user, String passkeyId, PasskeyState.Use use, Instant now);

    /** Gives it another name. @return false when the user has none of that id */
    boolean rename(UserId user, String passkeyId, String name, Instant now);

    /** Removes one. @return false when the user has none of that id */
    boolean remove(UserId user, String passkeyId);

    /** Removes all of a user. @return how many there were */
    int removeAll(UserId user);

    /** A passkey and its user. */
    record OwnedPasskey(UserId user, PasskeyState passkey) {}
}
