package dev.lockstile.auth.account;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;

/** Forgotten and changed passwords. */
public interface PasswordService {

    /**
     * Sends a link if somebody has proven the identifier; no answer tells. Changes nothing on the account.
     *
     * @param request the identifier as typed, and the client it came from
     * @return the same answer whether or not somebody has the identifier
     */
    ResetRequestResult requestReset(ResetRequest request);

    /**
     * Sets a new password with the link's token; ends all sessions and open codes in the same transaction.
     *
     * @param proof what the link carries
     * @param newPassword in clear; has to pass the policy
     * @return whether it was set, and if not why
     */
    PasswordResult confirmReset(LinkProof proof, Secret newPassword);

    /**
     * Sets a new password with the old one; ends the other sessions in the same transaction.
     *
     * @param caller who asks, as a verified access token says; its session is looked up in the store
     * @param oldPassword as typed; compared with the stored hash
     * @param newPassword in clear; has to pass the policy
     * @return whether it was set, and if not why
     */
    PasswordResult change(Caller caller, Secret oldPassword, Secret newPassword);
}
