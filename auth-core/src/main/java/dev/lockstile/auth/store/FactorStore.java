package dev.lockstile.auth.store;

/** What belongs to second factors, in a transaction. A host keeps what it has entities for. */
public interface FactorStore {

    TotpStore totps();

    PasskeyStore passkeys();

    RecoveryCodeStore recoveryCodes();

    TrustedBrowserStore browsers();

    ChallengeStore challenges();
}
