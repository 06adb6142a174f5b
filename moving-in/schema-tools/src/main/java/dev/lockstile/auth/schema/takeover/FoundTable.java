package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.IndexShape;
import dev.lockstile.auth.schema.internal.shape.SqlType;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A table of another application, in words for all databases. */
final class FoundTable {

    private FoundTable() {}

    /** The defaults of its columns, in each database's words. */
    static Map<String, SqlType> defaults(TableShape table) {
        Map<String, SqlType> defaults = new TreeMap<>();
        for (ColumnShape column : table.columns()) {
            SqlType found = CatalogueDefaults.of(column);
            if (found != null) {
                defaults.put(column.name(), found);
            }
        }
        return defaults;
    }

    /** With references to those tables only: the rest is another application's, or is not made yet. */
    static TableShape plain(TableShape table, Set<String> ours) {
        return new TableShape(
                table.name(),
                table.columns().stream()
                        .map(column -> numberedByKeyAlone(table, CatalogueTypes.neutral(column)))
                        .toList(),
                table.key(),
                distinct(table.indexes()),
                table.foreignKeys().stream()
                        .filter(k -> ours.contains(k.target()))
                        .toList());
    }

    /** H2 and MariaDB number one column of a table, and MariaDB only a key. */
    private static ColumnShape numberedByKeyAlone(TableShape table, ColumnShape column) {
        return column.identity() && !table.key().contains(column.name())
                ? new ColumnShape(column.name(), column.type(), true, false, null)
                : column;
    }

    /** Django keeps a second index per text for LIKE; one of each kind is enough elsewhere. */
    private static List<IndexShape> distinct(List<IndexShape> all) {
        List<IndexShape> kept = new ArrayList<>();
        for (IndexShape index : all) {
            boolean covered = all.stream()
                    .anyMatch(o -> o.unique() && !index.unique() && o.columns().equals(index.columns()));
            if (!covered && kept.stream().noneMatch(index::does)) {
                kept.add(index);
            }
        }
        return kept;
    }
}
