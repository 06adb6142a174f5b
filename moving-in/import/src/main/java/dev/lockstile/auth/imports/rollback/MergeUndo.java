package dev.lockstile.auth.imports.rollback;

import dev.lockstile.auth.imports.internal.engine.write.MergedFields;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.store.imports.BeforeImageStore.BeforeImage;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewSocial;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import dev.lockstile.auth.store.imports.LedgerStore.LinkedTable;
import dev.lockstile.auth.store.imports.WrittenRowStore.FilledColumns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reverts what second rows of people added to accounts that existed before the run: filled fields, profiles, devices,
 * second factors and accounts at other sites. Each second row is reverted in a short transaction, whole or not at all.
 * An account that has changed any of it since keeps all of it; its image remains, since a repeated rollback needs it.
 */
record MergeUndo(AuthStore store, RollbackLeftovers leftovers, Instant now) {

    /** Tries all second rows once, and returns the number of those that are reverted. */
    int sweep(String runId) {
        int[] settled = {0};
        leftovers.release();
        new BeforeImages(store, runId).each(image -> {
            if (MergedFields.isIn(image)) {
                settled[0] += isSettled(runId, image) ? 1 : 0;
            }
        });
        return settled[0];
    }

    private boolean isSettled(String runId, BeforeImage image) {
        MergedFields filled = MergedFields.of(image);
        try {
            store.alone(tx -> empty(tx, runId, image, filled)).forEach(leftovers::gone);
            return true;
        } catch (TouchedSinceException e) {
            hold(image, RollbackLeftovers.USED_SINCE);
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            hold(image, RollbackLeftovers.REFERRED_TO); // rows of the host refer to something that would be removed
        }
        return false;
    }

    private void hold(BeforeImage image, String reason) {
        store.read(tx -> tx.legacy().byKeys(List.of(image.linkKey())))
                .values()
                .forEach(entry -> leftovers.hold(image.linkKey(), String.valueOf(entry.localRef()), reason));
    }

    /** Returns the removed entries. Rows of an account that this run created are handled with that account. */
    private List<KeyedLegacyLink> empty(AuthTx tx, String runId, BeforeImage image, MergedFields filled) {
        LegacyLinkInfo entry = tx.legacy().byKeys(List.of(image.linkKey())).get(image.linkKey());
        ImportTx.in(tx).beforeImages().drop(runId, List.of(image.linkKey()));
        Optional<UserId> owner = entry == null ? Optional.empty() : owner(tx, LinkedTable.USER, entry);
        if (entry == null || owner.isEmpty() || leftovers.hasKept(String.valueOf(entry.localRef()))) {
            return List.of();
        }
        require(filled.ofUser() != null || filled.isNothing() || !hasSignedIn(tx, owner.get(), image.writtenAt()));
        empty(tx, owner.get(), filled.ofUser(), filled.ofProfile());
        List<KeyedLegacyLink> gone = new ArrayList<>(removed(tx, owner.get(), filled.along()));
        if (filled.changesSignIn()) {
            tx.codes().endAll(owner.get(), now);
        }
        gone.add(new KeyedLegacyLink(image.linkKey(), entry));
        ImportTx.in(tx)
                .ledger()
                .forget(gone.stream().map(KeyedLegacyLink::linkKey).toList());
        return gone;
    }

    /**
     * Returns true when the owner has signed in since. Only needed where no column of the user was filled, so that no
     * time of change tells it; the image then has the start of the run as its time.
     */
    private static boolean hasSignedIn(AuthTx tx, UserId user, Instant since) {
        return tx.users()
                .byId(user)
                .map(stored -> stored.info().dates().lastLoginAt())
                .filter(last -> last.isAfter(since))
                .isPresent();
    }

    private static Optional<UserId> owner(AuthTx tx, LinkedTable part, LegacyLinkInfo entry) {
        String ref = String.valueOf(entry.localRef());
        return Optional.ofNullable(
                ImportTx.in(tx).ledger().owners(part, List.of(ref)).get(ref));
    }

    private static void empty(
            AuthTx tx, UserId owner, @Nullable FilledColumns ofUser, @Nullable FilledColumns ofProfile) {
        require((ofUser == null || ImportTx.in(tx).written().empty(owner, ofUser))
                && (ofProfile == null || ImportTx.in(tx).written().emptyDefaultProfile(owner, ofProfile)));
    }

    private List<KeyedLegacyLink> removed(AuthTx tx, UserId owner, Map<String, String> along) {
        List<KeyedLegacyLink> gone = new ArrayList<>();
        tx.legacy().byKeys(along.keySet()).forEach((key, entry) -> {
            Instant writtenAt = entry.localModifiedAt();
            if (writtenAt != null) { // otherwise the row was in the host's table before the run
                remove(tx, owner, new AddedRow(key, entry, writtenAt, String.valueOf(along.get(key))));
                gone.add(new KeyedLegacyLink(key, entry));
            }
        });
        return gone;
    }

    /**
     * A row added with a second row, with the time at which it was written and, for an account at another site, its
     * digest.
     */
    private record AddedRow(String linkKey, LegacyLinkInfo entry, Instant writtenAt, String digest) {}

    /** Removes a row; one that is gone already is no obstacle. */
    private void remove(AuthTx tx, UserId owner, AddedRow row) {
        if (RowRollback.isFactor(row.entry())) {
            require(new FactorUndo(now).isRemoved(tx, owner, new KeyedLegacyLink(row.linkKey(), row.entry())));
            return;
        }
        LinkedTable part = RowRollback.tableOf(row.entry());
        if (part != LinkedTable.USER) {
            boolean exists = owner(tx, part, row.entry()).isPresent();
            String ref = String.valueOf(row.entry().localRef());
            require(!exists || ImportTx.in(tx).written().removePart(part, ref, row.writtenAt()));
            return;
        }
        for (NewSocial link : ImportTx.in(tx).rows().socials(List.of(owner))) {
            SocialIdentity identity = link.identity();
            if (MergedFields.digest(row.linkKey(), identity).equals(row.digest())) {
                require(ImportTx.in(tx).written().removeSocial(owner, identity, row.writtenAt()));
            }
        }
    }

    private static void require(boolean untouched) {
        if (!untouched) {
            throw new TouchedSinceException();
        }
    }

    /** Thrown where the account was changed since, to roll back what was reverted already. */
    private static final class TouchedSinceException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TouchedSinceException() {
            super("the account was touched since", null, false, false);
        }
    }
}
