package dev.lockstile.auth.cutover.migration;

import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A few rows by table, as an old application tells them. Column names do not depend on letter case. */
final class RecordSource implements Source {

    private final Map<String, List<String>> columns;
    private final Map<String, List<Map<String, @Nullable Object>>> tables;

    /** @param columns tables with columns that are there even if no row has them */
    RecordSource(Map<String, List<String>> columns, Map<String, List<Map<String, @Nullable Object>>> tables) {
        this.columns = columns;
        this.tables = tables;
    }

    @Override
    public String description() {
        return "the old application";
    }

    @Override
    public List<String> tables() {
        Set<String> names = new TreeSet<>(columns.keySet());
        names.addAll(tables.keySet());
        return List.copyOf(names);
    }

    @Override
    public List<String> columns(String table) {
        Set<String> names = new TreeSet<>(columns.getOrDefault(table, List.of()));
        rows(table).forEach(row -> names.addAll(row.keySet()));
        return List.copyOf(names);
    }

    @Override
    public boolean isWhole() {
        return false;
    }

    @Override
    public long count(String table) {
        return rows(table).size();
    }

    @Override
    public List<SourceRow> page(SourceTable table, @Nullable Object after, int limit) {
        return after != null
                ? List.of()
                : rows(table.name()).stream().map(row -> row(table, row)).toList();
    }

    @Override
    public List<SourceRow> matching(SourceTable table, String column, Collection<Object> values) {
        Set<String> wanted = values.stream().map(String::valueOf).collect(Collectors.toSet());
        return page(table, null, Integer.MAX_VALUE).stream()
                .filter(row -> wanted.contains(String.valueOf(row.cell(column))))
                .toList();
    }

    @Override
    public List<SourceRow> orphans(Source.Reference reference, @Nullable Object after, int limit) {
        return List.of();
    }

    @Override
    public void close() {
        // nothing is open
    }

    private List<Map<String, @Nullable Object>> rows(String table) {
        return tables.getOrDefault(table, List.of());
    }

    private static SourceRow row(SourceTable table, Map<String, @Nullable Object> cells) {
        Map<String, @Nullable Object> lower = new TreeMap<>();
        cells.forEach((column, cell) -> lower.put(column.toLowerCase(Locale.ROOT), cell));
        Object key = lower.get(table.key().toLowerCase(Locale.ROOT));
        if (key == null) {
            throw new SourceUnusableException("the old application told a row without " + table.key());
        }
        return new SourceRow(key, lower);
    }
}
