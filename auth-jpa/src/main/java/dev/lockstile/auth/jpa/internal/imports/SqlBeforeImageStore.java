package dev.lockstile.auth.jpa.internal.imports;

import static dev.lockstile.auth.jpa.internal.sql.SqlTimes.read;
import static dev.lockstile.auth.jpa.internal.sql.SqlTimes.write;

import dev.lockstile.auth.jpa.internal.sql.BoundSql;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.store.imports.BeforeImageStore;
import dev.lockstile.auth.store.imports.BeforeImageStore.BeforeImage;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How rows were before an import changed them, in the library's own table.
 *
 * @param tables what the names of the tables begin with, such as {@code auth_import}
 */
record SqlBeforeImageStore(Rows rows, String tables) implements BeforeImageStore {

    private static final String COLUMNS = "link_key, fingerprint, written_at, before_row";

    @Override
    public void keep(String runId, List<BeforeImage> images) {
        if (images.isEmpty()) {
            return;
        }
        String insert = "insert into " + tables + "_before (run_id, " + COLUMNS + ") values (?, ?, ?, ?, ?)";
        rows.<int[]>sql(insert, statement -> {
            for (BeforeImage image : images) {
                statement.setString(1, runId);
                statement.setString(2, image.linkKey());
                statement.setString(3, image.fingerprint());
                statement.setObject(4, write(image.writtenAt()));
                statement.setString(5, image.row());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    @Override
    public List<BeforeImage> kept(String runId, Collection<String> linkKeys) {
        if (linkKeys.isEmpty()) {
            return List.of();
        }
        BoundSql select = new BoundSql()
                .add("select " + COLUMNS + " from " + tables + "_before where run_id = ? and link_key", runId)
                .in(linkKeys);
        return rows.query(select.text(), statement -> images(select.bind(statement)));
    }

    @Override
    public List<BeforeImage> kept(String runId, String after, int limit) {
        String select = "select " + COLUMNS + " from " + tables
                + "_before where run_id = ? and link_key > ? order by link_key limit ?";
        return rows.query(select, statement -> {
            statement.setString(1, runId);
            statement.setString(2, after);
            statement.setInt(3, limit);
            return images(statement);
        });
    }

    @Override
    public void drop(String runId, Collection<String> linkKeys) {
        if (linkKeys.isEmpty()) {
            return;
        }
        BoundSql delete = new BoundSql()
                .add("delete from " + tables + "_before where run_id = ? and link_key", runId)
                .in(linkKeys);
        rows.<Integer>sql(delete.text(), statement -> delete.bind(statement).executeUpdate());
    }

    @Override
    public int drop(Instant began) {
        String delete = "delete from " + tables + "_before where run_id in (select run_id from " + tables
                + "_run where started_at < ?)";
        return rows.<Integer>sql(delete, statement -> {
            statement.setObject(1, write(began));
            return statement.executeUpdate();
        });
    }

    private static List<BeforeImage> images(PreparedStatement statement) throws SQLException {
        List<BeforeImage> images = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                images.add(new BeforeImage(found.getString(1), found.getString(2), read(found, 3), found.getString(4)));
            }
        }
        return images;
    }
}
