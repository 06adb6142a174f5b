package dev.lockstile.auth.store;

/** What belongs to second factors, in a transaction. A host keeps what it has entities for. */
public interface FactorStore {

    /** {@return the store of authenticator applications} */
    TotpStore totps();

    /** {@return the store of passkeys} */
    PasskeyStore passkeys();

    /** {@return the store of recovery codes} */
    RecoveryCodeStore recoveryCodes();

    /** {@return the store of browsers that need not show the second factor} */
    TrustedBrowserStore browsers();

    /** {@return the store of sign-ins between their two factors, and whatever else was begun and has to be finished} */
    ChallengeStore challenges();
}
