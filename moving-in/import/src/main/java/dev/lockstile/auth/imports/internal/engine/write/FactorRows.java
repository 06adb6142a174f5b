package dev.lockstile.auth.imports.internal.engine.write;

import dev.lockstile.auth.factor.FactorSealing;
import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.internal.draft.ImportedFactor;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.TotpStore;
import dev.lockstile.auth.store.imports.ImportTx;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes second factors, encrypted with the host's keys. An application or passkey has the key of its ledger entry as
 * its id, by which later runs, verification and rollback find it. An account with an application in the target keeps
 * that one.
 *
 * @param ledger of the import
 * @param sealing null where the host gave no keys; no factor is planned then
 */
record FactorRows(Ledger ledger, @Nullable FactorSealing sealing) {

    /** Writes the planned factors. Secrets are encrypted for the stored key of their owner. */
    void write(AuthTx tx, UserId added, FactorPlan plan, Instant now) {
        if (plan.isEmpty()) {
            return;
        }
        UserId user = ImportTx.in(tx).inserts().storedKey(added);
        FactorSealing keys = Objects.requireNonNull(sealing, "factors are planned where there are keys");
        plan.taken().forEach(draft -> {
            if (draft.factor() instanceof ImportedFactor.Totp totp) {
                TotpState state = keys.totp(user, draft.origin().keyIn(ledger), totp.secret(), now);
                confirm(tx, user, state, totp.lastStep(), now);
            }
        });
        plan.taken().forEach(draft -> {
            if (draft.factor() instanceof ImportedFactor.Passkey passkey) {
                PasskeyState.Use use = new PasskeyState.Use(passkey.signCount(), passkey.backedUp(), null);
                String id = draft.origin().keyIn(ledger);
                tx.factors().passkeys().insert(user, new PasskeyState(id, passkey.key(), use, passkey.name(), now));
            }
        });
        Origin lock = plan.lock();
        if (lock != null) {
            confirm(tx, user, keys.lock(lock.keyIn(ledger), now), -1, now);
        }
        codes(tx, user, plan, now);
        plan.advanced().forEach(draft -> {
            if (draft.factor() instanceof ImportedFactor.Totp totp) {
                tx.factors().totps().advance(user, draft.origin().keyIn(ledger), totp.lastStep(), now);
            }
        });
    }

    private static void confirm(AuthTx tx, UserId user, TotpState state, long lastStep, Instant now) {
        TotpStore totps = tx.factors().totps();
        if (totps.confirmed(user).isEmpty()) {
            totps.begin(user, state, now);
            if (!totps.confirm(user, state.enrolmentId(), lastStep, now)) {
                throw new IllegalStateException("an application that was added just now is not there");
            }
        }
    }

    private void codes(AuthTx tx, UserId user, FactorPlan plan, Instant now) {
        List<FactorDraft> sets = plan.taken().stream()
                .filter(draft -> draft.factor() instanceof ImportedFactor.RecoveryCodes)
                .toList();
        if (sets.isEmpty()) {
            return;
        }
        FactorSealing keys = Objects.requireNonNull(sealing);
        List<String> digests = sets.stream()
                .flatMap(draft -> ((ImportedFactor.RecoveryCodes) draft.factor()).codes().stream())
                .map(code -> keys.recoveryCode(user, code))
                .distinct()
                .toList();
        tx.factors().recoveryCodes().replace(user, sets.get(0).origin().keyIn(ledger), digests, now);
    }
}
