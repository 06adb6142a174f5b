package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table whose rows each belong to one row of another table.
 *
 * @param owner the column with the owner's key, in any letter case
 */
record OwnedTable(Source source, SourceTable table, String owner) {

    /** The rows of these owners, by the text of the owner's key; read at once. */
    Map<String, List<SourceRow>> rows(Collection<Object> owners) {
        return owners.isEmpty()
                ? Map.of()
                : source.matching(table, FactorTables.spelled(table.columns(), owner), owners).stream()
                        .collect(
                                Collectors.groupingBy(row -> String.valueOf(row.cell(owner.toLowerCase(Locale.ROOT)))));
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
