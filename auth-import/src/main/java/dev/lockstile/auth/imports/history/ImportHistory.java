package dev.lockstile.auth.imports.history;

import dev.lockstile.auth.imports.internal.journal.RunCounts;
import dev.lockstile.auth.imports.internal.journal.RunCountsJson;
import dev.lockstile.auth.imports.report.EntityCounts;
import dev.lockstile.auth.imports.report.RunState;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.ImportChunk;
import dev.lockstile.auth.store.ImportRunRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The runs of imports there were. Safe for use by many threads. */
public final class ImportHistory {

    private final AuthStore store;

    public ImportHistory(AuthStore store) {
        this.store = store;
    }

    /** The latest runs, the last one first. */
    public List<ImportRunRow> latest(int limit) {
        return store.read(tx -> tx.imports().runs(limit));
    }

    /** A run by its id, or the latest one when there is none given. */
    public Optional<ImportRunRow> run(Optional<String> id) {
        return id.isPresent()
                ? store.read(tx -> tx.imports().run(id.get()))
                : latest(1).stream().findFirst();
    }

    /**
     * Puts what a comparison found into the report of the run it names, for {@code report} to tell; an earlier one goes.
     *
     * @return the report as it is now; empty when there is no such run, or none that is finished, such as one that was
     *     taken back meanwhile
     */
    public Optional<String> noteVerified(VerifyReport found) {
        return store.alone(tx -> tx.imports()
                .run(found.runId())
                .map(ImportRunRow::report)
                .map(found::within)
                .filter(report -> tx.imports().rewrite(found.runId(), RunState.FINISHED.text(), report)));
    }

    /** What a run has done so far, by kind of rows. */
    public Map<String, EntityCounts> done(String runId) {
        return runCounts(runId).entities();
    }

    public RunCounts runCounts(String runId) {
        RunCounts total = new RunCounts();
        List<ImportChunk> chunks = store.read(tx -> tx.imports().chunks(runId));
        chunks.forEach(chunk -> total.addCounts(RunCountsJson.read(chunk.runCounts())));
        return total;
    }
}
