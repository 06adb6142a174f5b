package dev.lockstile.auth.imports.history;

import dev.lockstile.auth.imports.internal.journal.CopyStart;
import dev.lockstile.auth.imports.internal.journal.RunCounts;
import dev.lockstile.auth.imports.internal.journal.RunCountsJson;
import dev.lockstile.auth.imports.internal.journal.RunState;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportChunk;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the journal of import runs. Safe for use by many threads. */
public final class ImportHistory {

    private final AuthStore store;

    /**
     * Creates a history of the runs in the host's store.
     *
     * @param store the host's store
     */
    public ImportHistory(AuthStore store) {
        this.store = store;
    }

    /**
     * {@return the latest runs, newest first}
     *
     * @param limit the most runs to return
     */
    public List<ImportRunRow> latest(int limit) {
        return store.read(tx -> ImportTx.in(tx).runs().runs(limit));
    }

    /**
     * {@return a run by its id, or the latest one when no id is given}
     *
     * @param id of the run; empty for the latest one
     */
    public Optional<ImportRunRow> run(Optional<String> id) {
        return id.isPresent()
                ? store.read(tx -> ImportTx.in(tx).runs().run(id.get()))
                : latest(1).stream().findFirst();
    }

    /**
     * Stores the result of a verification in the report of its run, replacing an earlier one. Runs in a transaction of
     * its own.
     *
     * @param found the result, with the id of its run
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

    /**
     * {@return the counts of a run so far, by kind of row}
     *
     * @param runId of the run
     */
    public Map<String, ImportReport.EntityCounts> done(String runId) {
        return runCounts(runId).entities();
    }

    /**
     * {@return all counts of a run so far, for other packages of this module}
     *
     * @param runId of the run
     */
    public RunCounts runCounts(String runId) {
        return progress(runId).counts();
    }

    /**
     * The progress of a run.
     *
     * @param counts of the batches that are done
     * @param start when it began to copy; empty before
     */
    record Progress(RunCounts counts, Optional<CopyStart> start) {}

    Progress progress(String runId) {
        RunCounts total = new RunCounts();
        List<ImportChunk> chunks = store.read(tx -> ImportTx.in(tx).runs().chunks(runId));
        chunks.forEach(chunk -> total.addCounts(RunCountsJson.read(chunk.runCounts())));
        return new Progress(total, CopyStart.latest(chunks));
    }
}
