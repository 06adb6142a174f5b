package dev.lockstile.auth.imports.internal.engine.snapshot;

import dev.lockstile.auth.imports.internal.OwnedRowKinds;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import java.util.Collection;
import java.util.stream.Stream;

/** Tells ledger entries of rows that were merged into an account from those of rows that became one. */
public final class MergedEntries {

    private MergedEntries() {}

    /** True for a row that created no account: it was merged into one, or stayed in place. */
    public static boolean createdNothing(LegacyLinkInfo entry) {
        return entry.localRef() != null && isMerged(entry);
    }

    /** True for a row from which an account was made: the time of change is noted for these. */
    public static boolean created(LegacyLinkInfo entry) {
        return entry.localModifiedAt() != null;
    }

    /** True for a row from which the account was made, or that was written from it. */
    static boolean isOfAccount(LegacyLinkInfo entry) {
        return !isMerged(entry);
    }

    /**
     * Other people's rows among those that name a user. A person of another table who got a row in the host's has two
     * entries, for one and the same old row.
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
