package dev.lockstile.auth.testkit;

import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.store.LegacyLinkStore;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ledger in a transaction. */
final class InMemoryLegacyLinks implements LegacyLinkStore {

    private final TableViews views;

    InMemoryLegacyLinks(TableViews views) {
        this.views = views;
    }

    @Override
    public boolean isMapped() {
        return true;
    }

    @Override
    public Map<String, LegacyLinkInfo> byKeys(Collection<String> linkKeys) {
        return linkKeys.stream()
                .distinct()
                .flatMap(linkKey -> views.legacy.rows(Tables.LINK_KEY, linkKey))
                .collect(Collectors.toUnmodifiableMap(LegacyLinkRow::linkKey, LegacyLinkRow::entry));
    }

    @Override
    public void insert(String linkKey, LegacyOrigin origin, @Nullable String localRef, Instant now) {
        views.legacy.insert(key -> new LegacyLinkRow(linkKey, new LegacyLinkInfo(origin, localRef), now));
    }
}
