package dev.lockstile.auth.imports.internal.journal;

import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.NamedPerson;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportChunk;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import dev.lockstile.auth.store.imports.RunJournalStore.QuarantinedRow;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The journal of one run: the batches that are done, with their counts. Each is recorded in the transaction of the
 * batch, so that the journal is correct whenever the process ends. A dry run has none.
 */
public final class RunJournal {

    private static final int PAGE = 1000;

    private final AuthStore store;
    private final String runId;
    private final Clock clock;
    private final boolean kept;
    private final Map<String, String> done = new HashMap<>();

    public RunJournal(ImportTarget target, String runId, boolean kept) {
        this(target.store(), runId, target.clock(), kept);
    }

    public RunJournal(AuthStore store, String runId, Clock clock, boolean kept) {
        this.store = store;
        this.clock = clock;
        this.runId = runId;
        this.kept = kept;
    }

    public void open(ImportRunRow run) {
        if (kept) {
            store.alone(tx -> {
                ImportTx.in(tx).runs().open(run);
                return true;
            });
        }
    }

    /**
     * Resumes an interrupted run: adds up the counts of the batches that are done, and reports the quarantined rows
     * again.
     *
     * @return the people to be named, without their names, which only the source has
     */
    public List<NamedPerson> takeUp(RunCounts total, ImportWatch watch) {
        List<NamedPerson> named = new ArrayList<>();
        store.alone(tx -> ImportTx.in(tx).runs().mark(runId, RunState.RUNNING.text(), null, clock.instant()));
        List<ImportChunk> chunks = store.read(tx -> ImportTx.in(tx).runs().chunks(runId));
        for (ImportChunk chunk : chunks) {
            BatchPosition place =
                    new BatchPosition(chunk.part(), chunk.number(), RunCountsJson.mark(chunk.runCounts()));
            done.put(place.name(), place.mark());
            RunCounts counted = RunCountsJson.read(chunk.runCounts());
            total.addCounts(counted);
            named.addAll(counted.named());
        }
        int seen = 0;
        List<QuarantinedRow> page;
        do {
            int skip = seen;
            page = store.read(tx -> ImportTx.in(tx).runs().held(runId, skip, PAGE));
            page.forEach(row -> watch.quarantined(
                    new QuarantineEntry(row.entity(), row.legacyId(), row.reason(), row.field(), row.detail())));
            seen += page.size();
        } while (page.size() == PAGE);
        return named;
    }

    /** Records that the run begins to copy, or is resumed. The entry has no {@link RunCounts}. */
    public void copies(CopyStart start) {
        if (kept) {
            int before = (int) done.keySet().stream()
                    .filter(name -> name.startsWith(CopyStart.PART + '#'))
                    .count();
            store.alone(tx -> {
                ImportTx.in(tx).runs().done(runId, new ImportChunk(CopyStart.PART, before, start.json()));
                return true;
            });
        }
    }

    /** Returns the present time. */
    public Instant now() {
        return clock.instant();
    }

    /**
     * Returns true when the batch is done.
     *
     * @throws SourceUnusableException when the batch of that number is done and had other rows: the source has changed,
     *     and a resumed run would miss rows
     */
    public boolean isDone(BatchPosition place) {
        String mark = done.get(place.name());
        if (mark != null && !mark.equals(place.mark())) {
            throw new SourceUnusableException("the source has changed since run " + runId + " began (" + place.part()
                    + ", batch " + place.number() + "): begin a new run; what is here stays and is not copied twice");
        }
        return mark != null;
    }

    /** Records a batch as done, in the transaction that ends it. */
    public void note(AuthTx tx, BatchPosition place, RunCounts runCounts) {
        if (!kept) {
            return;
        }
        ImportTx.in(tx)
                .runs()
                .done(
                        runId,
                        new ImportChunk(place.part(), place.number(), RunCountsJson.write(runCounts, place.mark())));
        ImportTx.in(tx)
                .runs()
                .hold(
                        runId,
                        runCounts.quarantined().stream()
                                .map(entry -> new QuarantinedRow(
                                        entry.entity(),
                                        entry.legacyId(),
                                        entry.reason(),
                                        entry.field(),
                                        entry.detail()))
                                .toList());
    }

    public void close(RunState state, @Nullable String report) {
        if (kept) {
            store.alone(tx -> ImportTx.in(tx).runs().mark(runId, state.text(), report, clock.instant()));
        }
    }
}
