package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.mapping.FactorColumns;
import dev.lockstile.auth.imports.internal.people.ForwardingSource;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source whose pages have, besides the columns that a preset asks for, those that tell of a second factor: a preset that does
 * not know of them would drop it. Not safe for use by several threads.
 */
final class FactorColumnSource implements ForwardingSource {

    private final Source source;
    private final Map<SourceTable, SourceTable> widened = new HashMap<>();

    /** Wraps a source, which stays the caller's to close. */
    FactorColumnSource(Source source) {
        this.source = source;
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public List<SourceRow> page(SourceTable table, @Nullable Object after, int limit) {
        return source.page(widened(table), after, limit);
    }

    /** Returns true for a column, in any letter case, that the pages of that table have. */
    boolean adds(String table, String column) {
        return widened.values().stream()
                .anyMatch(read ->
                        read.name().equals(table) && read.columns().stream().anyMatch(column::equalsIgnoreCase));
    }

    /** Records of files and documents come with all their cells. */
    private SourceTable widened(SourceTable table) {
        return table.columns().isEmpty() ? table : widened.computeIfAbsent(table, this::withFactorColumns);
    }

    private SourceTable withFactorColumns(SourceTable table) {
        List<String> columns = new ArrayList<>(table.columns());
        source.columns(table.name()).stream()
                .filter(column -> FactorColumns.isName(column) && !columns.contains(column))
                .forEach(columns::add);
        return table.withColumns(columns);
    }
}
