package dev.lockstile.auth.cutover.writeback;

import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.store.KeyTakenException;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The change log and the leases, read and written in the transaction under way. A change is only inserted, so that no
 * writer waits for another; a lease is written by senders alone, and one conditional update decides which node holds
 * it.
 */
final class ChangeLog {

    private static final String UNIQUE = "23505";

    private final JpaAuthStore store;
    private final String changes;
    private final String leases;

    ChangeLog(JpaAuthStore store, String tables) {
        this.store = store;
        this.changes = tables + "_change";
        this.leases = tables + "_lease";
    }

    /** A change that is not written to the legacy system yet. */
    record Change(long id, UserState.Change change, Instant at) {}

    /**
     * The right to send the state of one user.
     *
     * @param number 0 when the user never had a lease
     * @param attempts failed attempts so far
     * @param takenAt when it was read, or taken
     */
    record Lease(String user, long number, int attempts, Instant takenAt) {

        /**
         * The next lease. Its number is higher than every earlier one, those that only the legacy system has stored
         * included: this database may be restored from a backup, or replace the one of a trial run.
         */
        Lease next(Instant now) {
            long micros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
            return new Lease(user, Math.max(number + 1, micros), attempts + 1, now);
        }
    }

    void add(String user, UserState.Change change, Instant now) {
        run(
                "insert into " + changes + " (user_ref, change_kind, created_at) values (?, ?, ?)",
                user,
                change.name(),
                now);
    }

    /**
     * Users with changes that can be leased now, oldest change first. A dead letter is due again when the account was
     * disabled, deleted or restored, or the password was changed, after it became one.
     */
    List<Lease> due(Instant now, int limit) {
        String select =
                "select c.user_ref, l.lease_no, case when l.dead_letter_at is null then l.attempts else 0 end, min(c.id)"
                        + " from " + changes + " c left join " + leases + " l on l.user_ref = c.user_ref"
                        + " where l.user_ref is null or (l.dead_letter_at is null and l.due_at <= ?)"
                        + " or exists (select 1 from " + changes + " u where u.user_ref = l.user_ref"
                        + " and u.change_kind in ('STATUS', 'PASSWORD') and u.created_at > l.dead_letter_at)"
                        + " group by c.user_ref, l.lease_no, l.attempts, l.dead_letter_at order by 4 limit ?";
        return list(select, row -> new Lease(row.getString(1), row.getLong(2), row.getInt(3), now), now, limit);
    }

    /**
     * Takes the lease until it expires. The first lease of a user inserts a row, and the primary key decides the race.
     *
     * @throws KeyTakenException when another node has inserted it at this very moment
     */
    boolean take(Lease seen, Lease mine, Instant now, Instant until) {
        if (seen.number() == 0) {
            String insert = "insert into " + leases + " (user_ref, lease_no, attempts, due_at) values (?, ?, ?, ?)";
            return insertOnce(insert, mine.user(), mine.number(), mine.attempts(), until);
        }
        String update = "update " + leases + " set lease_no = ?, attempts = ?, due_at = ?, dead_letter_at = null"
                + " where user_ref = ? and lease_no = ? and (dead_letter_at is not null or due_at <= ?)";
        return run(update, mine.number(), mine.attempts(), until, seen.user(), seen.number(), now) == 1;
    }

    List<Change> changesOf(String user) {
        String select = "select id, change_kind, created_at from " + changes + " where user_ref = ? order by id";
        return list(
                select,
                row -> new Change(row.getLong(1), UserState.Change.valueOf(row.getString(2)), time(row, 3)),
                user);
    }

    /** Deletes changes that are written to the legacy system or need not be. */
    void delete(List<Change> sent) {
        sent.forEach(one -> run("delete from " + changes + " where id = ?", one.id()));
    }

    /**
     * Ends a lease after a successful attempt.
     *
     * @param reason why the legacy system kept its own state; null when it took this one
     * @return false when another node has taken the lease since
     */
    boolean complete(Lease mine, @Nullable String reason, Instant now) {
        String update =
                "update " + leases + " set attempts = 0, due_at = ?, reason = ? where user_ref = ? and lease_no = ?";
        return run(update, now, reason, mine.user(), mine.number()) == 1;
    }

    /** Schedules the next attempt. @param attempts failed attempts counted from now on */
    void postpone(Lease mine, int attempts, String reason, Instant dueAt) {
        String update =
                "update " + leases + " set attempts = ?, reason = ?, due_at = ? where user_ref = ? and lease_no = ?";
        run(update, attempts, reason, dueAt, mine.user(), mine.number());
    }

    /** @param seenAt before the changes were read: a later change is not covered by the dead letter */
    void deadLetter(Lease mine, String reason, Instant seenAt) {
        String update = "update " + leases + " set reason = ?, dead_letter_at = ? where user_ref = ? and lease_no = ?";
        run(update, reason, seenAt, mine.user(), mine.number());
    }

    /** Makes a dead letter due again; false when the user has none. */
    boolean requeue(String user, Instant now) {
        String update = "update " + leases
                + " set dead_letter_at = null, attempts = 0, due_at = ? where user_ref = ? and dead_letter_at is not null";
        return run(update, now, user) == 1;
    }

    /** Makes all dead letters due again, or those with one reason. Returns how many. */
    long requeueAll(@Nullable String reason, Instant now) {
        String update = "update " + leases
                + " set dead_letter_at = null, attempts = 0, due_at = ? where dead_letter_at is not null";
        return reason == null ? run(update, now) : run(update + " and reason = ?", now, reason);
    }

    /** A dead letter, by the textual user key. */
    record DeadLetterRow(String user, String reason, Instant at) {}

    List<DeadLetterRow> deadLetters(int limit) {
        String select = "select user_ref, reason, dead_letter_at from " + leases
                + " where dead_letter_at is not null order by dead_letter_at, user_ref limit ?";
        return list(select, row -> new DeadLetterRow(row.getString(1), row.getString(2), time(row, 3)), limit);
    }

    WriteBackFigures figures() {
        String pending = "select count(distinct c.user_ref) from " + changes + " c left join " + leases
                + " l on l.user_ref = c.user_ref where l.dead_letter_at is null";
        String deadLetters = "select count(*) from " + leases + " where dead_letter_at is not null";
        return new WriteBackFigures(one(pending), one(deadLetters));
    }

    private long one(String select) {
        return list(select, row -> row.getLong(1)).get(0);
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private int run(String sql, @Nullable Object... values) {
        return with(statements -> statements.run(sql, Arrays.asList(values)));
    }

    /** The primary key is the only unique key of the table of leases. */
    private boolean insertOnce(String sql, @Nullable Object... values) {
        try {
            return run(sql, values) == 1;
        } catch (PersistenceException e) {
            if (e.getCause() instanceof SQLIntegrityConstraintViolationException
                    || e.getCause() instanceof SQLException failure && UNIQUE.equals(failure.getSQLState())) {
                throw new KeyTakenException(e);
            }
            throw e;
        }
    }

    private <T> List<T> list(String sql, Statements.Reading<T> reading, @Nullable Object... values) {
        return with(statements -> statements.list(sql, reading, Arrays.asList(values)));
    }

    private <R> R with(Step<R> step) {
        try {
            return store.transactionUnderWay()
                    .<Connection, R>callWithConnection(connection -> step.with(new Statements(connection)));
        } catch (RuntimeException e) {
            throw e.getCause() instanceof SQLException failure ? new PersistenceException(failure) : e;
        }
    }

    @FunctionalInterface
    private interface Step<R> {
        R with(Statements statements) throws SQLException;
    }
}
