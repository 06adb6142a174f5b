package dev.lockstile.auth.store;

/**
 * The stores of second factors, trusted browsers and challenges. They read and write in the transaction of an
 * {@link AuthTx}.
 */
public interface FactorStore {

    /** {@return the store of authenticator applications} */
    TotpStore totps();

    /** {@return the store of passkeys} */
    PasskeyStore passkeys();

    /** {@return the store of recovery codes} */
    RecoveryCodeStore recoveryCodes();

    /** {@return the store of trusted browsers} */
    TrustedBrowserStore browsers();

    /** {@return the store of challenges, such as a sign-in between its two factors} */
    ChallengeStore challenges();
}
