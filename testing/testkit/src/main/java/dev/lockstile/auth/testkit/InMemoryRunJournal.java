package dev.lockstile.auth.testkit;

import dev.lockstile.auth.store.imports.RunJournalStore;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportChunk;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import dev.lockstile.auth.store.imports.RunJournalStore.QuarantinedRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The journal of import runs in a transaction. */
final class InMemoryRunJournal implements RunJournalStore {

    private final TableViews views;

    InMemoryRunJournal(TableViews views) {
        this.views = views;
    }

    @Override
    public void open(ImportRunRow run) {
        views.imports.insert(key -> new ImportRow(run));
    }

    @Override
    public Optional<ImportRunRow> run(String runId) {
        return views.imports.first(Tables.IMPORT_ID, runId).map(ImportRow::run);
    }

    @Override
    public List<ImportRunRow> runs(int limit) {
        return views.imports.keysWhere(any -> true).stream()
                .flatMap(key -> Optional.ofNullable(views.imports.get(key)).stream())
                .map(ImportRow::run)
                .sorted(Comparator.comparing(ImportRunRow::startedAt)
                        .thenComparing(ImportRunRow::runId)
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public boolean mark(String runId, String state, @Nullable String report, Instant now) {
        List<Long> keys = views.imports.keys(Tables.IMPORT_ID, runId);
        return !keys.isEmpty()
                && views.imports.update(
                        keys.get(0), any -> true, row -> new ImportRow(marked(row.run(), state, report, now)));
    }

    @Override
    public boolean rewrite(String runId, String state, String report) {
        List<Long> keys = views.imports.keys(Tables.IMPORT_ID, runId);
        return !keys.isEmpty()
                && views.imports.update(
                        keys.get(0),
                        row -> row.run().state().equals(state),
                        row -> new ImportRow(rewritten(row.run(), report)));
    }

    @Override
    public void done(String runId, ImportChunk chunk) {
        views.chunks.insert(key -> new ChunkRow(runId, chunk));
    }

    @Override
    public List<ImportChunk> chunks(String runId) {
        return views.chunks
                .rows(Tables.CHUNK_RUN, runId)
                .map(ChunkRow::chunk)
                .sorted(Comparator.comparing(ImportChunk::part).thenComparing(ImportChunk::number))
                .toList();
    }

    @Override
    public void hold(String runId, List<QuarantinedRow> rows) {
        rows.forEach(row -> views.held.insert(key -> new QuarantineRow(runId, row)));
    }

    @Override
    public List<QuarantinedRow> held(String runId, int skip, int limit) {
        return views.held
                .rows(Tables.HELD_RUN, runId)
                .map(QuarantineRow::row)
                .skip(skip)
                .limit(limit)
                .toList();
    }

    private static ImportRunRow marked(ImportRunRow run, String state, @Nullable String report, Instant now) {
        return new ImportRunRow(
                run.runId(),
                run.system(),
                run.preset(),
                run.source(),
                run.options(),
                state,
                run.startedAt(),
                now,
                report == null ? run.report() : report);
    }

    private static ImportRunRow rewritten(ImportRunRow run, String report) {
        return new ImportRunRow(
                run.runId(),
                run.system(),
                run.preset(),
                run.source(),
                run.options(),
                run.state(),
                run.startedAt(),
                run.finishedAt(),
                report);
    }
}
