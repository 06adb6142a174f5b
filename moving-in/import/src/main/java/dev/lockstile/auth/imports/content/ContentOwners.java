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
 * The accounts that own the rows of a page, by their ledger keys. A merged account is told as the one that stays; a
 * deleted one owns nothing.
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
     * Looks at the accounts as they are now.
     *
     * @param entries those of the owners' old rows, by ledger key
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
            Set<String> here = ImportTx.in(tx).ledger().live(next);
            live.addAll(here);
            Map<String, String> step = tx.legacy().mergedInto(without(next, here));
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
     * The key of the owner.
     *
     * @param ledgerKey of the owner's old row
     * @param oldId as the content names it; null when it names none
     * @param path where it names it
     * @throws Missing when there is no such account
     */
    String of(String ledgerKey, @Nullable Object oldId, String path) throws Missing {
        LegacyLinkInfo entry = entries.get(ledgerKey);
        if (oldId == null || entry == null || entry.localRef() == null) {
            throw new Missing(system.whyMissing(oldId, path));
        }
        Set<String> gone = new LinkedHashSet<>();
        String ref = entry.localRef().stripTrailing();
        while (ref != null && !live.contains(ref) && gone.add(ref)) {
            ref = into.get(ref);
        }
        if (ref == null || !live.contains(ref)) {
            throw new Missing(new Finding(
                    QuarantineReason.OWNER_DELETED.code(),
                    path,
                    "the account of " + Masked.text(oldId.toString()) + " was deleted"));
        }
        return ref;
    }

    /** False for the old row of an account that was deleted or merged since it came. */
    boolean isAsImported(String ledgerKey) {
        LegacyLinkInfo entry = entries.get(ledgerKey);
        return entry != null
                && entry.localRef() != null
                && live.contains(entry.localRef().stripTrailing());
    }

    /** No account here is the owner. */
    static final class Missing extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Finding why;

        Missing(Finding why) {
            super(null, null, false, false);
            this.why = why;
        }

        Finding why() {
            return why;
        }
    }
}
