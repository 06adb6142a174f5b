package dev.lockstile.auth.imports.verify;

import dev.lockstile.auth.imports.history.ImportHistory;
import dev.lockstile.auth.imports.internal.journal.RunCounts;
import dev.lockstile.auth.imports.internal.journal.RunState;
import dev.lockstile.auth.imports.ledger.LedgerKey;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Checks that the ledger still has the entries that runs wrote. A row and its entry are written together, and the batch
 * records their number. The source is not read, since its rows change.
 */
record LedgerAudit(AuthStore store, String system) {

    private static final int RUNS_LOOKED_AT = 1000;
    private static final int PAGE = 1000;
    private static final Set<State> WITH_AN_ENTRY = Set.of(State.CREATED, State.MERGED);

    /**
     * The result of the check.
     *
     * @param arrived number of rows that were imported with an entry, of all kinds
     * @param missing number of missing entries, by the kind of row
     */
    record Found(long arrived, Map<String, Long> missing) {}

    /** Checks every run but those that were rolled back, which have no entries. */
    Found look() {
        long arrived = 0;
        Map<String, Long> missing = new TreeMap<>();
        List<String> runs = store.read(tx -> ImportTx.in(tx).runs().runs(RUNS_LOOKED_AT)).stream()
                .filter(run -> run.system().equals(system) && !run.state().equals(RunState.ROLLED_BACK.text()))
                .map(ImportRunRow::runId)
                .toList();
        for (String run : runs) {
            // The recorded numbers are read first: a run in progress adds to both.
            Map<String, Long> expected = expected(run);
            arrived += expected.values().stream().mapToLong(Long::longValue).sum();
            present(run).forEach((entity, entries) -> expected.merge(entity, -entries, Long::sum));
            expected.values().removeIf(rows -> rows <= 0);
            expected.forEach((entity, rows) -> missing.merge(entity, rows, Long::sum));
        }
        return new Found(arrived, missing);
    }

    private Map<String, Long> expected(String runId) {
        Map<String, Long> expected = new HashMap<>();
        RunCounts noted = new ImportHistory(store).runCounts(runId);
        noted.states()
                .forEach((entity, counts) -> WITH_AN_ENTRY.forEach(
                        state -> expected.merge(entity, counts.getOrDefault(state, 0L), Long::sum)));
        noted.addedRows().values().forEach(rows -> expected.merge(Entity.ADDED_PROFILES.text(), rows, Long::sum));
        return expected;
    }

    private Map<String, Long> present(String runId) {
        Map<String, Long> present = new HashMap<>();
        String after = "";
        List<KeyedLegacyLink> page;
        do {
            String last = after;
            page = store.read(tx -> ImportTx.in(tx).ledger().ofRun(runId, last, PAGE));
            for (KeyedLegacyLink row : page) {
                if (isFound(row)) {
                    present.merge(row.entry().origin().entity(), 1L, Long::sum);
                }
                after = row.linkKey();
            }
        } while (page.size() == PAGE);
        return present;
    }

    /** An entry under another key than its own counts as missing. */
    private static boolean isFound(KeyedLegacyLink row) {
        return LedgerKey.of(row.entry().origin()).equals(row.linkKey());
    }
}
