package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.report.ImportWatch;
import dev.lockstile.auth.migrate.report.QuarantineEntry;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.HeldRow;
import dev.lockstile.auth.store.ImportChunk;
import dev.lockstile.auth.store.ImportRunRow;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The book of one run: which batches are done, with their counts. It is written in the transactions of the batches, so
 * that it is right whenever the process ends. A dry run keeps none.
 */
final class RunBook {

    private static final int PAGE = 1000;

    private final AuthStore store;
    private final String runId;
    private final Clock clock;
    private final boolean kept;
    private final Set<String> done = new HashSet<>();

    RunBook(ImportTarget target, String runId, boolean kept) {
        this.store = target.store();
        this.clock = target.clock();
        this.runId = runId;
        this.kept = kept;
    }

    void open(ImportRunRow run) {
        if (kept) {
            store.alone(tx -> {
                tx.imports().open(run);
                return true;
            });
        }
    }

    /** Takes up a run that was broken off: counts what is done and tells again what is in quarantine. */
    void takeUp(Tally total, ImportWatch watch) {
        store.alone(tx -> tx.imports().mark(runId, RunState.RUNNING.text(), null, clock.instant()));
        List<ImportChunk> chunks = store.read(tx -> tx.imports().chunks(runId));
        for (ImportChunk chunk : chunks) {
            done.add(name(chunk.part(), chunk.number()));
            total.addCounts(TallyJson.read(chunk.tally()));
        }
        int seen = 0;
        List<HeldRow> page;
        do {
            int skip = seen;
            page = store.read(tx -> tx.imports().held(runId, skip, PAGE));
            page.forEach(row -> watch.quarantined(
                    new QuarantineEntry(row.entity(), row.legacyId(), row.reason(), row.field(), row.detail())));
            seen += page.size();
        } while (page.size() == PAGE);
    }

    boolean isDone(String part, int number) {
        return done.contains(name(part, number));
    }

    /** Notes a batch as done, in the transaction that ends it. */
    void note(AuthTx tx, String part, int number, Tally tally) {
        if (!kept) {
            return;
        }
        tx.imports().done(runId, new ImportChunk(part, number, TallyJson.write(tally)));
        tx.imports()
                .hold(
                        runId,
                        tally.quarantined().stream()
                                .map(entry -> new HeldRow(
                                        entry.entity(),
                                        entry.legacyId(),
                                        entry.reason(),
                                        entry.field(),
                                        entry.detail()))
                                .toList());
    }

    void close(RunState state, @Nullable String report) {
        if (kept) {
            store.alone(tx -> tx.imports().mark(runId, state.text(), report, clock.instant()));
        }
    }

    private static String name(String part, int number) {
        return part + '#' + number;
    }
}
