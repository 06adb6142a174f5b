package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.internal.mapping.Accents;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows each belong to one row of another table.
 *
 * @param owner the column with the owner's key, in any letter case
 * @param people the other table; null where its keys are numbers, or not known
 */
record OwnedTable(
        Source source,
        SourceTable table,
        String owner,
        @Nullable SourceTable people) {

    OwnedTable(Source source, SourceTable table, String owner) {
        this(source, table, owner, null);
    }

    /**
     * The rows of these owners, by the text of the owner's key; read at once. Where the database takes two spellings of
     * a key for one, such as MariaDB letter case and blanks at the end, a row goes to the owner that it is found by,
     * but for a row whose own spelling is the key of another person.
     */
    Map<String, List<SourceRow>> rows(Collection<Object> owners) {
        if (owners.isEmpty()) {
            return Map.of();
        }
        Map<String, String> spelled = new HashMap<>();
        owners.forEach(key -> spelled.putIfAbsent(folded(key.toString()), key.toString()));
        owners.forEach(key -> spelled.put(key.toString(), key.toString()));
        List<SourceRow> rows = source.matching(table, FactorTables.spelled(table.columns(), owner), owners);
        Set<String> others = others(rows, spelled);
        return rows.stream().collect(Collectors.groupingBy(row -> {
            String found = key(row);
            return others.contains(found)
                    ? found
                    : spelled.getOrDefault(found, spelled.getOrDefault(folded(found), found));
        }));
    }

    private String key(SourceRow row) {
        return String.valueOf(row.cell(owner.toLowerCase(Locale.ROOT)));
    }

    /** Of the keys in these rows those of other people, which the column of these rows does not tell apart. */
    private Set<String> others(List<SourceRow> rows, Map<String, String> spelled) {
        Set<Object> unlike = rows.stream()
                .map(this::key)
                .filter(found -> !found.equals(spelled.get(found)))
                .collect(Collectors.toSet());
        if (people == null || unlike.isEmpty()) {
            return Set.of();
        }
        Source all = source.isWhole() ? source : source.whole();
        return all.matching(people, people.key(), unlike).stream()
                .map(person -> person.key().toString())
                .collect(Collectors.toSet());
    }

    /** As collations compare that leave out letter case, accents and blanks at the end. */
    private static String folded(String key) {
        return Accents.removed(key)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .stripTrailing();
    }

    /** What these rows say, by the text of the owner's key. */
    Map<String, List<FactorDraft>> drafts(Collection<Object> owners, Function<SourceRow, FactorDraft> mapping) {
        return drafts(rows(owners), mapping);
    }

    static Map<String, List<FactorDraft>> drafts(
            Map<String, List<SourceRow>> rows, Function<SourceRow, FactorDraft> mapping) {
        Map<String, List<FactorDraft>> all = new HashMap<>();
        rows.forEach((owner, some) -> all.put(owner, some.stream().map(mapping).toList()));
        return all;
    }
}
