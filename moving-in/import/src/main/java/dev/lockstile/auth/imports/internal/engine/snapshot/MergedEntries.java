package dev.lockstile.auth.imports.internal.engine.snapshot;

import dev.lockstile.auth.imports.internal.OwnedRowKinds;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import java.util.Collection;
import java.util.stream.Stream;

/** Distinguishes ledger entries of rows that were merged into an account from those of rows that became an account. */
public final class MergedEntries {

    private MergedEntries() {}

    /** Returns true for a row that created no account: it was merged into one, or was imported in place. */
    public static boolean createdNothing(LegacyLinkInfo entry) {
        return entry.localRef() != null && isMerged(entry);
    }

    /** Returns true for a row that created an account, since its entry has the account's time of change. */
    public static boolean created(LegacyLinkInfo entry) {
        return entry.localModifiedAt() != null;
    }

    /** Returns true for a row from which an account was created, or that write-back created for an account. */
    static boolean isOfAccount(LegacyLinkInfo entry) {
        return !isMerged(entry);
    }

    /**
     * Returns the entries of other people's rows among entries that name a user. Where an import in place added a row
     * for a person of another table, that person has two entries for one source row; neither is returned.
     */
    public static Stream<LegacyLinkInfo> others(LegacyOrigin own, Collection<KeyedLegacyLink> naming) {
        return naming.stream()
                .map(KeyedLegacyLink::entry)
                .filter(entry -> !entry.origin().system().equals(LegacyOrigin.OWN_SYSTEM))
                .filter(entry -> !OwnedRowKinds.ALL.contains(entry.origin().entity()))
                .filter(entry -> !isTwin(own, entry.origin()));
    }

    private static boolean isMerged(LegacyLinkInfo entry) {
        return Ledger.isMerged(entry.origin().runId(), entry.localModifiedAt());
    }

    private static boolean isTwin(LegacyOrigin one, LegacyOrigin other) {
        return one.runId().equals(other.runId()) && one.fingerprint().equals(other.fingerprint());
    }
}
