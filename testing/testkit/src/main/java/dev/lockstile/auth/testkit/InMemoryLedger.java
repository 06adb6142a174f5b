package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.imports.BeforeImageStore.BeforeImage;
import dev.lockstile.auth.store.imports.LedgerStore;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import dev.lockstile.auth.store.imports.LedgerStore.LinkedTable;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ledger as a run writes it and a rollback reads it, in a transaction. */
record InMemoryLedger(TableViews views) implements LedgerStore {

    @Override
    public void insertAll(List<KeyedLegacyLink> links, Instant now) {
        links.forEach(link -> views.legacy.insert(key -> new LegacyLinkRow(link.linkKey(), link.entry(), now)));
    }

    @Override
    public List<KeyedLegacyLink> ofRun(String runId, String after, int limit) {
        return views.legacy
                .rows(Tables.LINK_RUN, runId)
                .filter(row -> row.linkKey().compareTo(after) > 0)
                .sorted(Comparator.comparing(LegacyLinkRow::linkKey))
                .limit(limit)
                .map(row -> new KeyedLegacyLink(row.linkKey(), row.entry()))
                .toList();
    }

    @Override
    public List<KeyedLegacyLink> naming(Collection<String> localRefs) {
        return localRefs.stream()
                .distinct()
                .flatMap(ref -> views.legacy.rows(Tables.LINK_REF, ref))
                .map(row -> new KeyedLegacyLink(row.linkKey(), row.entry()))
                .toList();
    }

    @Override
    public void forget(Collection<String> linkKeys) {
        linkKeys.forEach(linkKey -> {
            views.legacy.keys(Tables.LINK_KEY, linkKey).forEach(views.legacy::delete);
            views.keptRows.keys(Tables.KEPT_KEY, linkKey).forEach(views.keptRows::delete);
        });
    }

    @Override
    public Map<String, UserId> owners(LinkedTable part, Collection<String> localRefs) {
        return new InMemoryImportedAccounts(views).owners(part, localRefs);
    }

    @Override
    public Set<String> live(Collection<String> localRefs) {
        return new InMemoryImportedAccounts(views).live(localRefs);
    }

    @Override
    public boolean restate(BeforeImage seen, String fingerprint, Instant writtenAt) {
        return views.legacy.keys(Tables.LINK_KEY, seen.linkKey()).stream()
                .anyMatch(key -> views.legacy.update(
                        key,
                        row -> row.entry().origin().fingerprint().equals(seen.fingerprint()),
                        row -> row.restated(fingerprint, writtenAt)));
    }
}
