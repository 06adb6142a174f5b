package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.imports.internal.journal.RunState;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.RollbackReport;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Removes the rows that a run of content wrote, with their ledger entries, even if they were changed since. Rows to
 * which other rows refer remain and are reported. An interrupted rollback continues when called again. Safe for use by
 * many threads, one at a time per run.
 */
public final class ContentRollback {

    private static final int BATCH = 500;
    private static final int RUNS_LOOKED_AT = 1000;
    private static final String REMOVED = "removed";
    private static final String REFERRED_TO = "referred_to";

    private final ContentTarget target;

    /**
     * Creates a rollback.
     *
     * @param target the host
     */
    public ContentRollback(ContentTarget target) {
        this.target = target;
    }

    /**
     * {@return true when that run wrote content, so that this class rolls it back}
     *
     * @param store the host's
     * @param runId of a run
     */
    public static boolean isContent(AuthStore store, String runId) {
        return store.read(tx -> ImportTx.in(tx).runs().run(runId))
                .filter(run -> run.preset().equals(ContentImport.PRESET))
                .isPresent();
    }

    /**
     * Rolls the run back, in short transactions of its own.
     *
     * @param runId of a run that has ended or was interrupted
     * @param watch receives every row that remains
     * @return the numbers of removed and remaining rows
     * @throws IllegalArgumentException when there is no such run, or a later one of the same system still has rows
     */
    public RollbackReport run(String runId, ImportWatch watch) {
        ImportRunRow run = target.store()
                .read(tx -> ImportTx.in(tx).runs().run(runId))
                .orElseThrow(() -> new IllegalArgumentException("there is no run " + runId));
        refuseBeforeLaterOnes(run);
        RunTable table = RunTable.read(run.options());
        Map<String, Long> outcomes = new TreeMap<>();
        String after = "";
        List<KeyedLegacyLink> page;
        do {
            page = entries(runId, after, BATCH);
            if (!page.isEmpty()) {
                after = page.get(page.size() - 1).linkKey();
                remove(page, table, outcomes, watch);
            }
        } while (page.size() == BATCH);
        target.store()
                .alone(tx -> ImportTx.in(tx)
                        .runs()
                        .mark(
                                runId,
                                RunState.ROLLED_BACK.text(),
                                null,
                                target.clock().instant()));
        return new RollbackReport(runId, outcomes.isEmpty() ? Map.of() : Map.of(table.name(), outcomes));
    }

    /** Refuses a run while a later one of its system has rows, which may refer to its rows. */
    private void refuseBeforeLaterOnes(ImportRunRow run) {
        target.store().read(tx -> ImportTx.in(tx).runs().runs(RUNS_LOOKED_AT)).stream()
                .takeWhile(row -> !row.runId().equals(run.runId()))
                .filter(row -> row.system().equals(run.system()))
                .filter(row -> !entries(row.runId(), "", 1).isEmpty())
                .findFirst()
                .ifPresent(later -> {
                    throw new IllegalArgumentException("run " + later.runId() + " came later: roll it back first");
                });
    }

    private List<KeyedLegacyLink> entries(String runId, String after, int limit) {
        return target.store().read(tx -> ImportTx.in(tx).ledger().ofRun(runId, after, limit));
    }

    private void remove(List<KeyedLegacyLink> page, RunTable table, Map<String, Long> outcomes, ImportWatch watch) {
        if (isRemoved(page, table)) {
            outcomes.merge(REMOVED, (long) page.size(), Long::sum);
            return;
        }
        for (KeyedLegacyLink row : page) {
            boolean gone = isRemoved(List.of(row), table);
            outcomes.merge(gone ? REMOVED : REFERRED_TO, 1L, Long::sum);
            if (!gone) {
                LegacyOrigin origin = row.entry().origin();
                watch.quarantined(new QuarantineEntry(origin.entity(), origin.legacyId(), REFERRED_TO, "", ""));
            }
        }
    }

    /** Removes all of the rows or none; false when the database refuses. */
    private boolean isRemoved(List<KeyedLegacyLink> rows, RunTable table) {
        try {
            return target.store().alone(tx -> {
                target.rows().use(connection -> delete(connection, rows, table));
                ImportTx.in(tx)
                        .ledger()
                        .forget(rows.stream().map(KeyedLegacyLink::linkKey).toList());
                return true;
            });
        } catch (StoreUnavailableException | IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static void delete(Connection connection, List<KeyedLegacyLink> rows, RunTable names) throws SQLException {
        HostTable table = HostTable.of(connection, names.table());
        List<HostColumn> key = (names.key().isEmpty() ? table.primaryKey() : names.key())
                .stream().map(table::column).toList();
        try (PreparedStatement delete = connection.prepareStatement(table.delete(key))) {
            for (KeyedLegacyLink row : rows) {
                RowWriter.bind(
                        delete, key, values(key, String.valueOf(row.entry().localRef())));
                if (delete.executeUpdate() > 1) {
                    throw new SQLException("several rows have the key of an imported one", "21000");
                }
            }
        }
    }

    /** Returns the values to bind in a statement that finds the row of a ledger entry. */
    static List<@Nullable Object> values(List<HostColumn> key, String ref) throws SQLException {
        List<String> parts = RowKeyText.read(ref, key.size());
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            try {
                values.add(CellValue.of(key.get(i), parts.get(i)));
            } catch (CellValue.RefusedException e) {
                throw new SQLException("the key of the row does not fit the table any more", "22000", e);
            }
        }
        return values;
    }
}
