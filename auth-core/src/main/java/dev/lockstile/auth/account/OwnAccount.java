package dev.lockstile.auth.account;

import dev.lockstile.auth.token.Caller;
import org.jspecify.annotations.Nullable;

/**
 * What a signed-in person does to the own account. Each call is one transaction of its own, so that what it counts stays
 * counted whatever the host rolls back.
 */
public interface OwnAccount {

    /**
     * Changes what the person asked for. A new user name, address or number needs a sign-in of the last ten minutes
     * (ASVS 7.5.1). An address or number counts only when {@link #confirmChange} has proven it; a newer request, a reset, a
     * new password and the end of the session cancel it. Whether somebody else has the address is told to nobody but to
     * its owner.
     *
     * <p>Refused as throttled: beyond the person's own limits, and beyond those of the client's network, which count with
     * other requests for codes ({@code OTP_REQUEST_IP}).
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     * @param change what to change; null fields stay as they are
     * @param address of the client, as the host knows it; null where it does not, and then the person's limits hold alone
     * @return the account as it is now and what waits for its proof, or why nothing was changed
     */
    ChangeResult update(Caller caller, AccountChange change, @Nullable String address);

    /**
     * The same where the host does not know the client's address.
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     * @param change what to change; null fields stay as they are
     * @return the account as it is now and what waits for its proof, or why nothing was changed
     */
    default ChangeResult update(Caller caller, AccountChange change) {
        return update(caller, change, null);
    }

    /**
     * Proves a new address or number in the session that asked for it. The other sessions and all open codes end in the
     * same transaction, and the old address is told (ASVS 6.3.7, 7.4.3).
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     * @param proof the code that was sent to the new address or number, and its challenge
     * @return the account as it is now, or why nothing was changed
     */
    ChangeResult confirmChange(Caller caller, ChangeProof proof);

    /**
     * Deletes the account, with a proof of its own: ends all sessions and frees the identifiers (ASVS 7.4.2).
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     * @param proof the password, or a code that was sent to prove again who one is
     * @return whether the account is deleted, and if not why
     */
    DeletionResult delete(Caller caller, DeletionProof proof);
}
