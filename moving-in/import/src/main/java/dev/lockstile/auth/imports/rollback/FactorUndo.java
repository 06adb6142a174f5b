package dev.lockstile.auth.imports.rollback;

import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import dev.lockstile.auth.store.imports.WrittenRowStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Removes second factors that a run added to an account which existed before, unless its owner has signed in since. */
record FactorUndo(Instant now) {

    /**
     * Locks the account first, so that no sign-in happens meanwhile. A factor that is gone already is no obstacle, and
     * one that was added in its place since is not removed.
     */
    boolean isRemoved(AuthTx tx, UserId owner, KeyedLegacyLink row) {
        Instant writtenAt = row.entry().localModifiedAt();
        if (writtenAt == null || !hold(tx, owner) || hasSignedIn(tx, owner, writtenAt)) {
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
            endCodes(tx, owner, writtenAt);
        }
        return true;
    }

    private void endCodes(AuthTx tx, UserId owner, Instant writtenAt) {
        boolean isThere = tx.factors()
                .recoveryCodes()
                .left(owner)
                .filter(set -> !set.madeAt().isAfter(writtenAt))
                .isPresent();
        if (isThere) {
            tx.factors().recoveryCodes().endAll(owner, now);
        }
    }

    /**
     * Locks the account. One that is as an earlier run wrote it is locked without a change, so that this run can be
     * rolled back as well.
     */
    private boolean hold(AuthTx tx, UserId owner) {
        return ImportTx.in(tx).ledger().naming(List.of(owner.toString())).stream()
                        .flatMap(row -> Optional.ofNullable(row.entry().localModifiedAt()).stream())
                        .anyMatch(writtenAt -> isHeldAsWritten(tx, owner, writtenAt))
                || tx.users().lock(owner, now);
    }

    /** Writes the row unchanged, by one conditional update. */
    private static boolean isHeldAsWritten(AuthTx tx, UserId owner, Instant writtenAt) {
        WrittenRowStore written = ImportTx.in(tx).written();
        return written.untouched(owner, writtenAt)
                .filter(row -> written.replace(owner, writtenAt, row))
                .isPresent();
    }

    private static boolean hasSignedIn(AuthTx tx, UserId user, Instant since) {
        return tx.users()
                .byId(user)
                .flatMap(stored -> Optional.ofNullable(stored.info().dates().lastLoginAt()))
                .filter(last -> last.isAfter(since))
                .isPresent();
    }
}
