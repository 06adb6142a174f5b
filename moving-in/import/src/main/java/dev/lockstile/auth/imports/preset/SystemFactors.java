package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.internal.draft.ImportedFactor;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a known system keeps the second factors of its people: in their rows, in further tables, or in both. Stateless. What is
 * read of one person tells whether the old system asks for a factor; each draft is read by the same rule in every pass.
 */
interface SystemFactors {

    /** Returns the factors of these people, by the text of their keys. */
    Map<String, List<FactorDraft>> of(Page page);

    /** Returns the number of rows in tables of factors; 0 where there is none, -1 when counting would read all of them. */
    default long count(Source source) {
        return 0;
    }

    /**
     * Some people of a source.
     *
     * @param table the name of their table
     */
    record Page(Source source, String table, List<SourceRow> people) {

        List<Object> keys() {
            return people.stream().map(SourceRow::key).toList();
        }

        /** The rows of a table that belong to these people, by the text of the owner's key; none without such a table. */
        Map<String, List<SourceRow>> owned(List<String> tables, String owner) {
            FactorTables there = FactorTables.in(source);
            return tables.stream()
                    .flatMap(name -> there.find(name).stream())
                    .findFirst()
                    .map(found -> new OwnedTable(source, keyed(found, owner), owner).rows(keys()))
                    .orElse(Map.of());
        }

        /** A table of pairs may have no key of its own. */
        private static SourceTable keyed(SourceTable found, String owner) {
            boolean hasKey = found.columns().contains(found.key());
            String key = hasKey ? found.key() : FactorTables.spelled(found.columns(), owner);
            return new SourceTable(found.name(), key, found.columns());
        }
    }

    /**
     * A factor of a row.
     *
     * @param id of the row among those of its kind
     * @param digested what tells that the factor is another one; null where a short text could be found by trying
     */
    static FactorDraft draft(Entity entity, Object id, @Nullable Object digested, ImportedFactor factor) {
        return new FactorDraft(origin(entity, id, digested), factor);
    }

    /** Where a factor comes from: see {@link #draft}. */
    static Origin origin(Entity entity, Object id, @Nullable Object digested) {
        Map<String, @Nullable Object> cells = new TreeMap<>();
        cells.put("id", id.toString());
        cells.put("digested", digested == null ? null : digested.toString());
        return new Origin(entity, id, new SourceRow(id, cells).fingerprint());
    }
}
