package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.jpa.internal.sql.BoundSql;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/**
 * Rows of one of the library's own tables that are not needed any more.
 *
 * @param key the column of the primary key
 * @param expired the condition; each of its question marks stands for the instant before which a row has expired
 */
record PurgeableRows(Rows rows, String table, String key, String expired) {

    /** A message that was sent or given up, or a decoy. */
    static final String FINISHED = "finished_at <= ?";

    /** A counter that holds nothing. */
    static final String SPENT = "window_until <= ? and (closed_until is null or closed_until <= ?)";

    long count(Instant before) {
        BoundSql count = new BoundSql().add("select count(*) from " + table + " where " + expired, marks(before));
        return rows.<Long>query(count.text(), statement -> {
            try (ResultSet found = count.bind(statement).executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        });
    }

    int remove(Instant before, int max) {
        BoundSql select = new BoundSql().add("select " + key + " from " + table + " where " + expired, marks(before));
        List<String> keys = rows.texts(select.add(" limit ?", max));
        if (keys.isEmpty()) {
            return 0;
        }
        BoundSql delete = new BoundSql()
                .add("delete from " + table + " where " + expired, marks(before))
                .add(" and " + key + " in (?" + ", ?".repeat(keys.size() - 1) + ")", keys.toArray());
        return rows.sql(delete.text(), statement -> delete.bind(statement).executeUpdate());
    }

    private Object[] marks(Instant before) {
        int marks = (int) expired.chars().filter(mark -> mark == '?').count();
        return Collections.nCopies(marks, before).toArray();
    }
}
