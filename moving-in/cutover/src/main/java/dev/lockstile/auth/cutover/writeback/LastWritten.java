package dev.lockstile.auth.cutover.writeback;

import dev.lockstile.auth.secret.Sha256;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The table of ours over there: what was last written of whom. */
final class LastWritten {

    private static final String TABLE = "lockstile_write_back";
    private static final int CELL = 16;
    private static final String NOTHING = "?";

    private final LegacyStatements rows;

    LastWritten(LegacyStatements rows) {
        this.rows = rows;
    }

    static void createTable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists " + TABLE + " (user_ref varchar(64) primary key,"
                    + " legacy_id varchar(255) not null, state_no bigint not null, seen varchar(64) not null)");
        }
    }

    /**
     * What was last written.
     *
     * @param legacyId empty while the row is being made
     * @param number of the last state that was written, or claimed
     * @param seen the row's digest after it; then, when that or an earlier write deleted the row, the deletion's digest
     */
    record Mark(String legacyId, long number, String seen) {

        boolean isOf(Map<String, @Nullable String> row) {
            return seen.split(" ", -1)[0].equals(digest(row));
        }

        /** True when the number was claimed and nothing written: the row there is as it was found. */
        boolean isEmpty() {
            return seen.equals(NOTHING);
        }

        boolean hasDeleted(String at) {
            return seen.endsWith(" " + cell(at));
        }
    }

    /** What the mark says of a row. @param deletedAt when it was deleted from here; null when it was not */
    static String seen(Map<String, @Nullable String> row, @Nullable String deletedAt) {
        return digest(row) + (deletedAt == null ? "" : " " + cell(deletedAt));
    }

    @Nullable
    Mark find(UserState person) throws SQLException {
        String select = "select legacy_id, state_no, seen from " + TABLE + " where user_ref = ? for update";
        List<@Nullable String> cells = rows.first(select, person.user().toString());
        return cells.isEmpty() ? null : new Mark(text(cells, 0), Long.parseLong(text(cells, 1)), text(cells, 2));
    }

    /**
     * Before the row itself: of two senders who overlap one goes on, and none with a state that is older than the last.
     * The mark stays locked until the transaction ends, so the row is written under it.
     *
     * @return false when a state of that number or a newer one is there
     */
    boolean claim(UserState person, String legacyId, @Nullable Mark seen) throws SQLException {
        if (seen == null) {
            insert(person, legacyId);
            return true;
        }
        String update = "update " + TABLE + " set state_no = ? where user_ref = ? and state_no < ?";
        return rows.run(update, List.of(person.number(), person.user().toString(), person.number())) == 1;
    }

    /** Where another sender is faster, this one comes again and finds that one's mark. */
    private void insert(UserState person, String legacyId) throws SQLException {
        String insert = "insert into " + TABLE + " (user_ref, legacy_id, state_no, seen) values (?, ?, ?, ?)";
        try {
            rows.run(insert, List.of(person.user().toString(), legacyId, person.number(), NOTHING));
        } catch (SQLException e) {
            String state = e.getSQLState();
            throw state != null && state.startsWith("23")
                    ? new SQLTransientException("another sender is at it", "40001", e)
                    : e;
        }
    }

    /** What was written, under the claim. */
    void write(UserState person, String legacyId, String seen) throws SQLException {
        String update = "update " + TABLE + " set legacy_id = ?, seen = ? where user_ref = ? and state_no = ?";
        if (rows.run(update, List.of(legacyId, seen, person.user().toString(), person.number())) != 1) {
            throw new SQLTransientException("the claim is gone", "40001");
        }
    }

    private static String text(List<@Nullable String> cells, int index) {
        return Objects.requireNonNull(cells.get(index));
    }

    private static String cell(String text) {
        return Sha256.textOf(text).substring(0, CELL);
    }

    private static String digest(Map<String, @Nullable String> row) {
        StringBuilder text = new StringBuilder();
        row.values()
                .forEach(cell -> text.append(cell == null ? "-" : cell.length() + ":" + cell)
                        .append('|'));
        return Sha256.textOf(text.toString());
    }
}
