package dev.lockstile.auth.account;

import dev.lockstile.auth.token.Caller;

/**
 * What a signed-in person does to the own account. Each call is one transaction of its own, so that what it counts stays
 * counted whatever the host rolls back.
 */
public interface OwnAccount {

    /**
     * Changes what the person asked for. A new user name, address or number needs a sign-in of the last ten minutes
     * (ASVS 7.5.1). An address or number counts only when {@link #confirmChange} has proven it; a newer wish, a reset, a
     * new password and the end of the session cancel it. Whether somebody else has the address is told to nobody but to
     * its owner.
     */
    ChangeResult update(Caller caller, AccountChange change);

    /**
     * Proves a new address or number in the session that asked for it. The other sessions and all open codes end in the
     * same transaction, and the old address is told (ASVS 6.3.7, 7.4.3).
     */
    ChangeResult confirmChange(Caller caller, ChangeProof proof);

    /** Deletes the account, with a proof of its own: ends all sessions and frees the identifiers (ASVS 7.4.2). */
    DeletionResult delete(Caller caller, DeletionProof proof);
}
