package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.jpa.internal.host.HostModel;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.store.ChallengeStore;
import dev.lockstile.auth.store.FactorStore;
import dev.lockstile.auth.store.PasskeyStore;
import dev.lockstile.auth.store.RecoveryCodeStore;
import dev.lockstile.auth.store.TotpStore;
import dev.lockstile.auth.store.TrustedBrowserStore;

/** What belongs to second factors, in a transaction. */
record JpaFactorStore(Rows rows, HostModel host) implements FactorStore {

    @Override
    public TotpStore totps() {
        return new JpaTotpStore(rows, host);
    }

    @Override
    public PasskeyStore passkeys() {
        return new JpaPasskeyStore(rows, host);
    }

    @Override
    public RecoveryCodeStore recoveryCodes() {
        return new JpaRecoveryCodeStore(rows, host);
    }

    @Override
    public TrustedBrowserStore browsers() {
        return new JpaTrustedBrowserStore(rows, host);
    }

    @Override
    public ChallengeStore challenges() {
        return new JpaChallengeStore(rows, host);
    }
}
