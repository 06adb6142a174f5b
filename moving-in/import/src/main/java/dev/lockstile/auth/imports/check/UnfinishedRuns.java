package dev.lockstile.auth.imports.check;

import dev.lockstile.auth.imports.internal.journal.RunState;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds runs in the journal that did not finish. */
final class UnfinishedRuns {

    private static final int RUNS_LOOKED_AT = 100;
    private static final Set<String> OPEN = Set.of(RunState.RUNNING.text(), RunState.FAILED.text());

    private UnfinishedRuns() {}

    /** Returns the latest run of a system, in any state; empty where the store does not support imports. */
    static Optional<ImportRunRow> latest(ImportTarget target, String system) {
        return target
                .store()
                .read(tx -> tx.extension(ImportTx.class)
                        .map(imports -> imports.runs().runs(RUNS_LOOKED_AT))
                        .orElse(List.of()))
                .stream()
                .filter(row -> row.system().equals(system))
                .findFirst();
    }

    static boolean isOpen(ImportRunRow row) {
        return OPEN.contains(row.state());
    }

    static List<CheckFinding> before(ImportTarget target, String system) {
        return latest(target, system)
                .filter(UnfinishedRuns::isOpen)
                .map(row -> CheckFinding.warning(
                        "MB-13",
                        "run " + row.runId() + " is " + row.state(),
                        "go on with it (import resume), or take it back (import rollback)"))
                .stream()
                .toList();
    }
}
