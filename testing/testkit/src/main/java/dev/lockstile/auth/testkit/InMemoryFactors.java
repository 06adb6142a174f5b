package dev.lockstile.auth.testkit;

import dev.lockstile.auth.store.ChallengeStore;
import dev.lockstile.auth.store.FactorStore;
import dev.lockstile.auth.store.PasskeyStore;
import dev.lockstile.auth.store.RecoveryCodeStore;
import dev.lockstile.auth.store.TotpStore;
import dev.lockstile.auth.store.TrustedBrowserStore;

/** What belongs to second factors, in a transaction. */
record InMemoryFactors(TableViews views) implements FactorStore {

    @Override
    public TotpStore totps() {
        return new InMemoryTotps(views);
    }

    @Override
    public PasskeyStore passkeys() {
        return new InMemoryPasskeys(views);
    }

    @Override
    public RecoveryCodeStore recoveryCodes() {
        return new InMemoryRecoveryCodes(views);
    }

    @Override
    public TrustedBrowserStore browsers() {
        return new InMemoryTrustedBrowsers(views);
    }

    @Override
    public ChallengeStore challenges() {
        return new InMemoryChallenges(views);
    }
}
