package dev.lockstile.benchmarks.moving;

import dev.lockstile.benchmarks.internal.host.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The yardstick: the very rows an import has written, put into an empty database of the same schema by multi-row
 * inserts over plain JDBC. Only the inserts and commits are timed, not the reading.
 */
final class BareInsert {

    static final List<String> TABLES = List.of("auth_user", "auth_profile", "auth_legacy_link");
    private static final int ROWS_PER_STATEMENT = 500;
    private static final int ROWS_PER_COMMIT = 2_000; // as many as a batch of 500 people writes
    private static final int ROWS_IN_MEMORY = 20_000;

    private long nanos;

    /** Copies; how long the writing took, in seconds. */
    static double seconds(Database from, Database to) {
        BareInsert bare = new BareInsert();
        try (Connection source = from.connect();
                Connection target = to.connect()) {
            source.setAutoCommit(false);
            target.setAutoCommit(false);
            for (String table : TABLES) {
                bare.copy(source, target, table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return bare.nanos / 1e9;
    }

    private void copy(Connection source, Connection target, String table) throws SQLException {
        try (Statement select = source.createStatement()) {
            select.setFetchSize(ROWS_IN_MEMORY);
            try (ResultSet rows = select.executeQuery("select * from " + table + " order by id")) {
                int columns = rows.getMetaData().getColumnCount();
                String names = names(rows);
                List<@Nullable Object[]> held = new ArrayList<>();
                while (rows.next()) {
                    held.add(row(rows, columns));
                    if (held.size() == ROWS_IN_MEMORY) {
                        write(target, table + " (" + names + ")", held);
                        held.clear();
                    }
                }
                write(target, table + " (" + names + ")", held);
            }
        }
    }

    private void write(Connection target, String into, List<@Nullable Object[]> rows) throws SQLException {
        long began = System.nanoTime();
        for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
            insert(target, into, rows.subList(from, Math.min(rows.size(), from + ROWS_PER_STATEMENT)));
            if (from % ROWS_PER_COMMIT == 0) {
                target.commit();
            }
        }
        target.commit();
        nanos += System.nanoTime() - began;
    }

    private static void insert(Connection target, String into, List<@Nullable Object[]> rows) throws SQLException {
        String marks = "(" + "?, ".repeat(rows.get(0).length - 1) + "?)";
        String values = IntStream.range(0, rows.size()).mapToObj(any -> marks).collect(Collectors.joining(", "));
        try (PreparedStatement insert = target.prepareStatement("insert into " + into + " values " + values)) {
            int at = 1;
            for (@Nullable Object[] row : rows) {
                for (@Nullable Object cell : row) {
                    insert.setObject(at++, cell);
                }
            }
            insert.executeUpdate();
        }
    }

    private static @Nullable Object[] row(ResultSet rows, int columns) throws SQLException {
        @Nullable Object[] row = new @Nullable Object[columns];
        for (int i = 0; i < columns; i++) {
            row[i] = rows.getObject(i + 1);
        }
        return row;
    }

    private static String names(ResultSet rows) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            names.add(rows.getMetaData().getColumnName(i));
        }
        return String.join(", ", names);
    }
}
