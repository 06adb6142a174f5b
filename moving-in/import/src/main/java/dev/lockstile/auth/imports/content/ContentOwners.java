package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.mapping.Masked;
import dev.lockstile.auth.imports.report.QuarantineReason;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.imports.ImportTx;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that own the rows of a page, by the ledger keys of their source rows. An account that was merged in the
 * target is replaced by the remaining one; a deleted account owns nothing.
 */
final class ContentOwners {

    private final ContentSystem system;
    private final Map<String, LegacyLinkInfo> entries;
    private final Set<String> live;
    private final Map<String, String> into;

    private ContentOwners(
            ContentSystem system, Map<String, LegacyLinkInfo> entries, Set<String> live, Map<String, String> into) {
        this.system = system;
        this.entries = entries;
        this.live = live;
        this.into = into;
    }

    /**
     * Reads the present state of the accounts.
     *
     * @param entries the ledger entries of the owners' source rows, by ledger key
     */
    static ContentOwners look(AuthTx tx, ContentSystem system, Map<String, LegacyLinkInfo> entries) {
        Set<String> live = new HashSet<>();
        Map<String, String> into = new HashMap<>();
        Set<String> seen = new HashSet<>();
        Set<String> next = entries.values().stream()
                .flatMap(entry -> Optional.ofNullable(entry.localRef()).stream())
                .map(String::stripTrailing)
                .collect(Collectors.toSet());
        while (!next.isEmpty()) {
            seen.addAll(next);
            Set<String> existing = ImportTx.in(tx).ledger().live(next);
            live.addAll(existing);
            Map<String, String> step = tx.legacy().mergedInto(without(next, existing));
            into.putAll(step);
            next = without(step.values(), seen);
        }
        return new ContentOwners(system, entries, live, into);
    }

    private static Set<String> without(Collection<String> all, Set<String> some) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    /**
     * Returns the key of the owner.
     *
     * @param ledgerKey of the owner's source row
     * @param oldId the source id of the owner in the content; null for none
     * @param path the source column with that id
     * @throws MissingOwnerException when there is no such account
     */
    String of(String ledgerKey, @Nullable Object oldId, String path) throws MissingOwnerException {
        LegacyLinkInfo entry = entries.get(ledgerKey);
        if (oldId == null || entry == null || entry.localRef() == null) {
            throw new MissingOwnerException(system.whyMissing(oldId, path));
        }
        Set<String> gone = new LinkedHashSet<>();
        String ref = entry.localRef().stripTrailing();
        while (ref != null && !live.contains(ref) && gone.add(ref)) {
            ref = into.get(ref);
        }
        if (ref == null || !live.contains(ref)) {
            throw new MissingOwnerException(new Finding(
                    QuarantineReason.OWNER_DELETED.code(),
                    path,
                    "the account of " + Masked.text(oldId.toString()) + " was deleted"));
        }
        return ref;
    }

    /** Returns true when the account of a source row was neither deleted nor merged since its import. */
    boolean isAsImported(String ledgerKey) {
        LegacyLinkInfo entry = entries.get(ledgerKey);
        return entry != null
                && entry.localRef() != null
                && live.contains(entry.localRef().stripTrailing());
    }

    /** The owner has no account in the target. */
    static final class MissingOwnerException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Finding why;

        MissingOwnerException(Finding why) {
            super(null, null, false, false);
            this.why = why;
        }

        Finding why() {
            return why;
        }
    }
}
