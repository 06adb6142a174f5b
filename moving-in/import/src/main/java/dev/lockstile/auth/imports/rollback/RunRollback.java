package dev.lockstile.auth.imports.rollback;

import dev.lockstile.auth.imports.content.ContentImport;
import dev.lockstile.auth.imports.history.ImportHistory;
import dev.lockstile.auth.imports.internal.RowCipher;
import dev.lockstile.auth.imports.internal.archive.SourceRowWriter;
import dev.lockstile.auth.imports.internal.engine.write.InPlaceImages;
import dev.lockstile.auth.imports.internal.journal.RunState;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.RollbackReport;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Undoes an import run: removes the users it created with their owned rows and ledger entries, so that a new run
 * imports them again. Accounts used since the import are kept and reported, and so are rows that can no longer be
 * attributed to the run. Rows that existed before the run are never removed; those it updated are restored to their
 * previous values, and fields it filled are cleared, unless they were changed since. An interrupted rollback continues
 * when called again. Safe for use by many threads, one at a time per run.
 */
public final class RunRollback {

    private static final int BATCH = 500;
    private static final int RUNS_LOOKED_AT = 1000;

    private final AuthStore store;
    private final Clock clock;
    private final @Nullable RowCipher seal;

    /**
     * Creates a rollback for runs without encrypted values.
     *
     * @param store the host's store
     * @param clock the application's
     */
    public RunRollback(AuthStore store, Clock clock) {
        this(store, clock, null);
    }

    /**
     * Creates a rollback for runs with encrypted values.
     *
     * @param store the host's store
     * @param clock the application's
     * @param sealKey the key with which the runs encrypted values, see {@link ImportTarget}; null for none
     */
    public RunRollback(AuthStore store, Clock clock, @Nullable Secret sealKey) {
        this.store = store;
        this.clock = clock;
        this.seal = sealKey == null ? null : new RowCipher(sealKey);
    }

    /**
     * Undoes the run, in short transactions of its own.
     *
     * @param runId of a run that has ended or was interrupted
     * @param watch called for every row that is kept, with the reason
     * @return what was removed, restored and kept
     * @throws IllegalArgumentException when there is no such run, a later one of the same system must be undone
     *     first, its previous values are encrypted with another key, or the schema is older than the library; nothing
     *     was changed then
     */
    public RollbackReport run(String runId, ImportWatch watch) {
        ImportRunRow run = store.read(tx -> ImportTx.in(tx).runs().run(runId))
                .orElseThrow(() -> new IllegalArgumentException("there is no run " + runId));
        refuseBeforeLaterOnes(run);
        SourceRowWriter.requireTable(store); // archived rows are removed with their entries
        RollbackLeftovers leftovers = new RollbackLeftovers(watch);
        RowRollback rows = new RowRollback(store, run, leftovers, seal, clock.instant());
        rows.requireKey();
        reportLostValues(run, leftovers);
        pages(runId, rows::createdAccounts);
        rows.changedRows();
        pages(runId, rows::otherRows);
        store.alone(tx -> ImportTx.in(tx).runs().mark(runId, RunState.ROLLED_BACK.text(), null, clock.instant()));
        return leftovers.report(runId);
    }

    /**
     * {@return true for an in-place run that stored the former values of the host's rows} It is rolled back with the
     * store of an in-place import.
     *
     * @param store the host's store
     * @param runId of a run
     */
    public static boolean isInPlace(AuthStore store, String runId) {
        return new BeforeImages(store, runId).first(InPlaceImages::isIn).isPresent();
    }

    /** Reports the number of updated rows whose previous values are no longer kept. */
    private void reportLostValues(ImportRunRow run, RollbackLeftovers leftovers) {
        boolean kept = store.read(
                tx -> !ImportTx.in(tx).beforeImages().kept(run.runId(), "", 1).isEmpty());
        if (kept || run.state().equals(RunState.ROLLED_BACK.text())) {
            return;
        }
        new ImportHistory(store)
                .done(run.runId())
                .forEach((entity, counts) -> leftovers.lost(entity, counts.in(State.UPDATED)));
    }

    /** A later run may have added to rows of this one, unless it wrote nothing. */
    private void refuseBeforeLaterOnes(ImportRunRow run) {
        List<ImportRunRow> latest = store.read(tx -> ImportTx.in(tx).runs().runs(RUNS_LOOKED_AT));
        latest.stream()
                .takeWhile(row -> !row.runId().equals(run.runId()))
                .filter(row ->
                        row.system().equals(run.system()) || row.system().equals(ContentImport.systemOf(run.system())))
                .filter(row -> !row.state().equals(RunState.ROLLED_BACK.text()))
                .filter(this::mayHaveWritten)
                .findFirst()
                .ifPresent(later -> {
                    throw new IllegalArgumentException("run " + later.runId() + " came later: roll it back first");
                });
    }

    /** A run in progress may still write. */
    private boolean mayHaveWritten(ImportRunRow run) {
        boolean entries = store.read(tx -> !ImportTx.in(tx)
                        .ledger()
                        .ofRun(run.runId(), "", 1)
                        .isEmpty()
                || !ImportTx.in(tx).beforeImages().kept(run.runId(), "", 1).isEmpty());
        return entries
                || run.state().equals(RunState.RUNNING.text())
                || new ImportHistory(store).done(run.runId()).values().stream().anyMatch(RunRollback::wrote);
    }

    private static boolean wrote(ImportReport.EntityCounts counts) {
        return counts.in(State.CREATED) + counts.in(State.UPDATED) + counts.in(State.MERGED) > 0;
    }

    private void pages(String runId, Consumer<List<KeyedLegacyLink>> work) {
        String after = "";
        List<KeyedLegacyLink> page;
        do {
            String last = after;
            page = store.read(tx -> ImportTx.in(tx).ledger().ofRun(runId, last, BATCH));
            if (!page.isEmpty()) {
                work.accept(page);
                after = page.get(page.size() - 1).linkKey();
            }
        } while (page.size() == BATCH);
    }
}
