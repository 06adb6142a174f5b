package dev.lockstile.auth.imports.history;

import dev.lockstile.auth.imports.internal.journal.RunCounts;
import dev.lockstile.auth.imports.internal.journal.RunCountsJson;
import dev.lockstile.auth.imports.internal.journal.RunState;
import dev.lockstile.auth.imports.report.EntityCounts;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.imports.ImportChunk;
import dev.lockstile.auth.store.imports.ImportRunRow;
import dev.lockstile.auth.store.imports.ImportTx;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the journal of import runs. Safe for use by many threads. */
public final class ImportHistory {

    private final AuthStore store;

    public ImportHistory(AuthStore store) {
        this.store = store;
    }

    /** Returns the latest runs, newest first. */
    public List<ImportRunRow> latest(int limit) {
        return store.read(tx -> ImportTx.in(tx).runs().runs(limit));
    }

    /** Returns a run by its id, or the latest one when no id is given. */
    public Optional<ImportRunRow> run(Optional<String> id) {
        return id.isPresent()
                ? store.read(tx -> ImportTx.in(tx).runs().run(id.get()))
                : latest(1).stream().findFirst();
    }

    /**
     * Stores the result of a verification in the report of the run it names, replacing an earlier one.
     *
     * @return the new report; empty when there is no such finished run, for instance after a rollback
     */
    public Optional<String> noteVerified(VerifyReport found) {
        return store.alone(tx -> ImportTx.in(tx)
                .runs()
                .run(found.runId())
                .map(ImportRunRow::report)
                .map(found::within)
                .filter(report -> ImportTx.in(tx).runs().rewrite(found.runId(), RunState.FINISHED.text(), report)));
    }

    /** Returns what a run has done so far, by entity. */
    public Map<String, EntityCounts> done(String runId) {
        return runCounts(runId).entities();
    }

    public RunCounts runCounts(String runId) {
        RunCounts total = new RunCounts();
        List<ImportChunk> chunks = store.read(tx -> ImportTx.in(tx).runs().chunks(runId));
        chunks.forEach(chunk -> total.addCounts(RunCountsJson.read(chunk.runCounts())));
        return total;
    }
}
