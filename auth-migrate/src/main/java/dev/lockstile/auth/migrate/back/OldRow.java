package dev.lockstile.auth.migrate.back;

import dev.lockstile.auth.model.IdentifierKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One person's row over there, in one transaction of that database. */
final class OldRow {

    private static final String MARKS = "lockstile_way_back";

    private final OldRows rows;
    private final OldTable table;
    private final Winner winner;

    OldRow(Connection connection, OldTable table, Winner winner) {
        this.rows = new OldRows(connection);
        this.table = table;
        this.winner = winner;
    }

    static void createTable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists " + MARKS + " (user_ref varchar(64) primary key,"
                    + " legacy_id varchar(255) not null, state_no bigint not null, seen varchar(64) not null)");
        }
    }

    /** What was last written. @param legacyId empty while the row is being made */
    private record Mark(String legacyId, long number, String seen) {}

    Delivery put(PersonState person) throws SQLException {
        Mark mark = mark(person);
        if (mark != null && mark.number() >= person.number()) {
            return new Delivery.Written(mark.legacyId());
        }
        String legacyId = mark != null ? mark.legacyId() : person.legacyId();
        return legacyId == null ? add(person) : change(person, legacyId, mark);
    }

    private Delivery add(PersonState person) throws SQLException {
        if (person.isClosed()) {
            return new Delivery.NotThere();
        }
        String email = person.owned(IdentifierKind.EMAIL);
        if (email == null && table instanceof FuUsersTable) {
            return new Delivery.Refused("no_email");
        }
        if (email != null && isTaken(email)) {
            return new Delivery.Refused("somebody_there_has_the_email");
        }
        reserve(person);
        String legacyId = rows.insert(table.name(), table.fresh(person));
        writeBeside(person, legacyId);
        mark(person, legacyId);
        return new Delivery.Written(legacyId);
    }

    /** Before the row itself: of two senders who overlap, one makes the row. */
    private void reserve(PersonState person) throws SQLException {
        String insert = "insert into " + MARKS + " (user_ref, legacy_id, state_no, seen) values (?, '', ?, '')";
        try {
            rows.run(insert, List.of(person.user().toString(), person.number()));
        } catch (SQLException e) {
            String state = e.getSQLState();
            throw state != null && state.startsWith("23")
                    ? new SQLTransientException("another sender is at it", "40001", e)
                    : e;
        }
    }

    private Delivery change(PersonState person, String legacyId, @Nullable Mark mark) throws SQLException {
        Map<String, @Nullable String> there = there(legacyId);
        if (there.isEmpty()) {
            return new Delivery.Refused("row_is_gone");
        }
        boolean standing = person.changes().contains(Change.STANDING);
        boolean closing = person.isClosed() && standing;
        String deleted = table.deleted();
        if (deleted != null && there.get(deleted) != null && !standing) {
            return new Delivery.Kept("deleted_there");
        }
        boolean theirs = staysTheirs(person, there, mark);
        if (theirs && !closing) {
            return new Delivery.Kept("changed_there");
        }
        Map<String, @Nullable Object> values = theirs ? table.closing(person) : table.changed(person);
        if (!values.isEmpty()) {
            rows.update(table.name(), values, "id = ?", OldRows.key(legacyId));
        }
        if (!theirs) {
            writeBeside(person, legacyId);
        }
        mark(person, legacyId);
        return new Delivery.Written(legacyId);
    }

    private boolean staysTheirs(PersonState person, Map<String, @Nullable String> there, @Nullable Mark mark)
            throws SQLException {
        boolean touched = mark != null && !mark.seen().equals(digest(there));
        return switch (winner) {
            case OURS -> false;
            case THEIRS -> touched;
            case NEWEST -> (touched || mark == null) && modifiedThere(there).isAfter(person.changedAt());
        };
    }

    private Instant modifiedThere(Map<String, @Nullable String> there) throws SQLException {
        String id = Objects.requireNonNull(there.get("id"));
        String select = "select " + table.modified() + " from " + table.name() + " where id = ?";
        OffsetDateTime at = rows.time(select, OldRows.key(id));
        return at == null ? Instant.EPOCH : at.toInstant();
    }

    private boolean isTaken(String email) throws SQLException {
        String select = "select 1 from " + table.name() + " where lower(trim(" + table.email() + ")) = lower(?)";
        return !rows.first(select, email).isEmpty();
    }

    private void writeBeside(PersonState person, String legacyId) throws SQLException {
        for (OldTable.SideRow side : table.beside(person)) {
            String where = side.owner() + " = ? and " + side.only();
            if (rows.update(side.table(), side.values(), where, OldRows.key(legacyId)) == 0) {
                Map<String, @Nullable Object> fresh = new LinkedHashMap<>(side.values());
                fresh.putAll(side.onlyFresh());
                fresh.put(side.owner(), OldRows.key(legacyId));
                rows.insert(side.table(), fresh);
            }
        }
    }

    private @Nullable Mark mark(PersonState person) throws SQLException {
        String select = "select legacy_id, state_no, seen from " + MARKS + " where user_ref = ? for update";
        List<@Nullable String> cells = rows.first(select, person.user().toString());
        return cells.isEmpty() ? null : new Mark(text(cells, 0), Long.parseLong(text(cells, 1)), text(cells, 2));
    }

    /** With the row as it is now: who finds it otherwise later knows that it was changed over there. */
    private void mark(PersonState person, String legacyId) throws SQLException {
        String seen = digest(there(legacyId));
        String user = person.user().toString();
        String update = "update " + MARKS + " set legacy_id = ?, state_no = ?, seen = ? where user_ref = ?";
        if (rows.run(update, List.of(legacyId, person.number(), seen, user)) == 0) {
            String insert = "insert into " + MARKS + " (legacy_id, state_no, seen, user_ref) values (?, ?, ?, ?)";
            rows.run(insert, List.of(legacyId, person.number(), seen, user));
        }
    }

    /** The watched columns and the key; empty when there is no such row. */
    private Map<String, @Nullable String> there(String legacyId) throws SQLException {
        String columns = String.join(", ", table.watched());
        String select = "select id, " + columns + " from " + table.name() + " where id = ? for update";
        List<@Nullable String> cells = rows.first(select, OldRows.key(legacyId));
        Map<String, @Nullable String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(i == 0 ? "id" : table.watched().get(i - 1), cells.get(i));
        }
        return row;
    }

    private static String text(List<@Nullable String> cells, int index) {
        return Objects.requireNonNull(cells.get(index));
    }

    private static String digest(Map<String, @Nullable String> row) {
        StringBuilder text = new StringBuilder();
        row.values()
                .forEach(cell -> text.append(cell == null ? "-" : cell.length() + ":" + cell)
                        .append('|'));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
