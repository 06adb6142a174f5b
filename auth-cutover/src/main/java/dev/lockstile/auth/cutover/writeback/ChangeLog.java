package dev.lockstile.auth.cutover.writeback;

import dev.lockstile.auth.jpa.JpaAuthStore;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two tables, in the transaction that is under way. Notes are only ever added by those who change something, so they
 * wait for nobody; turns are only written by those who send, and one conditional update decides whose turn it is.
 */
final class ChangeLog {

    private final JpaAuthStore store;
    private final String note;
    private final String turn;

    ChangeLog(JpaAuthStore store, String tables) {
        this.store = store;
        this.note = tables + "_change";
        this.turn = tables + "_lease";
    }

    /** A change that is not over there yet. */
    record Note(long id, UserChange change, Instant at) {}

    /**
     * Whose turn it is.
     *
     * @param number 0 for somebody who never had one
     * @param tries failures so far
     * @param takenAt when it was looked for, or taken
     */
    record Lease(String user, long number, int tries, Instant takenAt) {

        /**
         * Higher than every number before, also than those that only the old system still knows: this database may have
         * been brought back from a backup, or be another one than in the rehearsal.
         */
        Lease next(Instant now) {
            long micros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
            return new Lease(user, Math.max(number + 1, micros), tries + 1, now);
        }
    }

    void add(String user, UserChange change, Instant now) {
        run("insert into " + note + " (user_ref, what, noted_at) values (?, ?, ?)", user, change.name(), now);
    }

    /**
     * People with notes whose turn may come now, who has waited longest first. Who is parked has another turn when the
     * account was closed or the password changed since: neither waits for somebody to look.
     */
    List<Lease> due(Instant now, int limit) {
        String select = "select n.user_ref, t.turn_no, case when t.parked_at is null then t.tries else 0 end, min(n.id)"
                + " from " + note + " n left join " + turn + " t on t.user_ref = n.user_ref"
                + " where t.user_ref is null or (t.parked_at is null and t.due_at <= ?)"
                + " or exists (select 1 from " + note + " u where u.user_ref = t.user_ref"
                + " and u.what in ('STANDING', 'PASSWORD') and u.noted_at > t.parked_at)"
                + " group by n.user_ref, t.turn_no, t.tries, t.parked_at order by 4 limit ?";
        return list(select, row -> new Lease(row.getString(1), row.getLong(2), row.getInt(3), now), now, limit);
    }

    /** Takes the turn until the lease is over. The first one of a person adds a row, where a unique key decides. */
    boolean take(Lease seen, Lease mine, Instant now, Instant until) {
        if (seen.number() == 0) {
            String insert = "insert into " + turn + " (user_ref, turn_no, tries, due_at) values (?, ?, ?, ?)";
            return run(insert, mine.user(), mine.number(), mine.tries(), until) == 1;
        }
        String update = "update " + turn + " set turn_no = ?, tries = ?, due_at = ?, parked_at = null"
                + " where user_ref = ? and turn_no = ? and (parked_at is not null or due_at <= ?)";
        return run(update, mine.number(), mine.tries(), until, seen.user(), seen.number(), now) == 1;
    }

    List<Note> notes(String user) {
        String select = "select id, what, noted_at from " + note + " where user_ref = ? order by id";
        return list(select, row -> new Note(row.getLong(1), UserChange.valueOf(row.getString(2)), time(row, 3)), user);
    }

    /** These are over there, or need not be. */
    void strike(List<Note> sent) {
        sent.forEach(one -> run("delete from " + note + " where id = ?", one.id()));
    }

    /**
     * The turn went well.
     *
     * @param reason why the other side's state stayed; null when it did not
     * @return false when somebody else has taken the turn since
     */
    boolean done(Lease mine, @Nullable String reason, Instant now) {
        String update = "update " + turn + " set tries = 0, due_at = ?, reason = ? where user_ref = ? and turn_no = ?";
        return run(update, now, reason, mine.user(), mine.number()) == 1;
    }

    /** Another try later. @param tries how many count from now on */
    void later(Lease mine, int tries, String reason, Instant dueAt) {
        String update = "update " + turn + " set tries = ?, reason = ?, due_at = ? where user_ref = ? and turn_no = ?";
        run(update, tries, reason, dueAt, mine.user(), mine.number());
    }

    /** @param seenAt before the notes were read: what is noted after it is news */
    void park(Lease mine, String reason, Instant seenAt) {
        String update = "update " + turn + " set reason = ?, parked_at = ? where user_ref = ? and turn_no = ?";
        run(update, reason, seenAt, mine.user(), mine.number());
    }

    /** Lets a parked person go out again. */
    boolean release(String user, Instant now) {
        String update = "update " + turn
                + " set parked_at = null, tries = 0, due_at = ? where user_ref = ? and parked_at is not null";
        return run(update, now, user) == 1;
    }

    /** The same for all, or for all with one reason. */
    long releaseAll(@Nullable String reason, Instant now) {
        String update = "update " + turn + " set parked_at = null, tries = 0, due_at = ? where parked_at is not null";
        return reason == null ? run(update, now) : run(update + " and reason = ?", now, reason);
    }

    /** A parked person, by the textual key. */
    record Held(String user, String reason, Instant at) {}

    List<Held> parked(int limit) {
        String select = "select user_ref, reason, parked_at from " + turn
                + " where parked_at is not null order by parked_at, user_ref limit ?";
        return list(select, row -> new Held(row.getString(1), row.getString(2), time(row, 3)), limit);
    }

    WriteBackFigures figures() {
        String waiting = "select count(distinct n.user_ref) from " + note + " n left join " + turn
                + " t on t.user_ref = n.user_ref where t.parked_at is null";
        String parked = "select count(*) from " + turn + " where parked_at is not null";
        return new WriteBackFigures(one(waiting), one(parked));
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
