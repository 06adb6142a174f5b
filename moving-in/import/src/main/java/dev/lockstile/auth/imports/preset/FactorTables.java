package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tables of second factors in a source, found by their names in any letter case. */
record FactorTables(Source source, Map<String, String> names) {

    static FactorTables in(Source source) {
        Map<String, String> names = new TreeMap<>();
        source.tables().forEach(name -> names.put(name.toLowerCase(Locale.ROOT), name));
        return new FactorTables(source, names);
    }

    /** A table with all its columns. */
    Optional<SourceTable> find(String table) {
        return Optional.ofNullable(names.get(table.toLowerCase(Locale.ROOT))).map(name -> {
            List<String> columns = source.columns(name);
            return new SourceTable(name, spelled(columns, "id"), columns);
        });
    }

    /** A table where it has these columns, by the column with the owner's key. */
    Optional<OwnedTable> find(String table, List<String> required, String owner) {
        Optional<SourceTable> found = find(table);
        found.ifPresent(there -> {
            List<String> absent = required.stream()
                    .filter(column -> there.columns().stream().noneMatch(column::equalsIgnoreCase))
                    .toList();
            if (!absent.isEmpty()) {
                throw new SourceUnusableException("table " + there.name() + " of " + source.description()
                        + " lacks the columns " + absent + "; it has " + there.columns());
            }
        });
        return found.map(there -> new OwnedTable(source, there, owner));
    }

    /** False only where a cell says so: what says nothing counts, so that no factor is lost by it. */
    static boolean isTrue(SourceRow row, String column) {
        String text = String.valueOf(row.cell(column)).strip().toLowerCase(Locale.ROOT);
        return !List.of("false", "f", "0", "no", "n").contains(text);
    }

    static String spelled(List<String> columns, String name) {
        return columns.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
    }
}
