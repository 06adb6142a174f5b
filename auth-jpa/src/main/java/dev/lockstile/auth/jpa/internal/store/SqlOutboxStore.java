package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.sql.SqlTimes.read;
import static dev.lockstile.auth.jpa.internal.sql.SqlTimes.write;

import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.MessageOutcome;
import dev.lockstile.auth.store.OutboxStore;
import dev.lockstile.auth.store.OutboxStore.OutboxMessage;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outbox in the library's own table. A row is due while {@code due_at} lies in the past; a lease and a later try
 * both move it on, and a finished row has none.
 */
record SqlOutboxStore(Rows rows, String table) implements OutboxStore {

    static final String DECOY = "DECOY";

    private static final String NOBODY = "-";
    private static final int URGENT = 1;
    private static final int PROVIDER = 255;
    private static final int ERROR = 1000;
    private static final String COLUMNS =
            "id, channel, recipient, template, language, sealed, tries, created_at, expires_at";

    @Override
    public void add(OutboxMessage message) {
        insert(message, message.createdAt(), null, null);
    }

    @Override
    public void addDecoy(OutboxMessage message) {
        insert(message, null, message.createdAt(), DECOY);
    }

    private void insert(
            OutboxMessage message, @Nullable Instant dueAt, @Nullable Instant finishedAt, @Nullable String outcome) {
        boolean decoy = outcome != null;
        String insert = "insert into " + table + " (" + COLUMNS
                + ", due_at, finished_at, outcome, priority) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        rows.<Integer>sql(insert, statement -> {
            statement.setString(1, message.id());
            statement.setString(2, message.channel().name());
            statement.setString(3, decoy ? NOBODY : message.recipient());
            statement.setString(4, message.template());
            statement.setString(5, message.language());
            statement.setString(6, decoy ? "" : message.sealed());
            statement.setInt(7, message.tries());
            statement.setObject(8, write(message.createdAt()));
            statement.setObject(9, write(message.expiresAt()));
            statement.setObject(10, dueAt == null ? null : write(dueAt));
            statement.setObject(11, finishedAt == null ? null : write(finishedAt));
            statement.setString(12, outcome);
            statement.setObject(13, message.isUrgent() ? URGENT : null, Types.INTEGER);
            return statement.executeUpdate();
        });
    }

    /** Urgent rows are leased before the others are looked for, so that no row is found twice. */
    @Override
    public List<OutboxMessage> claim(Channel channel, int max, Duration lease, Instant now) {
        List<OutboxMessage> taken = new ArrayList<>(take("priority = " + URGENT + " and ", channel, max, now));
        lease(taken, now.plus(lease));
        if (taken.size() < max) {
            List<OutboxMessage> others = take("", channel, max - taken.size(), now);
            lease(others, now.plus(lease));
            taken.addAll(others);
        }
        return taken;
    }

    /**
     * Rows that another node is taking are passed over, not waited for. No message is due before 1970: without that
     * bound H2 reads every finished row, since its index sorts them first.
     */
    private List<OutboxMessage> take(String which, Channel channel, int max, Instant now) {
        String due = "select " + COLUMNS + " from " + table
                + " where " + which + "due_at > ? and due_at <= ? and channel = ?"
                + " order by due_at, created_at limit ? for update skip locked";
        return rows.sql(due, statement -> {
            statement.setObject(1, write(Instant.EPOCH));
            statement.setObject(2, write(now));
            statement.setString(3, channel.name());
            statement.setInt(4, max);
            return messages(statement);
        });
    }

    @Override
    public void finish(String id, MessageOutcome outcome, Instant now) {
        String finish = "update " + table + " set finished_at = ?, due_at = null, sealed = '', outcome = ?,"
                + " provider = ?, error_message = ? where id = ? and finished_at is null";
        rows.<Integer>sql(finish, statement -> {
            statement.setObject(1, write(now));
            statement.setString(2, outcome.status().name());
            statement.setString(3, cut(outcome.provider(), PROVIDER));
            statement.setString(4, cut(outcome.error(), ERROR));
            statement.setString(5, id);
            return statement.executeUpdate();
        });
    }

    @Override
    public void retry(String id, Instant nextTryAt, @Nullable String error) {
        String retry = "update " + table + " set due_at = ?, error_message = ? where id = ? and finished_at is null";
        rows.<Integer>sql(retry, statement -> {
            statement.setObject(1, write(nextTryAt));
            statement.setString(2, cut(error, ERROR));
            statement.setString(3, id);
            return statement.executeUpdate();
        });
    }

    @Override
    public Optional<OutboxStore.Report> report(String id) {
        return SqlOutboxReports.of(rows, table).report(id);
    }

    @Override
    public OutboxStore.Counts figures(Instant since) {
        return SqlOutboxReports.of(rows, table).figures(since);
    }

    @Override
    public Map<Channel, OutboxStore.Waiting> waiting() {
        return SqlOutboxReports.of(rows, table).waiting();
    }

    private static @Nullable String cut(@Nullable String text, int length) {
        return text == null ? null : text.substring(0, Math.min(length, text.length()));
    }

    private void lease(List<OutboxMessage> taken, Instant until) {
        if (taken.isEmpty()) {
            return;
        }
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
