package dev.lockstile.auth.testkit;

import dev.lockstile.auth.store.imports.SourceRowStore;
import dev.lockstile.auth.store.imports.SourceRowStore.ArchivedSourceRow;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The archive of source rows, in a transaction. */
record InMemorySourceRows(TableViews views) implements SourceRowStore {

    @Override
    public void keep(List<ArchivedSourceRow> kept) {
        drop(kept.stream().map(ArchivedSourceRow::linkKey).toList());
        kept.forEach(row -> views.keptRows.insert(key -> row));
    }

    @Override
    public List<ArchivedSourceRow> ofSystem(String system, String after, int limit) {
        return views.keptRows.keysWhere(row -> row.system().equals(system)).stream()
                .flatMap(key -> Optional.ofNullable(views.keptRows.get(key)).stream())
                .filter(row -> row.linkKey().compareTo(after) > 0)
                .sorted(Comparator.comparing(ArchivedSourceRow::linkKey))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<ArchivedSourceRow> byKey(String linkKey) {
        return views.keptRows.first(Tables.KEPT_KEY, linkKey);
    }

    @Override
    public int drop(Collection<String> linkKeys) {
        List<Long> found = linkKeys.stream()
                .flatMap(linkKey -> views.keptRows.keys(Tables.KEPT_KEY, linkKey).stream())
                .toList();
        found.forEach(views.keptRows::delete);
        return found.size();
    }
}
