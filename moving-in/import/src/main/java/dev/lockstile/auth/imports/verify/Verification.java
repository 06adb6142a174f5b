package dev.lockstile.auth.imports.verify;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.engine.conflict.SampleSweep;
import dev.lockstile.auth.imports.internal.engine.snapshot.LegacyPasswords;
import dev.lockstile.auth.imports.internal.journal.OptionsJson;
import dev.lockstile.auth.imports.internal.journal.RunState;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Compares the rows of a source with the target, field by field: users with identifiers, proofs, flags, dates, settings
 * and hashes, profiles, devices and social accounts. Reads source and target anew, writes nothing, and holds one page
 * in memory at a time.
 *
 * <p>For wrapped weak hashes the format and the inner salt are compared, and an even sample is recomputed.
 *
 * <p>A row changed in the target since the import, by its own time of change, is not compared further; one that changed
 * in the source is left to the next run. Invariants of the target are checked as well: each user has one default
 * profile, an identifier's key matches its value and has an owner, a ledger entry has its row, and each row that a run
 * created has its entry.
 */
public final class Verification {

    /** Wrapped hashes that are recomputed by default. */
    public static final int HASHES_RECOMPUTED = 500;

    private static final int RUNS_LOOKED_AT = 100;

    private final ImportTarget target;
    private final ImportOptions options;
    private final boolean onSourceTables;
    private final int recomputed;

    /**
     * Creates a comparison of the source with the result of a run of these options.
     *
     * @param target as for the run
     * @param options as for the run
     */
    public Verification(ImportTarget target, ImportOptions options) {
        this(target, options, false, HASHES_RECOMPUTED);
    }

    private Verification(ImportTarget target, ImportOptions options, boolean onSourceTables, int recomputed) {
        this.target = target;
        this.options = options;
        this.onSourceTables = onSourceTables;
        this.recomputed = recomputed;
    }

    /**
     * {@return the comparison for an import in place, in which identifiers remain in the source columns, in any form}
     */
    public Verification inPlace() {
        return new Verification(target, options, true, recomputed);
    }

    /**
     * Sets how many wrapped hashes are recomputed. Each takes as long as a sign-in, and is held in memory until source
     * and target are read; of all others the format and the salt are compared.
     *
     * @param hashes 0 or more
     * @return a copy that recomputes so many
     * @throws IllegalArgumentException for a number below 0
     */
    public Verification recomputing(int hashes) {
        if (hashes < 0) {
            throw new IllegalArgumentException("no number of hashes to compute anew: " + hashes);
        }
        return new Verification(target, options, onSourceTables, hashes);
    }

    /**
     * Compares all rows; differences are only counted.
     *
     * @param source closed by the caller
     * @param preset as for the run
     * @return the counts of equal and different rows
     * @throws dev.lockstile.auth.imports.source.SourceUnusableException when the source cannot be read
     */
    public VerifyReport run(Source source, Preset preset) {
        return run(source, preset, difference -> {});
    }

    /**
     * Compares all rows.
     *
     * @param source closed by the caller
     * @param preset as for the run
     * @param watch receives each difference when it is found
     * @return the counts of equal and different rows
     * @throws dev.lockstile.auth.imports.source.SourceUnusableException when the source cannot be read
     */
    public VerifyReport run(Source source, Preset preset, Consumer<VerifyReport.Difference> watch) {
        Instant now = target.clock().instant();
        String system = options.systemFor(preset);
        PersonSource people = preset.people(source, trusting(system).reading(target.rules(), now));
        ComparisonSalt salt = ComparisonSalt.fresh();
        ComparisonCounts counts = new ComparisonCounts(watch, salt);
        LegacyPasswords old = LegacyPasswords.foreseeing(target.formats(), people.passwordHints());
        HashSample sample = new HashSample(recomputed, salt);
        people.tables().forEach(table -> counts.expect(table.entity()));
        people.ownedRows().forEach(counts::expect);
        Ledger ledger = new Ledger(system, "");
        SourceAndTarget sides =
                new SourceAndTarget(target.rules(), now, mayBeFilled(people, preset), people.provesChanges(), false);
        try (RunRules rules =
                new RunRules(target.store(), ledger, people, options.batchSize(), options.duplicatesFor(preset))) {
            Context context = new Context(
                    ledger,
                    sides,
                    counts,
                    sample,
                    rules,
                    new SampleSweep(options.reading().sample()));
            people.tables().forEach(table -> compare(table, people, context));
        }
        people.requireNamedColumns();
        VerifyReport.WrappedHashes hashes = sample.recompute(old, counts);
        LedgerAudit.Found audit = new LedgerAudit(target.store(), system).look();
        String run = latest(system).map(ImportRunRow::runId).orElse("");
        return new VerifyReport(system, run, audit.arrived(), counts.rows(), audit.missing(), hashes);
    }

    /** Trusts the identifiers that the latest run trusted on the operator's word. */
    private ImportOptions trusting(String system) {
        ImportOptions ran =
                latest(system).map(row -> OptionsJson.read(row.options())).orElse(options);
        ImportOptions emails = ran.trusted().contains(IdentifierKind.EMAIL) ? options.withEmailsTrusted() : options;
        return ran.trusted().contains(IdentifierKind.PHONE) ? emails.withPhonesTrusted() : emails;
    }

    private record Context(
            Ledger ledger,
            SourceAndTarget sides,
            ComparisonCounts counts,
            HashSample sample,
            RunRules rules,
            SampleSweep people) {}

    private boolean mayBeFilled(PersonSource people, Preset preset) {
        return people.tables().size() > 1 || options.duplicatesFor(preset) == DuplicatePolicy.MERGE;
    }

    private void compare(PeopleTable table, PersonSource people, Context context) {
        @Nullable Object after = null;
        List<UserDraft> page;
        do {
            page = table.users(after, options.batchSize());
            if (!page.isEmpty()) {
                List<UserDraft> taken =
                        page.stream().filter(context.people()::takes).toList();
                if (!taken.isEmpty()) {
                    compare(table.persons(taken), people, context);
                }
                after = page.get(page.size() - 1).origin().key();
            }
        } while (page.size() == options.batchSize());
    }

    private void compare(List<PersonDraft> persons, PersonSource people, Context context) {
        ComparedPeople.Question question =
                new ComparedPeople.Question(target.store(), context.ledger(), onSourceTables, target.factors());
        ComparedPeople stored = target.store().read(tx -> ComparedPeople.look(tx, question, persons));
        LegacyPasswords old = LegacyPasswords.foreseeing(target.formats(), people.passwordHints());
        ComparedPasswords passwords = new ComparedPasswords(old, context.sample());
        ComparedPerson compared =
                new ComparedPerson(stored, question, context.sides(), passwords, context.rules(), context.counts());
        persons.forEach(compared::compare);
    }

    private Optional<ImportRunRow> latest(String system) {
        return target.store().read(tx -> ImportTx.in(tx).runs().runs(RUNS_LOOKED_AT)).stream()
                .filter(row -> row.system().equals(system) && row.state().equals(RunState.FINISHED.text()))
                .findFirst();
    }
}
