package dev.lockstile.auth.account;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;

/** Forgotten and changed passwords. */
public interface PasswordService {

    /** Sends a link if somebody has proven the identifier; no answer tells. Changes nothing on the account. */
    ResetRequestResult requestReset(ResetRequest request);

    /** Sets a new password with the link's token; ends all sessions and open codes in the same transaction. */
    PasswordResult confirmReset(LinkProof proof, Secret newPassword);

    /** Sets a new password with the old one; ends the other sessions in the same transaction. */
    PasswordResult change(Caller caller, Secret oldPassword, Secret newPassword);
}
