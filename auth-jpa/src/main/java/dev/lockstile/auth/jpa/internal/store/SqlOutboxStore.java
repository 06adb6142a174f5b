package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.store.SqlTimes.read;
import static dev.lockstile.auth.jpa.internal.store.SqlTimes.write;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.store.OutboxMessage;
import dev.lockstile.auth.store.OutboxStore;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outbox in the library's own table. A row is due while {@code due_at} lies in the past; a lease and a later try
 * both move it on, and a finished row has none, so that the index over it holds open messages only.
 */
record SqlOutboxStore(Rows rows, String table) implements OutboxStore {

    private static final int ERROR = 1000;
    private static final String COLUMNS =
            "id, channel, recipient, template, language, sealed, tries, created_at, expires_at";

    @Override
    public void add(OutboxMessage message) {
        String insert = "insert into " + table + " (" + COLUMNS + ", due_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        rows.<Integer>sql(insert, statement -> {
            statement.setString(1, message.id());
            statement.setString(2, message.channel().name());
            statement.setString(3, message.recipient());
            statement.setString(4, message.template());
            statement.setString(5, message.language());
            statement.setString(6, message.sealed());
            statement.setInt(7, message.tries());
            statement.setObject(8, write(message.createdAt()));
            statement.setObject(9, write(message.expiresAt()));
            statement.setObject(10, write(message.createdAt()));
            return statement.executeUpdate();
        });
    }

    /** Rows that somebody else is taking are passed over, not waited for. */
    @Override
    public List<OutboxMessage> claim(int max, Duration lease, Instant now) {
        String due = "select " + COLUMNS + " from " + table
                + " where due_at <= ? order by due_at, created_at limit ? for update skip locked";
        List<OutboxMessage> taken = rows.sql(due, statement -> {
            statement.setObject(1, write(now));
            statement.setInt(2, max);
            return messages(statement);
        });
        if (!taken.isEmpty()) {
            lease(taken, now.plus(lease));
        }
        return taken;
    }

    @Override
    public void finish(String id, Instant now) {
        String finish = "update " + table
                + " set finished_at = ?, due_at = null, sealed = '' where id = ? and finished_at is null";
        rows.<Integer>sql(finish, statement -> {
            statement.setObject(1, write(now));
            statement.setString(2, id);
            return statement.executeUpdate();
        });
    }

    @Override
    public void retry(String id, Instant nextTryAt, @Nullable String error) {
        String retry = "update " + table + " set due_at = ?, error_message = ? where id = ? and finished_at is null";
        rows.<Integer>sql(retry, statement -> {
            statement.setObject(1, write(nextTryAt));
            statement.setString(2, error == null ? null : error.substring(0, Math.min(ERROR, error.length())));
            statement.setString(3, id);
            return statement.executeUpdate();
        });
    }

    private void lease(List<OutboxMessage> taken, Instant until) {
        String marks = "?" + ", ?".repeat(taken.size() - 1);
        String lease = "update " + table + " set due_at = ?, tries = tries + 1 where id in (" + marks + ")";
        rows.<Integer>sql(lease, statement -> {
            statement.setObject(1, write(until));
            for (int i = 0; i < taken.size(); i++) {
                statement.setString(i + 2, taken.get(i).id());
            }
            return statement.executeUpdate();
        });
    }

    private static List<OutboxMessage> messages(PreparedStatement statement) throws SQLException {
        List<OutboxMessage> messages = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                messages.add(message(found));
            }
        }
        return messages;
    }

    /** The message as it stands after it was taken, with the send that now begins counted. */
    private static OutboxMessage message(ResultSet found) throws SQLException {
        return new OutboxMessage(
                found.getString(1),
                Channel.valueOf(found.getString(2)),
                found.getString(3),
                found.getString(4),
                found.getString(5),
                found.getString(6),
                found.getInt(7) + 1,
                read(found, 8),
                read(found, 9));
    }
}
