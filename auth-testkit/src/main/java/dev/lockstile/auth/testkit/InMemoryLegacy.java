package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.Arrival;
import dev.lockstile.auth.store.LedgerRow;
import dev.lockstile.auth.store.LegacyEntry;
import dev.lockstile.auth.store.LegacyStore;
import dev.lockstile.auth.store.LinkedPart;
import dev.lockstile.auth.store.NewLink;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ledger in a transaction. */
final class InMemoryLegacy implements LegacyStore {

    private final TableViews views;

    InMemoryLegacy(TableViews views) {
        this.views = views;
    }

    @Override
    public boolean isKept() {
        return true;
    }

    @Override
    public Map<String, LegacyEntry> byKeys(Collection<String> linkKeys) {
        return linkKeys.stream()
                .distinct()
                .flatMap(linkKey -> views.legacy.rows(Tables.LINK_KEY, linkKey))
                .collect(Collectors.toUnmodifiableMap(LegacyRow::linkKey, LegacyRow::entry));
    }

    @Override
    public void insert(String linkKey, LegacyOrigin origin, @Nullable String localRef, Instant now) {
        views.legacy.insert(key -> new LegacyRow(linkKey, new LegacyEntry(origin, localRef), now));
    }

    @Override
    public void insertAll(List<NewLink> links, Instant now) {
        links.forEach(link -> views.legacy.insert(key -> new LegacyRow(
                link.linkKey(), new LegacyEntry(link.origin(), link.localRef(), link.localModifiedAt()), now)));
    }

    @Override
    public List<LedgerRow> ofRun(String runId, String after, int limit) {
        return views.legacy
                .rows(Tables.LINK_RUN, runId)
                .filter(row -> row.linkKey().compareTo(after) > 0)
                .sorted(Comparator.comparing(LegacyRow::linkKey))
                .limit(limit)
                .map(row -> new LedgerRow(row.linkKey(), row.entry()))
                .toList();
    }

    @Override
    public void forget(Collection<String> linkKeys) {
        linkKeys.forEach(linkKey -> views.legacy.keys(Tables.LINK_KEY, linkKey).forEach(views.legacy::delete));
    }

    @Override
    public boolean takeBack(Arrival arrival) {
        return new InMemoryArrivals(views).takeBack(arrival);
    }

    @Override
    public Map<String, UserId> owners(LinkedPart part, Collection<String> localRefs) {
        return new InMemoryArrivals(views).owners(part, localRefs);
    }

    @Override
    public boolean removePart(LinkedPart part, String localRef, Instant writtenAt) {
        return new InMemoryArrivals(views).remove(part, localRef, writtenAt);
    }
}
