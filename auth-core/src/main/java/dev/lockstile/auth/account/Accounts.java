package dev.lockstile.auth.account;

import dev.lockstile.auth.token.Caller;

/** Registration, proof of the e-mail address, and what an account shows of itself. */
public interface Accounts {

    /**
     * Registers. A taken identifier gets the answer and the work of a free one, and its owner a notice (ASVS 6.3.8).
     * Joins the host's transaction if there is one, so that the host's own rows come and go with the account.
     */
    RegisterResult register(Registration registration);

    /** Proves the e-mail address of a registration; single use, and never makes a disabled account active. */
    ProofResult confirmEmail(LinkProof proof);

    /** Sends the confirmation again if a registration waits for one; no answer tells whether it does. */
    ResendResult resendConfirmation(String email);

    /** What the caller may see of the own account. */
    MeResult me(Caller caller);
}
