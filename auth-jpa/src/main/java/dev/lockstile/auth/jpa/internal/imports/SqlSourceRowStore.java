package dev.lockstile.auth.jpa.internal.imports;

import static dev.lockstile.auth.jpa.internal.sql.SqlTimes.read;
import static dev.lockstile.auth.jpa.internal.sql.SqlTimes.write;

import dev.lockstile.auth.jpa.internal.sql.BoundSql;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.store.imports.SourceRowStore;
import dev.lockstile.auth.store.imports.SourceRowStore.ArchivedSourceRow;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Rows of legacy systems as they came, in the library's own table.
 *
 * @param tables what the names of the tables begin with, such as {@code auth_import}
 */
record SqlSourceRowStore(Rows rows, String tables) implements SourceRowStore {

    private static final String COLUMNS = "link_key, source_system, run_id, kept_at, source_row";

    @Override
    public void keep(List<ArchivedSourceRow> kept) {
        if (kept.isEmpty()) {
            return;
        }
        drop(kept.stream().map(ArchivedSourceRow::linkKey).toList());
        String insert = "insert into " + tables + "_source (" + COLUMNS + ") values (?, ?, ?, ?, ?)";
        rows.<int[]>sql(insert, statement -> {
            for (ArchivedSourceRow row : kept) {
                statement.setString(1, row.linkKey());
                statement.setString(2, row.system());
                statement.setString(3, row.runId());
                statement.setObject(4, write(row.keptAt()));
                statement.setString(5, row.text());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    @Override
    public List<ArchivedSourceRow> ofSystem(String system, String after, int limit) {
        String select = "select " + COLUMNS + " from " + tables
                + "_source where source_system = ? and link_key > ? order by link_key limit ?";
        return rows.query(select, statement -> {
            statement.setString(1, system);
            statement.setString(2, after);
            statement.setInt(3, limit);
            return kept(statement);
        });
    }

    @Override
    public Optional<ArchivedSourceRow> byKey(String linkKey) {
        String select = "select " + COLUMNS + " from " + tables + "_source where link_key = ?";
        return rows
                .query(select, statement -> {
                    statement.setString(1, linkKey);
                    return kept(statement);
                })
                .stream()
                .findFirst();
    }

    @Override
    public int drop(Collection<String> linkKeys) {
        if (linkKeys.isEmpty()) {
            return 0;
        }
        BoundSql delete = new BoundSql()
                .add("delete from " + tables + "_source where link_key")
                .in(linkKeys);
        return rows.<Integer>sql(
                delete.text(), statement -> delete.bind(statement).executeUpdate());
    }

    private static List<ArchivedSourceRow> kept(PreparedStatement statement) throws SQLException {
        List<ArchivedSourceRow> kept = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                kept.add(new ArchivedSourceRow(
                        found.getString(1),
                        found.getString(2),
                        found.getString(3),
                        read(found, 4),
                        found.getString(5)));
            }
        }
        return kept;
    }
}
