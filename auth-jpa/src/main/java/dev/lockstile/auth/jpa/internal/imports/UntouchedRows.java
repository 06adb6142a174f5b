package dev.lockstile.auth.jpa.internal.imports;

import static dev.lockstile.auth.jpa.internal.sql.Rows.micros;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.sql.ProjectedRow;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.store.RowTimes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one entity that have not changed since an import wrote them.
 *
 * @param cells what is selected, of a row named {@code r}
 * @param read makes a row of its cells, in their order
 * @param times of such a row
 */
record UntouchedRows<T>(
        Rows rows, HostEntity<?> entity, String cells, Function<ProjectedRow, T> read, Function<T, RowTimes> times) {

    /** The row of that key, while its time of change is the given one. */
    Optional<T> one(Object key, Instant writtenAt) {
        return rows
                .select("select " + cells + " from " + entity.name() + " r where " + entity.id("r")
                        + " = :id and r.modifiedAt = :written")
                .setParameter("id", key)
                .setParameter("written", micros(writtenAt))
                .getResultList()
                .stream()
                .map(row -> read.apply(new ProjectedRow(row, 0)))
                .findFirst();
    }

    /** The rows whose time of change is the given one, by the text of their keys. */
    Map<String, T> all(Map<String, Instant> writtenAt) {
        Map<String, T> found = new HashMap<>();
        List<Object> keys = LegacyLinkedRows.keys(entity, writtenAt.keySet());
        if (!keys.isEmpty()) {
            String id = entity.id("r");
            rows.select("select " + id + ", " + cells + " from " + entity.name() + " r where " + id + " in (:keys)")
                    .setParameterList("keys", keys)
                    .getResultList()
                    .forEach(row -> found.put(String.valueOf(row[0]), read.apply(new ProjectedRow(row, 1))));
        }
        found.entrySet().removeIf(row -> !isSame(times.apply(row.getValue()), writtenAt.get(row.getKey())));
        return found;
    }

    private static boolean isSame(RowTimes times, @Nullable Instant writtenAt) {
        return writtenAt != null && times.modifiedAt().equals(micros(writtenAt));
    }
}
