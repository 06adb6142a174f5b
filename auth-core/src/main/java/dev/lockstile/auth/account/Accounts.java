package dev.lockstile.auth.account;

import dev.lockstile.auth.token.Caller;
import org.jspecify.annotations.Nullable;

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
    default ResendResult resendConfirmation(String email) {
        return resendConfirmation(email, null);
    }

    /**
     * The same for a client whose address the host knows.
     *
     * @param address the client's address as the host knows it; null shares a stricter limit
     */
    ResendResult resendConfirmation(String email, @Nullable String address);

    /** What the caller may see of the own account. */
    MeResult me(Caller caller);
}
