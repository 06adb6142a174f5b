package dev.lockstile.auth.migrate.check;

import dev.lockstile.auth.migrate.ImportTarget;
import dev.lockstile.auth.migrate.RunState;
import dev.lockstile.auth.store.ImportRunRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs in the book that did not come to their end. */
final class BrokenOff {

    private static final int RUNS_LOOKED_AT = 100;
    private static final Set<String> OPEN = Set.of(RunState.RUNNING.text(), RunState.FAILED.text());

    private BrokenOff() {}

    /** The latest run of a system, whatever became of it. */
    static Optional<ImportRunRow> latest(ImportTarget target, String system) {
        return target.store().read(tx -> tx.imports().runs(RUNS_LOOKED_AT)).stream()
                .filter(row -> row.system().equals(system))
                .findFirst();
    }

    static boolean isOpen(ImportRunRow row) {
        return OPEN.contains(row.state());
    }

    static List<CheckFinding> before(ImportTarget target, String system) {
        return latest(target, system)
                .filter(BrokenOff::isOpen)
                .map(row -> CheckFinding.warning(
                        "MB-13",
                        "run " + row.runId() + " is " + row.state(),
                        "go on with it (import resume), or take it back (import rollback)"))
                .stream()
                .toList();
    }
}
