package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.sql.SqlTimes.read;
import static dev.lockstile.auth.jpa.internal.sql.SqlTimes.write;

import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.MessageOutcome;
import dev.lockstile.auth.store.OutboxStore;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the outbox tells of its messages; reads only. */
record SqlOutboxReports(Rows rows, String table) {

    static SqlOutboxReports of(Rows rows, String table) {
        return new SqlOutboxReports(rows, table);
    }

    Optional<OutboxStore.Report> report(String id) {
        String select = "select channel, template, tries, created_at, due_at, finished_at, outcome, provider,"
                + " error_message from " + table + " where id = ?";
        return rows.query(select, statement -> {
            statement.setString(1, id);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() && !SqlOutboxStore.DECOY.equals(found.getString(7))
                        ? Optional.of(report(id, found))
                        : Optional.<OutboxStore.Report>empty();
            }
        });
    }

    private static OutboxStore.Report report(String id, ResultSet found) throws SQLException {
        String outcome = found.getString(7);
        return new OutboxStore.Report(
                id,
                Channel.valueOf(found.getString(1)),
                found.getString(2),
                found.getInt(3),
                read(found, 4),
                maybe(found, 5),
                maybe(found, 6),
                outcome == null ? null : MessageOutcome.Status.valueOf(outcome),
                found.getString(8),
                found.getString(9));
    }

    OutboxStore.Counts figures(Instant since) {
        String waiting = "select count(*), min(created_at) from " + table + " where due_at is not null";
        Open open = rows.query(waiting, statement -> {
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return new Open(found.getLong(1), maybe(found, 2));
            }
        });
        return new OutboxStore.Counts(
                open.count(),
                open.oldest(),
                ended(MessageOutcome.Status.SENT, since),
                ended(MessageOutcome.Status.FAILED, since),
                ended(MessageOutcome.Status.EXPIRED, since));
    }

    Map<Channel, OutboxStore.Waiting> waiting() {
        String select = "select channel, count(*), min(created_at) from " + table
                + " where due_at is not null group by channel";
        return rows.query(select, statement -> {
            Map<Channel, OutboxStore.Waiting> waiting = new EnumMap<>(Channel.class);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    waiting.put(
                            Channel.valueOf(found.getString(1)),
                            new OutboxStore.Waiting(found.getLong(2), read(found, 3)));
                }
            }
            return waiting;
        });
    }

    private long ended(MessageOutcome.Status status, Instant since) {
        String count = "select count(*) from " + table + " where finished_at >= ? and outcome = ?";
        return rows.<Long>query(count, statement -> {
            statement.setObject(1, write(since));
            statement.setString(2, status.name());
            return count(statement);
        });
    }

    private static long count(PreparedStatement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery()) {
            found.next();
            return found.getLong(1);
        }
    }

    private static @Nullable Instant maybe(ResultSet found, int column) throws SQLException {
        OffsetDateTime time = found.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private record Open(long count, @Nullable Instant oldest) {}
}
