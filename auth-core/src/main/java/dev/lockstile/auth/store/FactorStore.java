package dev.lockstile.auth.store;

/** What belongs to second factors, in a transaction. A host keeps what it has entities for. */
public interface FactorStore {

    /** {@return authenticator applications} */
    TotpStore totps();

    /** {@return passkeys} */
    PasskeyStore passkeys();

    /** {@return recovery codes} */
    RecoveryCodeStore recoveryCodes();

    /** {@return browsers that need not show the second factor} */
    TrustedBrowserStore browsers();

    /** {@return sign-ins between their two factors, and whatever else was begun and has to be finished} */
    ChallengeStore challenges();
}
