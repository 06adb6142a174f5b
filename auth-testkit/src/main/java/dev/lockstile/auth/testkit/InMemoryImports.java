package dev.lockstile.auth.testkit;

import dev.lockstile.auth.store.ArchivedSourceRow;
import dev.lockstile.auth.store.BeforeImage;
import dev.lockstile.auth.store.ImportChunk;
import dev.lockstile.auth.store.ImportRunRow;
import dev.lockstile.auth.store.ImportStore;
import dev.lockstile.auth.store.QuarantinedRow;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The book of import runs in a transaction. */
final class InMemoryImports implements ImportStore {

    private final TableViews views;

    InMemoryImports(TableViews views) {
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

    @Override
    public void keep(String runId, List<BeforeImage> images) {
        images.forEach(image -> views.images.insert(key -> new BeforeImageRow(runId, image)));
    }

    @Override
    public List<BeforeImage> kept(String runId, Collection<String> linkKeys) {
        return images(runId).filter(image -> linkKeys.contains(image.linkKey())).toList();
    }

    @Override
    public List<BeforeImage> kept(String runId, String after, int limit) {
        return images(runId)
                .filter(image -> image.linkKey().compareTo(after) > 0)
                .sorted(Comparator.comparing(BeforeImage::linkKey))
                .limit(limit)
                .toList();
    }

    @Override
    public void drop(String runId, Collection<String> linkKeys) {
        views.images
                .keysWhere(row -> row.runId().equals(runId)
                        && linkKeys.contains(row.image().linkKey()))
                .forEach(views.images::delete);
    }

    @Override
    public int dropImages(Instant began) {
        List<Long> old = views.images.keysWhere(row ->
                run(row.runId()).filter(run -> run.startedAt().isBefore(began)).isPresent());
        old.forEach(views.images::delete);
        return old.size();
    }

    @Override
    public void keepRows(List<ArchivedSourceRow> kept) {
        dropRows(kept.stream().map(ArchivedSourceRow::linkKey).toList());
        kept.forEach(row -> views.keptRows.insert(key -> row));
    }

    @Override
    public List<ArchivedSourceRow> keptRows(String system, String after, int limit) {
        return views.keptRows.keysWhere(row -> row.system().equals(system)).stream()
                .flatMap(key -> Optional.ofNullable(views.keptRows.get(key)).stream())
                .filter(row -> row.linkKey().compareTo(after) > 0)
                .sorted(Comparator.comparing(ArchivedSourceRow::linkKey))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<ArchivedSourceRow> keptRow(String linkKey) {
        return views.keptRows.first(Tables.KEPT_KEY, linkKey);
    }

    @Override
    public int dropRows(Collection<String> linkKeys) {
        List<Long> found = linkKeys.stream()
                .flatMap(linkKey -> views.keptRows.keys(Tables.KEPT_KEY, linkKey).stream())
                .toList();
        found.forEach(views.keptRows::delete);
        return found.size();
    }

    private Stream<BeforeImage> images(String runId) {
        return views.images.rows(Tables.IMAGE_RUN, runId).map(BeforeImageRow::image);
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
