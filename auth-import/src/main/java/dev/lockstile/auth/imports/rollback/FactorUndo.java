package dev.lockstile.auth.imports.rollback;

import dev.lockstile.auth.imports.draft.Entity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.LegacyLinkInfo;
import dev.lockstile.auth.store.imports.KeyedLegacyLink;
import java.time.Instant;
import java.util.Optional;

/** Takes second factors out again that a run brought to somebody who was here before, unless that person has signed in since. */
record FactorUndo(Instant now) {

    static boolean isFactor(LegacyLinkInfo entry) {
        String entity = entry.origin().entity();
        return entity.equals(Entity.TOTP_DEVICES.text())
                || entity.equals(Entity.PASSKEYS.text())
                || entity.equals(Entity.RECOVERY_CODE_SETS.text())
                || entity.equals(Entity.OTHER_FACTORS.text())
                || entity.equals(Entity.FACTOR_LOCKS.text());
    }

    /** Holds the account while it looks, so that nobody signs in meanwhile. What is gone already is no obstacle. */
    boolean isRemoved(AuthTx tx, UserId owner, KeyedLegacyLink row) {
        Instant writtenAt = row.entry().localModifiedAt();
        if (writtenAt == null || !tx.users().hold(owner, now) || hasSignedIn(tx, owner, writtenAt)) {
            return false;
        }
        boolean isThere = tx.factors()
                .totps()
                .confirmed(owner)
                .filter(totp -> totp.enrolmentId().equals(row.linkKey()))
                .isPresent();
        if (isThere) {
            tx.factors().totps().removeAll(owner);
        }
        if (row.entry().origin().entity().equals(Entity.PASSKEYS.text())) {
            tx.factors().passkeys().remove(owner, row.linkKey());
        }
        if (row.entry().origin().entity().equals(Entity.RECOVERY_CODE_SETS.text())) {
            tx.factors().recoveryCodes().endAll(owner, now);
        }
        return true;
    }

    private static boolean hasSignedIn(AuthTx tx, UserId user, Instant since) {
        return tx.users()
                .byId(user)
                .flatMap(stored -> Optional.ofNullable(stored.info().dates().lastLoginAt()))
                .filter(last -> last.isAfter(since))
                .isPresent();
    }
}
