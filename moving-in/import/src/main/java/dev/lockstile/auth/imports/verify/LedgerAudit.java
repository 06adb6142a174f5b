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
 * Whether the ledger still has what runs wrote into it: a row and its entry are written together, and the batch notes
 * how many there were. The source is not asked, since rows come and go over there.
 */
record LedgerAudit(AuthStore store, String system) {

    private static final int RUNS_LOOKED_AT = 1000;
    private static final int PAGE = 1000;
    private static final Set<State> WITH_AN_ENTRY = Set.of(State.CREATED, State.MERGED);

    /**
     * What was found.
     *
     * @param arrived how many rows came in with an entry, of all kinds
     * @param missing how many entries there are fewer, by the kind of row
     */
    record Found(long arrived, Map<String, Long> missing) {}

    /** Looks at every run but those that were taken back, which are owed no entry. */
    Found look() {
        long arrived = 0;
        Map<String, Long> missing = new TreeMap<>();
        List<String> runs = store.read(tx -> ImportTx.in(tx).runs().runs(RUNS_LOOKED_AT)).stream()
                .filter(run -> run.system().equals(system) && !run.state().equals(RunState.ROLLED_BACK.text()))
                .map(ImportRunRow::runId)
                .toList();
        for (String run : runs) {
            // What is noted is read first: a run that is under way writes more of both.
            Map<String, Long> owed = owed(run);
            arrived += owed.values().stream().mapToLong(Long::longValue).sum();
            there(run).forEach((entity, entries) -> owed.merge(entity, -entries, Long::sum));
            owed.values().removeIf(rows -> rows <= 0);
            owed.forEach((entity, rows) -> missing.merge(entity, rows, Long::sum));
        }
        return new Found(arrived, missing);
    }

    private Map<String, Long> owed(String runId) {
        Map<String, Long> owed = new HashMap<>();
        RunCounts noted = new ImportHistory(store).runCounts(runId);
        noted.states()
                .forEach((entity, counts) ->
                        WITH_AN_ENTRY.forEach(state -> owed.merge(entity, counts.getOrDefault(state, 0L), Long::sum)));
        noted.addedRows().values().forEach(rows -> owed.merge(Entity.ADDED_PROFILES.text(), rows, Long::sum));
        return owed;
    }

    private Map<String, Long> there(String runId) {
        Map<String, Long> there = new HashMap<>();
        String after = "";
        List<KeyedLegacyLink> page;
        do {
            String last = after;
            page = store.read(tx -> ImportTx.in(tx).ledger().ofRun(runId, last, PAGE));
            for (KeyedLegacyLink row : page) {
                if (isFound(row)) {
                    there.merge(row.entry().origin().entity(), 1L, Long::sum);
                }
                after = row.linkKey();
            }
        } while (page.size() == PAGE);
        return there;
    }

    /** An entry under another key than its own is as good as lost. */
    private static boolean isFound(KeyedLegacyLink row) {
        return LedgerKey.of(row.entry().origin()).equals(row.linkKey());
    }
}
