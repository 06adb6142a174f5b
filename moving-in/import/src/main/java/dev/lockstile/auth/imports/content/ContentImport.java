package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.journal.BatchPosition;
import dev.lockstile.auth.imports.internal.journal.RunCounts;
import dev.lockstile.auth.imports.internal.journal.RunId;
import dev.lockstile.auth.imports.internal.journal.RunJournal;
import dev.lockstile.auth.imports.internal.journal.RunState;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Copies source rows into a table of the host; their owners are found through the ledger of imported accounts. A row,
 * its ledger entry and the journal are written in one transaction, so that a repeated or interrupted run continues with
 * the remaining rows. A row that was copied is never changed. A row whose owner is not imported, or that the table
 * cannot hold, is reported with a reason and tried again in the next run. The source is never written to.
 *
 * <p>Safe for use by many threads; two runs at once copy each row once.
 */
public final class ContentImport {

    /** The name in the journal that a run of accounts has for its preset. */
    static final String PRESET = "content";

    private static final int RUNS_LOOKED_AT = 1000;

    private final ContentTarget target;
    private final ContentMapping mapping;
    private final ContentSystem system;
    private final int batchSize;
    private final Consumer<String> files;

    /**
     * Creates an import of one table.
     *
     * @param target the host
     * @param mapping which source rows and cells go where
     * @param system name of the source system in the ledger of accounts; null for the only one
     * @param batchSize rows of the source per transaction, 1 to 10,000
     * @throws IllegalArgumentException when no accounts of the system were imported, or the size is out of bounds
     */
    public ContentImport(ContentTarget target, ContentMapping mapping, @Nullable String system, int batchSize) {
        this(target, mapping, ContentSystem.of(target.store(), system), batchSize, file -> {});
        if (batchSize < 1 || batchSize > 10_000) {
            throw new IllegalArgumentException("the batch size must be 1 to 10000");
        }
    }

    private ContentImport(
            ContentTarget target, ContentMapping mapping, ContentSystem system, int batchSize, Consumer<String> files) {
        this.target = target;
        this.mapping = mapping;
        this.system = system;
        this.batchSize = batchSize;
        this.files = files;
    }

    /**
     * {@return the system name that content has in ledger and journal}
     *
     * @param people the name of the system in the import of its accounts
     */
    public static String systemOf(String people) {
        return ContentSystem.PREFIX + people;
    }

    /**
     * {@return a copy that reports each file which a row names}
     *
     * @param told receives the part of an address after its prefix, once for each row that names it
     */
    public ContentImport tellingFiles(Consumer<String> told) {
        return new ContentImport(target, mapping, system, batchSize, told);
    }

    /**
     * Plans a run without writing anything: each batch is written and rolled back, so that the counts are those of a
     * run.
     *
     * @param source closed by the caller
     * @param watch receives each row that would go to quarantine
     * @return the report of a run
     * @throws dev.lockstile.auth.imports.source.SourceUnusableException when the source lacks what the mapping names
     * @throws Ledger.MissingException when the host has no ledger
     * @throws IllegalArgumentException when the host's table does not fit the mapping
     */
    public ImportReport plan(Source source, ImportWatch watch) {
        return begin(source, watch, true);
    }

    /**
     * Copies the rows, in transactions of its own, one for each batch.
     *
     * @param source closed by the caller
     * @param watch receives each row that goes to quarantine
     * @return the report of the run
     * @throws dev.lockstile.auth.imports.source.SourceUnusableException when the source lacks what the mapping names
     *     (nothing was written), or stops responding (committed batches stay)
     * @throws dev.lockstile.auth.store.StoreUnavailableException when the target database stops responding
     * @throws Ledger.MissingException when the host has no ledger; nothing was written
     * @throws IllegalArgumentException when the host's table does not fit the mapping; nothing was written
     */
    public ImportReport run(Source source, ImportWatch watch) {
        return begin(source, watch, false);
    }

    /**
     * Resumes the latest run of content of this system, if it used this mapping and was interrupted.
     *
     * @param source closed by the caller
     * @param watch receives each row in quarantine, also from the earlier part of the run
     * @return the report of the whole run; empty when there is no such run
     * @throws dev.lockstile.auth.imports.source.SourceUnusableException when the source has changed, or stops
     *     responding
     * @throws Ledger.MissingException when the host has no ledger
     */
    public Optional<ImportReport> resume(Source source, ImportWatch watch) {
        RowWriter writer = writer();
        return target.store().read(tx -> ImportTx.in(tx).runs().runs(RUNS_LOOKED_AT)).stream()
                .filter(run -> run.system().equals(system.contentName()))
                .findFirst()
                .filter(run -> RunState.isOpen(run.state()) && run.options().equals(new RunTable(mapping).toJson()))
                .map(run -> {
                    RunJournal journal = new RunJournal(target.store(), run.runId(), target.clock(), true);
                    RunCounts total = new RunCounts();
                    journal.takeUp(total, watch);
                    return work(source, new Work(facts(run, false), journal, total, watch), writer);
                });
    }

    private ImportReport begin(Source source, ImportWatch watch, boolean dryRun) {
        RowWriter writer = writer();
        Instant now = target.clock().instant();
        ImportRunRow run = new ImportRunRow(
                RunId.free(
                        target.store(),
                        RunId.of(now, source.description() + '|' + mapping.name(), system.contentName())),
                system.contentName(),
                PRESET,
                source.description(),
                new RunTable(mapping).toJson(),
                RunState.RUNNING.text(),
                now,
                null,
                null);
        RunJournal journal = new RunJournal(target.store(), run.runId(), target.clock(), !dryRun);
        ContentPages pages = new ContentPages(source, mapping);
        journal.open(run);
        return work(pages, new Work(facts(run, dryRun), journal, new RunCounts(), watch), writer);
    }

    private RowWriter writer() {
        if (!target.store().read(tx -> tx.legacy().isMapped())) {
            throw new Ledger.MissingException();
        }
        AtomicReference<RowWriter> made = new AtomicReference<>();
        target.store().read(tx -> {
            target.rows()
                    .use(connection -> made.set(
                            RowWriter.of(HostTable.of(connection, mapping.into().table()), mapping)));
            return true;
        });
        return Objects.requireNonNull(made.get());
    }

    private record Work(ImportReport.RunFacts facts, RunJournal journal, RunCounts total, ImportWatch watch) {}

    private ImportReport work(Source source, Work work, RowWriter writer) {
        return work(new ContentPages(source, mapping), work, writer);
    }

    private ImportReport work(ContentPages pages, Work work, RowWriter writer) {
        Ledger ledger = new Ledger(system.contentName(), work.facts().runId());
        ContentPlanner planner = new ContentPlanner(target.store(), mapping, system, writer.mapped(), files);
        ContentBatch batch =
                new ContentBatch(target, planner, writer, ledger, work.facts().dryRun());
        work.total().expect(planner.entity());
        AtomicInteger number = new AtomicInteger();
        AtomicInteger read = new AtomicInteger();
        try {
            pages.each(batchSize, page -> {
                List<Origin> origins =
                        page.stream().map(row -> row.origin(planner.entity())).toList();
                BatchPosition place = BatchPosition.of(mapping.name(), number.getAndIncrement(), origins);
                if (!work.journal().isDone(place)) {
                    RunCounts counts = batch.importPage(page, place, work.journal());
                    work.total().addCounts(counts);
                    counts.quarantined().forEach(work.watch()::quarantined);
                }
                work.watch().progress(read.addAndGet(page.size()));
            });
        } catch (RuntimeException | Error e) {
            closeQuietly(work.journal(), e);
            throw e;
        }
        ImportReport report = report(work, planner);
        work.journal().close(RunState.FINISHED, report.toJson());
        return report;
    }

    private ImportReport report(Work work, ContentPlanner planner) {
        List<String> empty = planner.neverPresent();
        return new ImportReport(
                work.facts().finishedAt(target.clock().instant()),
                ImportReport.EntityCounts.sum(List.of()),
                work.total().entities(),
                work.total().warnings(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                empty.isEmpty() ? Map.of() : Map.of(mapping.name(), Map.of("without_a_value", empty)));
    }

    private static void closeQuietly(RunJournal journal, Throwable first) {
        try {
            journal.close(RunState.FAILED, null);
        } catch (RuntimeException e) {
            first.addSuppressed(e); // the run stays open and can be resumed
        }
    }

    private static ImportReport.RunFacts facts(ImportRunRow run, boolean dryRun) {
        return new ImportReport.RunFacts(
                run.runId(), run.preset(), run.system(), run.source(), run.startedAt(), run.startedAt(), dryRun);
    }
}
