package dev.lockstile.auth.jpa.internal.imports;

import static dev.lockstile.auth.jpa.internal.sql.SqlTimes.read;
import static dev.lockstile.auth.jpa.internal.sql.SqlTimes.write;

import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.store.imports.RunJournalStore;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportChunk;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import dev.lockstile.auth.store.imports.RunJournalStore.QuarantinedRow;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The journal of import runs in the library's own tables.
 *
 * @param tables what the names of the tables begin with, such as {@code auth_import}
 */
record SqlRunJournalStore(Rows rows, String tables) implements RunJournalStore {

    private static final String RUN =
            "run_id, source_system, preset, source, options, state, started_at, finished_at, report";

    @Override
    public void open(ImportRunRow run) {
        String insert = "insert into " + tables + "_run (" + RUN + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        rows.<Integer>sql(insert, statement -> {
            statement.setString(1, run.runId());
            statement.setString(2, run.system());
            statement.setString(3, run.preset());
            statement.setString(4, run.source());
            statement.setString(5, run.options());
            statement.setString(6, run.state());
            statement.setObject(7, write(run.startedAt()));
            Instant finishedAt = run.finishedAt();
            statement.setObject(8, finishedAt == null ? null : write(finishedAt));
            statement.setString(9, run.report());
            return statement.executeUpdate();
        });
    }

    @Override
    public Optional<ImportRunRow> run(String runId) {
        String select = "select " + RUN + " from " + tables + "_run where run_id = ?";
        return rows
                .query(select, statement -> {
                    statement.setString(1, runId);
                    return runs(statement);
                })
                .stream()
                .findFirst();
    }

    @Override
    public List<ImportRunRow> runs(int limit) {
        String select = "select " + RUN + " from " + tables + "_run order by started_at desc, run_id desc limit ?";
        return rows.query(select, statement -> {
            statement.setInt(1, limit);
            return runs(statement);
        });
    }

    @Override
    public boolean mark(String runId, String state, @Nullable String report, Instant now) {
        String update = "update " + tables
                + "_run set state = ?, finished_at = ?, report = coalesce(?, report) where run_id = ?";
        return rows.sql(update, statement -> {
            statement.setString(1, state);
            statement.setObject(2, write(now));
            statement.setString(3, report);
            statement.setString(4, runId);
            return statement.executeUpdate() == 1;
        });
    }

    @Override
    public boolean rewrite(String runId, String state, String report) {
        String update = "update " + tables + "_run set report = ? where run_id = ? and state = ?";
        return rows.sql(update, statement -> {
            statement.setString(1, report);
            statement.setString(2, runId);
            statement.setString(3, state);
            return statement.executeUpdate() == 1;
        });
    }

    @Override
    public void done(String runId, ImportChunk chunk) {
        String insert = "insert into " + tables + "_chunk (run_id, part, chunk_no, tally) values (?, ?, ?, ?)";
        rows.<Integer>sql(insert, statement -> {
            statement.setString(1, runId);
            statement.setString(2, chunk.part());
            statement.setInt(3, chunk.number());
            statement.setString(4, chunk.runCounts());
            return statement.executeUpdate();
        });
    }

    @Override
    public List<ImportChunk> chunks(String runId) {
        String select =
                "select part, chunk_no, tally from " + tables + "_chunk where run_id = ? order by part, chunk_no";
        return rows.query(select, statement -> {
            statement.setString(1, runId);
            List<ImportChunk> chunks = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    chunks.add(new ImportChunk(found.getString(1), found.getInt(2), found.getString(3)));
                }
            }
            return chunks;
        });
    }

    @Override
    public void hold(String runId, List<QuarantinedRow> held) {
        if (held.isEmpty()) {
            return;
        }
        String insert = "insert into " + tables
                + "_held (run_id, entity, legacy_id, reason, field, detail) values (?, ?, ?, ?, ?, ?)";
        rows.<int[]>sql(insert, statement -> {
            for (QuarantinedRow row : held) {
                statement.setString(1, runId);
                statement.setString(2, row.entity());
                statement.setString(3, row.legacyId());
                statement.setString(4, row.reason());
                statement.setString(5, row.field());
                statement.setString(6, row.detail());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    @Override
    public List<QuarantinedRow> held(String runId, int skip, int limit) {
        String select = "select entity, legacy_id, reason, field, detail from " + tables
                + "_held where run_id = ? order by id limit ? offset ?";
        return rows.query(select, statement -> {
            statement.setString(1, runId);
            statement.setInt(2, limit);
            statement.setInt(3, skip);
            List<QuarantinedRow> held = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    held.add(new QuarantinedRow(
                            found.getString(1),
                            found.getString(2),
                            found.getString(3),
                            found.getString(4),
                            found.getString(5)));
                }
            }
            return held;
        });
    }

    private static List<ImportRunRow> runs(PreparedStatement statement) throws SQLException {
        List<ImportRunRow> runs = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                OffsetDateTime finishedAt = found.getObject(8, OffsetDateTime.class);
                runs.add(new ImportRunRow(
                        found.getString(1),
                        found.getString(2),
                        found.getString(3),
                        found.getString(4),
                        found.getString(5),
                        found.getString(6),
                        read(found, 7),
                        finishedAt == null ? null : finishedAt.toInstant(),
                        found.getString(9)));
            }
        }
        return runs;
    }
}
