package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.sql.SqlTimes.write;

import dev.lockstile.auth.jpa.internal.sql.BoundSql;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.jpa.internal.sql.SqlTimes;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.store.ThrottlePermit.ProgressiveDelay;
import dev.lockstile.auth.store.ThrottleStore;
import dev.lockstile.auth.store.ThrottleStore.ThrottleBucket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Savepoint;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Counters in the library's own table. One conditional update takes a permit or opens the next window; only a bucket
 * that was never seen needs an insert, whose loser goes back to the update.
 */
record SqlThrottleStore(Rows rows, String table) implements ThrottleStore {

    @Override
    public boolean take(ThrottlePermit permit, Instant now) {
        return permit.limit() > 0 && (takePermit(permit, now) || open(permit, now) || takePermit(permit, now));
    }

    /** The order of the assignments matters: some databases let the later see what the earlier have set. */
    private boolean takePermit(ThrottlePermit permit, Instant now) {
        Instant end = now.plus(permit.window());
        Instant afterFirst = permit.spacing().closedUntil(1, now);
        BoundSql update = new BoundSql().add("update " + table + " set closed_until = case");
        if (afterFirst == null) {
            update.add(" when window_until <= ? then closed_until", now);
        } else {
            update.add(" when window_until <= ? then ?", now, afterFirst);
        }
        addSteps(update, "taken + 1", permit.spacing(), now);
        update.add(" else closed_until end, taken = case when window_until <= ? then 1 else taken + 1 end", now);
        if (permit.sliding()) {
            update.add(", window_until = ?", end);
        } else {
            update.add(", window_until = case when window_until <= ? then ? else window_until end", now, end);
        }
        update.add(" where bucket = ? and (closed_until is null or closed_until <= ?)", permit.bucket(), now);
        update.add(" and (window_until <= ? or taken < ?)", now, permit.limit());
        return run(update) == 1;
    }

    private static void addSteps(BoundSql update, String number, ProgressiveDelay spacing, Instant now) {
        List<ProgressiveDelay.Step> steps = spacing.steps();
        for (int i = steps.size() - 1; i >= 0; i--) {
            ProgressiveDelay.Step step = steps.get(i);
            update.add(" when " + number + " >= ? then ?", step.from(), now.plus(step.pause()));
        }
    }

    @Override
    public Instant opensAt(ThrottlePermit permit, Instant now) {
        String select = "select window_until, taken, closed_until from " + table + " where bucket = ?";
        return rows.query(select, statement -> {
            statement.setString(1, permit.bucket());
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? runCounts(found).opensAt(permit, now) : now;
            }
        });
    }

    private static ThrottleBucket runCounts(ResultSet found) throws SQLException {
        OffsetDateTime closed = found.getObject(3, OffsetDateTime.class);
        return new ThrottleBucket(SqlTimes.read(found, 1), found.getInt(2), closed == null ? null : closed.toInstant());
    }

    @Override
    public void delay(String bucket, ProgressiveDelay spacing, Instant now) {
        if (spacing.steps().isEmpty()) {
            return;
        }
        BoundSql update = new BoundSql().add("update " + table + " set closed_until = case");
        addSteps(update, "taken", spacing, now);
        update.add(" else closed_until end where bucket = ? and window_until > ?", bucket, now);
        run(update.add(" and taken >= ?", spacing.steps().get(0).from()));
    }

    @Override
    public void release(String bucket) {
        run(new BoundSql().add("update " + table + " set taken = taken - 1 where bucket = ? and taken > 0", bucket));
    }

    @Override
    public void giveBack(ThrottlePermit permit, Instant takenAt) {
        List<ProgressiveDelay.Step> steps = permit.spacing().steps();
        if (steps.isEmpty()) {
            release(permit.bucket());
            return;
        }
        BoundSql update = new BoundSql().add("update " + table + " set closed_until = case");
        for (ProgressiveDelay.Step step : steps) {
            update.add(" when taken >= ? and closed_until = ? then null", step.from(), takenAt.plus(step.pause()));
        }
        update.add(" else closed_until end, taken = taken - 1 where bucket = ? and taken > 0", permit.bucket());
        run(update);
    }

    @Override
    public void close(String bucket, Instant until) {
        run(new BoundSql()
                .add("update " + table + " set closed_until = ? where bucket = ?", until, bucket)
                .add(" and (closed_until is null or closed_until < ?)", until));
    }

    @Override
    public void clear(Collection<String> buckets, Instant now) {
        if (buckets.isEmpty()) {
            return;
        }
        String marks = "?" + ", ?".repeat(buckets.size() - 1);
        run(new BoundSql()
                .add("update " + table + " set taken = 0, closed_until = null, window_until = ?", now)
                .add(" where bucket in (" + marks + ")", buckets.toArray()));
    }

    /** Two statements, for some databases cannot delete with a limit; a bucket taken meanwhile is passed over. */
    @Override
    public int purge(Instant now, int max) {
        String spent = "window_until <= ? and (closed_until is null or closed_until <= ?)";
        BoundSql select = new BoundSql().add("select bucket from " + table + " where " + spent, now, now);
        List<String> buckets = rows.texts(select.add(" order by window_until limit ?", max));
        if (buckets.isEmpty()) {
            return 0;
        }
        String marks = "?" + ", ?".repeat(buckets.size() - 1);
        return run(new BoundSql()
                .add("delete from " + table + " where " + spent, now, now)
                .add(" and bucket in (" + marks + ")", buckets.toArray()));
    }

    private int run(BoundSql statement) {
        return rows.sql(statement.text(), prepared -> statement.bind(prepared).executeUpdate());
    }

    private boolean open(ThrottlePermit permit, Instant now) {
        rows.requireWriting();
        return rows.session().doReturningWork(connection -> {
            String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
            return switch (product) {
                case "postgresql" -> insert(connection, new Insert("insert", " on conflict do nothing"), permit, now);
                case "mariadb", "mysql" -> insert(connection, new Insert("insert ignore", ""), permit, now);
                default -> insertGuarded(connection, permit, now);
            };
        });
    }

    /** For databases without a word for it: a savepoint, for after a duplicate key some refuse all that follows. */
    private boolean insertGuarded(Connection connection, ThrottlePermit permit, Instant now) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            boolean inserted = insert(connection, new Insert("insert", ""), permit, now);
            connection.releaseSavepoint(before);
            return inserted;
        } catch (SQLIntegrityConstraintViolationException e) {
            connection.rollback(before);
            return false;
        }
    }

    private boolean insert(Connection connection, Insert words, ThrottlePermit permit, Instant now)
            throws SQLException {
        ThrottleBucket first = ThrottleBucket.first(permit, now);
        Instant closed = first.closedUntil();
        String insert = words.verb() + " into " + table
                + " (bucket, window_until, taken, closed_until) values (?, ?, 1, ?)" + words.tail();
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, permit.bucket());
            statement.setObject(2, write(first.windowUntil()));
            if (closed == null) {
                statement.setNull(3, Types.TIMESTAMP_WITH_TIMEZONE);
            } else {
                statement.setObject(3, write(closed));
            }
            return statement.executeUpdate() == 1;
        }
    }

    private record Insert(String verb, String tail) {}
}
