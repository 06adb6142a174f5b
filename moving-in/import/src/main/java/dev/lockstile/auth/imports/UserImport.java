package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.internal.archive.SourceRowWriter;
import dev.lockstile.auth.imports.internal.engine.ImportRun;
import dev.lockstile.auth.imports.internal.engine.write.KeptIds;
import dev.lockstile.auth.imports.internal.engine.write.PlanWriter;
import dev.lockstile.auth.imports.internal.journal.OptionsJson;
import dev.lockstile.auth.imports.internal.journal.RunCounts;
import dev.lockstile.auth.imports.internal.journal.RunId;
import dev.lockstile.auth.imports.internal.journal.RunJournal;
import dev.lockstile.auth.imports.internal.journal.RunState;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.options.ContentFile;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.options.UpdatePolicy;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.rollback.RunRollback;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Copies the users of a source system into the target: password hashes unchanged, flags, dates, deletions, profiles,
 * devices and social accounts. Each copied row gets its ledger entry in the same transaction, so a repeated or
 * interrupted run continues with the remaining rows. Rows that have since changed in the source are updated by the
 * {@link UpdatePolicy}, but never when they were changed in the target; the previous values are stored for
 * {@link RunRollback} until the first run more than 30 days later. Rows that cannot be imported are reported to the
 * watch with a reason.
 *
 * <p>The source is read twice, first to resolve identifier conflicts, then to copy; it is never written to. Safe for
 * use by many threads, one run at a time per source.
 */
public final class UserImport {

    private static final int RUNS_LOOKED_AT = 100;

    private static final Duration IMAGES_KEPT = Duration.ofDays(30);

    private final ImportTarget target;
    private final ImportOptions options;
    private final List<ContentFile> content;

    /**
     * Creates an import of accounts and of what the preset copies with them.
     *
     * @param target the host's store and the settings that sign-in uses
     * @param options of every run
     */
    public UserImport(ImportTarget target, ImportOptions options) {
        this(target, options, List.of());
    }

    /**
     * Creates an import that also links content to imported users.
     *
     * @param target the host's store and the settings that sign-in uses
     * @param options of every run
     * @param content the content files, linked after all users are imported
     */
    public UserImport(ImportTarget target, ImportOptions options, List<ContentFile> content) {
        this.target = target;
        this.options = options;
        this.content = List.copyOf(content);
    }

    /**
     * Runs the import to its end. Uses its own transactions, one per batch.
     *
     * @param source the source; closed by the caller
     * @param preset reads the source system's rows
     * @param watch called for each row that goes to quarantine and each user to be listed by name
     * @return the report of the run, or of the dry run
     * @throws dev.lockstile.auth.imports.source.SourceUnusableException when the source does not match the preset
     *     (nothing was written), or stops responding (committed batches remain)
     * @throws dev.lockstile.auth.store.StoreUnavailableException when the target database stops responding
     * @throws Ledger.MissingException when the host has no ledger; nothing was written
     * @throws IllegalArgumentException when source ids are to be kept and the host's user keys cannot hold them, or
     *     rows are to be archived and there is no encryption key; nothing was written
     */
    public ImportReport run(Source source, Preset preset, ImportWatch watch) {
        requireLedger();
        Instant startedAt = target.clock().instant();
        String system = options.systemFor(preset);
        String runId = RunId.free(target.store(), RunId.of(startedAt, source.description(), system));
        Begun begun = new Begun(runId, startedAt, system);
        PersonSource people = preset.people(source, options.reading(target.rules(), startedAt));
        ImportRun.Settings settings = settings(options, preset, begun);
        RunJournal journal = new RunJournal(target, runId, !options.dryRun());
        dropOldImages(startedAt);
        journal.open(new ImportRunRow(
                runId,
                system,
                preset.name(),
                source.description(),
                OptionsJson.write(options),
                RunState.RUNNING.text(),
                startedAt,
                null,
                null));
        ImportRun run = new ImportRun(target, people, journal, watch, settings);
        return finish(run, people, journal, facts(begun, preset, source));
    }

    /**
     * Resumes the latest unfinished run of this system with the options it was started with.
     *
     * @param source the source; closed by the caller
     * @param preset reads the source system's rows
     * @param watch called for each row that goes to quarantine and each user to be listed by name
     * @return empty when there is none
     */
    public Optional<ImportReport> resume(Source source, Preset preset, ImportWatch watch) {
        String system = options.systemFor(preset);
        List<ImportRunRow> runs =
                target.store().read(tx -> ImportTx.in(tx).runs().runs(RUNS_LOOKED_AT));
        return runs.stream()
                .filter(row -> row.system().equals(system))
                .findFirst()
                .filter(row -> RunState.isOpen(row.state()))
                .map(row -> resumeRun(row, source, preset, watch));
    }

    private ImportReport resumeRun(ImportRunRow row, Source source, Preset preset, ImportWatch watch) {
        ImportOptions began = OptionsJson.resumed(row.options(), options);
        Begun begun = new Begun(row.runId(), row.startedAt(), row.system());
        PersonSource people = preset.people(source, began.reading(target.rules(), row.startedAt()));
        RunJournal journal = new RunJournal(target, row.runId(), true);
        ImportRun run = new ImportRun(target, people, journal, watch, settings(began, preset, begun));
        run.nameAgain(journal.takeUp(run.total(), watch));
        return finish(run, people, journal, facts(begun, preset, source));
    }

    /** Drops the values kept for rollback that are older than the limit. */
    private void dropOldImages(Instant now) {
        if (!options.dryRun()) {
            target.store().alone(tx -> ImportTx.in(tx).beforeImages().drop(now.minus(IMAGES_KEPT)));
        }
    }

    private record Begun(String runId, Instant startedAt, String system) {}

    private ImportReport finish(ImportRun run, PersonSource people, RunJournal journal, ImportReport.RunFacts facts) {
        try {
            run.run();
        } catch (RuntimeException | Error e) {
            closeQuietly(journal, e);
            throw e;
        }
        ImportReport.RunFacts whole = facts.finishedAt(target.clock().instant());
        ImportReport report = report(whole, people, run);
        journal.close(RunState.FINISHED, report.withoutNames().toJson());
        return report;
    }

    private static ImportReport report(ImportReport.RunFacts facts, PersonSource people, ImportRun run) {
        RunCounts total = run.total();
        Map<String, ImportReport.EntityCounts> entities = total.entities();
        List<ImportReport.EntityCounts> persons = people.tables().stream()
                .map(PeopleTable::entity)
                .filter(Entity::person)
                .map(entity -> Objects.requireNonNull(entities.get(entity.text())))
                .toList();
        return new ImportReport(
                facts,
                ImportReport.EntityCounts.sum(persons),
                entities,
                total.warnings(),
                total.hashFormats(),
                total.socialProviders(),
                people.columnsNotCarried(),
                total.namedByKind(),
                proofs(run),
                Map.of(),
                columns(people, run.options().archiveRows()));
    }

    /** Without an archive, what came with a row and says nothing is left out with the rest. */
    private static Map<String, Map<String, List<String>>> columns(PersonSource people, boolean archived) {
        Map<String, Map<String, List<String>>> all = new TreeMap<>();
        people.columnUses().forEach((table, uses) -> {
            Map<String, List<String>> told = new TreeMap<>();
            uses.forEach((use, columns) -> told.merge(
                    use.equals("kept") && !archived ? "left_out" : use,
                    columns,
                    (a, b) -> Stream.concat(a.stream(), b.stream()).sorted().toList()));
            all.put(table, told);
        });
        return all;
    }

    /** Counts proven and admitted identifiers, and names the kinds the operator trusted. */
    private static Map<String, Object> proofs(ImportRun run) {
        Map<String, Object> all = new TreeMap<>(run.total().proofs());
        all.put("trust_emails", run.options().trusted().contains(IdentifierKind.EMAIL));
        all.put("trust_phones", run.options().trusted().contains(IdentifierKind.PHONE));
        return all;
    }

    private static void closeQuietly(RunJournal journal, Throwable first) {
        try {
            journal.close(RunState.FAILED, null);
        } catch (RuntimeException e) {
            first.addSuppressed(e); // the run stays open and can be resumed
        }
    }

    private ImportReport.RunFacts facts(Begun begun, Preset preset, Source source) {
        return new ImportReport.RunFacts(
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
        SourceRowWriter sourceRowWriter = SourceRowWriter.of(target, how);
        sourceRowWriter.require(target.store());
        PlanWriter.Mode mode = new PlanWriter.Mode(
                how.dryRun(), !content.isEmpty(), ids, sourceRowWriter, target.factors(), target.seal());
        PlanWriter writer = new PlanWriter(target.store(), ledger, begun.startedAt(), mode);
        return new ImportRun.Settings(how, policy, writer, content);
    }

    private void requireLedger() {
        boolean kept = target.store().read(tx -> tx.legacy().isMapped());
        if (!kept) {
            throw new Ledger.MissingException();
        }
    }
}
