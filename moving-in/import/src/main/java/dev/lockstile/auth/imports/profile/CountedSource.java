package dev.lockstile.auth.imports.profile;

import dev.lockstile.auth.imports.internal.people.ForwardingSource;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A source that counts its rows, field by field, as they are read. */
final class CountedSource implements ForwardingSource {

    private final Source source;
    private final Map<String, Long> rows = new TreeMap<>();
    private final Map<String, Map<String, FieldCount>> fields = new TreeMap<>();

    CountedSource(Source source) {
        this.source = source;
    }

    Map<String, SourceProfile.Table> profiles() {
        Map<String, SourceProfile.Table> all = new TreeMap<>();
        fields.forEach((table, counts) -> {
            long read = rows.getOrDefault(table, 0L);
            Map<String, SourceProfile.Field> profiles = new HashMap<>();
            counts.forEach((name, count) -> profiles.put(name, count.profile()));
            all.put(table, new SourceProfile.Table(read, profiles));
        });
        return all;
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public List<SourceRow> page(SourceTable table, @Nullable Object after, int limit) {
        return counted(table, source.page(table, after, limit));
    }

    @Override
    public List<SourceRow> matching(SourceTable table, String column, Collection<Object> values) {
        return counted(table, source.matching(table, column, values));
    }

    private List<SourceRow> counted(SourceTable table, List<SourceRow> page) {
        Map<String, FieldCount> counts = fields.computeIfAbsent(table.name(), any -> new TreeMap<>());
        rows.merge(table.name(), (long) page.size(), Long::sum);
        for (SourceRow row : page) {
            row.columns()
                    .forEach(name -> counts.computeIfAbsent(name, any -> new FieldCount())
                            .add(row.cell(name)));
        }
        return page;
    }
}
