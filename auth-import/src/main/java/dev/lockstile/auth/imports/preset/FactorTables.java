package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

    /** The same where it has these columns. */
    Optional<SourceTable> find(String table, List<String> required) {
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
        return found;
    }

    /** The rows of these owners, by the text of the owner's key. */
    static Map<String, List<SourceRow>> byOwner(
            Source source, SourceTable table, String owner, Collection<Object> owners) {
        return owners.isEmpty()
                ? Map.of()
                : source.matching(table, spelled(table.columns(), owner), owners).stream()
                        .collect(
                                Collectors.groupingBy(row -> String.valueOf(row.cell(owner.toLowerCase(Locale.ROOT)))));
    }

    /** False only where a cell says so: what says nothing counts, so that no factor is lost by it. */
    static boolean isTrue(SourceRow row, String column) {
        String text = String.valueOf(row.cell(column)).strip().toLowerCase(Locale.ROOT);
        return !List.of("false", "f", "0", "no", "n").contains(text);
    }

    private static String spelled(List<String> columns, String name) {
        return columns.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
    }
}
