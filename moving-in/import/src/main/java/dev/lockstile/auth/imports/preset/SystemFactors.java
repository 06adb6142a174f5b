package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.internal.draft.ImportedFactor;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a known system keeps the second factors of its people: in their rows, in further tables, or in both. Stateless.
 * What is read of one person tells whether the old system asks for a factor; each draft is read by the same rule in
 * every pass.
 */
interface SystemFactors {

    /** No factors at all. */
    SystemFactors NONE = page -> Map.of();

    /** Returns the factors of these people, by the text of their keys. */
    Map<String, List<FactorDraft>> of(Page page);

    /** Returns the columns of the people's rows that are read besides those of the preset, in lower case. */
    default List<String> columns() {
        return List.of();
    }

    /**
     * Returns where encrypted secrets stand, by which a key is checked; empty where the source has none or nothing
     * opens them.
     *
     * @param people the table of people
     */
    default Optional<SealedSecrets> sealed(Source source, SourceTable people) {
        return Optional.empty();
    }

    /**
     * Some people of a source.
     *
     * @param table their table
     */
    record Page(Source source, SourceTable table, List<SourceRow> people) {

        /** What was read of each person, by the text of the key. */
        Map<String, List<FactorDraft>> each(Function<SourceRow, List<FactorDraft>> mapping) {
            Map<String, List<FactorDraft>> all = new HashMap<>();
            people.forEach(person -> all.put(person.key().toString(), mapping.apply(person)));
            return all;
        }

        /** A secret as it was opened. In a look-up, where it did not: refuses a key that opens no other one either. */
        Optional<String> opened(SystemFactors factors, Optional<String> secret) {
            if (secret.isEmpty() && !source.isWhole()) {
                Source whole = source.whole();
                factors.sealed(whole, table).ifPresent(secrets -> secrets.requireOpened(whole));
            }
            return secret;
        }

        List<Object> keys() {
            return people.stream().map(SourceRow::key).toList();
        }

        /**
         * The rows of a table that belong to these people, by the text of the owner's key; none without such a table.
         *
         * @param owners how the column of the owner's key may be spelled, the likeliest first
         */
        Map<String, List<SourceRow>> owned(List<String> tables, String... owners) {
            FactorTables there = FactorTables.in(source);
            return tables.stream()
                    .flatMap(name -> there.find(name).stream())
                    .findFirst()
                    .map(found -> owned(found, owner(found, owners)))
                    .orElse(Map.of());
        }

        private Map<String, List<SourceRow>> owned(SourceTable found, String owner) {
            return new OwnedTable(source, keyed(found, owner), owner, table).rows(keys());
        }

        private static String owner(SourceTable found, String... owners) {
            return Stream.of(owners)
                    .filter(name -> found.columns().stream().anyMatch(name::equalsIgnoreCase))
                    .findFirst()
                    .orElse(owners[0]);
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

    /**
     * A factor that is demanded and of which the source has nothing that can be verified here.
     *
     * @param id among those of its kind: the key of its owner, as a rule
     */
    static FactorDraft other(Object id) {
        return draft(Entity.OTHER_FACTORS, id, null, new ImportedFactor.Unusable("factor_not_supported"));
    }

    /** The factors of one person, of two readings. */
    static List<FactorDraft> both(List<FactorDraft> some, List<FactorDraft> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Where a factor comes from: see {@link #draft}. */
    static Origin origin(Entity entity, Object id, @Nullable Object digested) {
        Map<String, @Nullable Object> cells = new TreeMap<>();
        cells.put("id", id.toString());
        cells.put("digested", digested == null ? null : digested.toString());
        return new Origin(entity, id, new SourceRow(id, cells).fingerprint());
    }
}
