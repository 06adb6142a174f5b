package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.draft.Entity;
import dev.lockstile.auth.imports.internal.archive.SourceRowWriter;
import dev.lockstile.auth.imports.internal.engine.ImportRun;
import dev.lockstile.auth.imports.internal.engine.write.KeptIds;
import dev.lockstile.auth.imports.internal.engine.write.PlanWriter;
import dev.lockstile.auth.imports.internal.journal.OptionsJson;
import dev.lockstile.auth.imports.internal.journal.RunCounts;
import dev.lockstile.auth.imports.internal.journal.RunId;
import dev.lockstile.auth.imports.internal.journal.RunJournal;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.ledger.LedgerMissingException;
import dev.lockstile.auth.imports.options.ContentFile;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.options.UpdatePolicy;
import dev.lockstile.auth.imports.preset.DuplicatePolicy;
import dev.lockstile.auth.imports.preset.PeopleTable;
import dev.lockstile.auth.imports.preset.PersonSource;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.EntityCounts;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.RunFacts;
import dev.lockstile.auth.imports.report.RunState;
import dev.lockstile.auth.imports.rollback.Rollback;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.store.ImportRunRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Moves the people of an old system in: users with their password hashes as they are, flags, dates and deletions,
 * profiles, devices and social accounts. Every copied row is entered in the ledger in the same transaction, so that a
 * second run, or one after a crash, goes on with the rest. A row that was changed in the old system meanwhile is written
 * anew as {@link UpdatePolicy} says, and never over what somebody has changed here; how it was is kept until the
 * first run more than 30 days later, so that {@link Rollback} can restore it. A row that cannot come in is told to the watch, with a reason.
 *
 * <p>The source is read twice: once to decide who keeps an identifier that several have, once to copy. Nothing is ever
 * written to it. Safe for use by many threads, one run at a time per source.
 */
public final class UserImport {

    private static final int RUNS_LOOKED_AT = 100;

    private static final Duration IMAGES_KEPT = Duration.ofDays(30);

    private final ImportTarget target;
    private final ImportOptions options;
    private final List<ContentFile> content;

    public UserImport(ImportTarget target, ImportOptions options) {
        this(target, options, List.of());
    }

    /**
     * An import with content to be linked to the people who move.
     *
     * @param content linked once all people are in
     */
    public UserImport(ImportTarget target, ImportOptions options, List<ContentFile> content) {
        this.target = target;
        this.options = options;
        this.content = List.copyOf(content);
    }

    /**
     * Runs to the end. The transactions are the import's own, one per batch.
     *
     * @throws dev.lockstile.auth.imports.source.SourceUnusableException when the source is not what the preset expects,
     *     before anything is written, or when it stops answering; batches that are done stay
     * @throws dev.lockstile.auth.store.StoreUnavailableException when the host's database stops answering
     * @throws LedgerMissingException when the host keeps no ledger; nothing was written
     * @throws IllegalArgumentException when old ids are to be kept and the host's users cannot have them, or rows and
     *     there is no key to seal them with; nothing was written
     */
    public ImportReport run(Source source, Preset preset, ImportWatch watch) {
        Instant startedAt = target.clock().instant();
        String system = options.systemFor(preset);
        String runId = free(RunId.of(startedAt, source.description(), system));
        Begun begun = new Begun(runId, startedAt, system);
        requireLedger();
        PersonSource people = preset.people(source, options.reading(target.rules(), startedAt));
        ImportRun.Settings settings = settings(options, preset, begun);
        RunJournal book = new RunJournal(target, runId, !options.dryRun());
        forgetOldImages(startedAt);
        book.open(new ImportRunRow(
                runId,
                system,
                preset.name(),
                source.description(),
                OptionsJson.write(options),
                RunState.RUNNING.text(),
                startedAt,
                null,
                null));
        ImportRun run = new ImportRun(target, people, book, watch, settings);
        return finish(run, people, book, facts(begun, preset, source));
    }

    /**
     * Goes on with the latest run of this system that was broken off, with the options it began with.
     *
     * @return empty when there is none
     */
    public Optional<ImportReport> resume(Source source, Preset preset, ImportWatch watch) {
        String system = options.systemFor(preset);
        List<ImportRunRow> runs = target.store().read(tx -> tx.imports().runs(RUNS_LOOKED_AT));
        return runs.stream()
                .filter(row -> row.system().equals(system))
                .findFirst()
                .filter(row -> RunState.isOpen(row.state()))
                .map(row -> goOn(row, source, preset, watch));
    }

    private ImportReport goOn(ImportRunRow row, Source source, Preset preset, ImportWatch watch) {
        ImportOptions began = OptionsJson.read(row.options()).withWorkers(options.workers());
        Begun begun = new Begun(row.runId(), row.startedAt(), row.system());
        PersonSource people = preset.people(source, began.reading(target.rules(), row.startedAt()));
        RunJournal book = new RunJournal(target, row.runId(), true);
        ImportRun run = new ImportRun(target, people, book, watch, settings(began, preset, begun));
        run.nameAgain(book.takeUp(run.total(), watch));
        return finish(run, people, book, facts(begun, preset, source));
    }

    /** How rows were before an update is kept for so long and no longer. */
    private void forgetOldImages(Instant now) {
        if (!options.dryRun()) {
            target.store().alone(tx -> tx.imports().dropImages(now.minus(IMAGES_KEPT)));
        }
    }

    /** Two runs that begin at the same moment get two names. */
    private String free(String wanted) {
        String name = wanted;
        for (int i = 2; isTaken(name); i++) {
            name = wanted + '-' + i;
        }
        return name;
    }

    private boolean isTaken(String runId) {
        return target.store().read(tx -> tx.imports().run(runId).isPresent());
    }

    private record Begun(String runId, Instant startedAt, String system) {}

    private ImportReport finish(ImportRun run, PersonSource people, RunJournal book, RunFacts facts) {
        try {
            run.run();
        } catch (RuntimeException | Error e) {
            closeQuietly(book, e);
            throw e;
        }
        RunFacts whole = facts.finishedAt(target.clock().instant());
        ImportReport report = report(whole, people, run);
        book.close(RunState.FINISHED, report.withoutNames().toJson());
        return report;
    }

    private static ImportReport report(RunFacts facts, PersonSource people, ImportRun run) {
        RunCounts total = run.total();
        Map<String, EntityCounts> entities = total.entities();
        List<EntityCounts> persons = people.tables().stream()
                .map(PeopleTable::entity)
                .filter(Entity::person)
                .map(entity -> Objects.requireNonNull(entities.get(entity.text())))
                .toList();
        return new ImportReport(
                facts,
                EntityCounts.sum(persons),
                entities,
                total.warnings(),
                total.hashFormats(),
                people.columnsNotCarried(),
                total.namedByKind(),
                proofs(run),
                Map.of());
    }

    /** How many of the identifiers that came are proven and how many admitted; and on whose word. */
    private static Map<String, Object> proofs(ImportRun run) {
        Map<String, Object> all = new TreeMap<>(run.total().proofs());
        all.put("trust_emails", run.options().trusted().contains(IdentifierKind.EMAIL));
        all.put("trust_phones", run.options().trusted().contains(IdentifierKind.PHONE));
        return all;
    }

    private static void closeQuietly(RunJournal book, Throwable first) {
        try {
            book.close(RunState.FAILED, null);
        } catch (RuntimeException e) {
            first.addSuppressed(e); // the run stays open, and can go on all the same
        }
    }

    private RunFacts facts(Begun begun, Preset preset, Source source) {
        return new RunFacts(
                begun.runId(),
                preset.name(),
                begun.system(),
                source.description(),
                begun.startedAt(),
                begun.startedAt(),
                options.dryRun());
    }

    private ImportRun.Settings settings(ImportOptions how, Preset preset, Begun begun) {
        DuplicatePolicy policy = how.duplicatesFor(preset);
        Ledger ledger = new Ledger(begun.system(), begun.runId());
        KeptIds ids = KeptIds.of(target.store(), how);
        ids.require();
        SourceRowWriter keeper = SourceRowWriter.of(target, how);
        keeper.require(target.store());
        PlanWriter.Mode mode = new PlanWriter.Mode(how.dryRun(), ids, keeper);
        PlanWriter writer = new PlanWriter(target.store(), ledger, begun.startedAt(), mode);
        return new ImportRun.Settings(how, policy, writer, content);
    }

    private void requireLedger() {
        boolean kept = target.store().read(tx -> tx.legacy().isKept());
        if (!kept) {
            throw new LedgerMissingException();
        }
    }
}
