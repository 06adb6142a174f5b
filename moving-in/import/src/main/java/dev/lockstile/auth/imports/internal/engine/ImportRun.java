package dev.lockstile.auth.imports.internal.engine;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.engine.conflict.IdentifierConflicts;
import dev.lockstile.auth.imports.internal.engine.conflict.SampleSweep;
import dev.lockstile.auth.imports.internal.engine.conflict.SecondRowRules;
import dev.lockstile.auth.imports.internal.engine.plan.FactorRules;
import dev.lockstile.auth.imports.internal.engine.plan.PlanningInput;
import dev.lockstile.auth.imports.internal.engine.snapshot.LegacyPasswords;
import dev.lockstile.auth.imports.internal.engine.update.UpdatePlanner;
import dev.lockstile.auth.imports.internal.engine.write.PlanWriter;
import dev.lockstile.auth.imports.internal.journal.BatchPosition;
import dev.lockstile.auth.imports.internal.journal.CopyStart;
import dev.lockstile.auth.imports.internal.journal.RunCounts;
import dev.lockstile.auth.imports.internal.journal.RunJournal;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.mapping.ImportSample;
import dev.lockstile.auth.imports.options.ContentFile;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.NamedPerson;
import dev.lockstile.auth.imports.source.Entity;
import java.util.List;
import java.util.Set;

/**
 * One run: decides who keeps each identifier, imports people batch by batch, puts rows without an owner in quarantine,
 * counts tables that are not copied, and links content.
 */
public final class ImportRun {

    private final ImportTarget target;
    private final PersonSource people;
    private final RunJournal journal;
    private final Settings settings;
    private final RunProgress progress;
    private final PeoplePages pages;

    /** The options of a run, and what it writes. */
    public record Settings(
            ImportOptions options, DuplicatePolicy policy, PlanWriter writer, List<ContentFile> content) {}

    public ImportRun(
            ImportTarget target, PersonSource people, RunJournal journal, ImportWatch watch, Settings settings) {
        this.target = target;
        this.people = people;
        this.journal = journal;
        this.settings = settings;
        this.progress = new RunProgress(watch, settings.options());
        this.pages = new PeoplePages(settings.options().batchSize());
    }

    public RunCounts total() {
        return progress.total();
    }

    public ImportOptions options() {
        return settings.options();
    }

    /**
     * Names people again whom an earlier part of this run listed for review; their names are read from the source
     * again.
     */
    public void nameAgain(List<NamedPerson> people) {
        progress.nameAgain(people);
    }

    public void run() {
        RunCounts total = progress.total();
        people.tables().forEach(table -> total.expect(table.entity()));
        people.ownedRows().forEach(total::expect);
        List<Long> counted = people.tables().stream().map(PeopleTable::count).toList();
        progress.begins(counted.stream().mapToLong(Long::longValue).sum());
        try (IdentifierConflicts conflicts = new IdentifierConflicts(settings.policy(), people.provesChanges());
                WorkerPool pool = new WorkerPool(settings.options().workers())) {
            SampleSweep entered = enter(conflicts);
            people.requireNamedColumns();
            entered.requireFound();
            progress.nameRest();
            conflicts.count();
            settings.writer().ids().reserve();
            journal.copies(start(counted));
            SecondRowRules secondRowRules = new SecondRowRules(conflicts, settings.policy());
            copy(secondRowRules, pool, false);
            if (settings.policy() == DuplicatePolicy.MERGE) {
                copy(secondRowRules, pool, true);
            }
        }
        settings.writer().ids().reserve();
        if (sample().isWhole()) {
            OrphanRows orphans = new OrphanRows(people, journal, settings.writer(), progress);
            people.ownedRows()
                    .forEach(entity -> orphans.hold(entity, settings.options().batchSize()));
        }
        people.uncopied().forEach(total::uncopied);
        settings.content().forEach(this::link);
    }

    /** @param counted number of people in each table; below zero where it is not known */
    private CopyStart start(List<Long> counted) {
        List<String> entities =
                people.tables().stream().map(table -> table.entity().text()).toList();
        boolean known = sample().isWhole() && counted.stream().allMatch(count -> count >= 0);
        return new CopyStart(
                journal.now(),
                known ? counted.stream().mapToLong(Long::longValue).sum() : -1,
                CopyStart.people(entities, total().entities()),
                entities);
    }

    private ImportSample sample() {
        return settings.options().reading().sample();
    }

    /** Reads all people on this thread and records their identifiers on another one. */
    private SampleSweep enter(IdentifierConflicts conflicts) {
        SampleSweep sweep = new SampleSweep(sample());
        try (WorkerPool recorder = new WorkerPool(1)) {
            people.tables()
                    .forEach(table -> pages.each(
                            table,
                            page -> recorder.submit(
                                    () -> page.users().forEach(user -> enter(conflicts, user, sweep.takes(user))))));
            recorder.awaitAll();
        }
        return sweep;
    }

    /** Records a user; one outside of the sample matters only for identifiers that several accounts have. */
    private void enter(IdentifierConflicts conflicts, UserDraft user, boolean taken) {
        conflicts.enter(user, taken);
        if (!taken) {
            return;
        }
        settings.writer().ids().see(user);
        if (progress.isHashing() && isHashed(user, passwords())) {
            progress.effort().expect();
        }
        progress.seen(user);
    }

    /** Returns true when a hash has to be computed for that person. */
    private static boolean isHashed(UserDraft user, LegacyPasswords passwords) {
        return user.refusal() == null && passwords.isWrapped(user);
    }

    /** Creates the password rules of one batch. */
    private LegacyPasswords passwords() {
        return progress.isHashing()
                ? LegacyPasswords.wrapping(target.formats(), people.passwordHints())
                : LegacyPasswords.foreseeing(target.formats(), people.passwordHints());
    }

    private void link(ContentFile file) {
        PlanWriter writer = settings.writer();
        ContentLinks links = new ContentLinks(target, writer.ledger(), settings.options());
        progress.tell(links.link(
                new ContentLinks.Content(file.name(), file.source(), people, writer.wouldBeImported()), writer.now()));
    }

    /** Copies the rows of one sweep; the late one has the rows that wait for the account they are merged into. */
    private void copy(SecondRowRules secondRowRules, WorkerPool pool, boolean late) {
        SampleSweep sweep = new SampleSweep(sample());
        people.tables().forEach(table -> copy(table, new Sweep(sweep, late), secondRowRules, pool));
    }

    /** @param late true for the rows that wait for the account they are merged into */
    private record Sweep(SampleSweep sample, boolean late) {}

    private void copy(PeopleTable table, Sweep sweep, SecondRowRules secondRowRules, WorkerPool pool) {
        String part = table.entity().text() + (sweep.late() ? ":merged" : "");
        pages.each(table, page -> {
            List<UserDraft> due = page.users().stream()
                    .filter(sweep.sample()::takes)
                    .filter(user -> secondRowRules.waits(user) == sweep.late())
                    .toList();
            BatchPosition place = BatchPosition.of(
                    part,
                    page.number(),
                    page.users().stream().map(UserDraft::origin).toList());
            if (journal.isDone(place)) {
                imported(due).forEach(secondRowRules.conflicts()::known);
                completed(due, passwords());
            } else if (!due.isEmpty()) {
                List<PersonDraft> persons = table.persons(due);
                pool.submit(() -> importBatch(persons, place, secondRowRules));
            }
        });
        pool.awaitAll();
    }

    /**
     * Returns the users of a page, done before the run was interrupted, who have ledger entries; the others are not
     * imported.
     */
    private List<UserDraft> imported(List<UserDraft> due) {
        Ledger ledger = settings.writer().ledger();
        List<String> keys =
                due.stream().map(user -> user.origin().keyIn(ledger)).toList();
        Set<String> entered =
                target.store().read(tx -> tx.legacy().byKeys(keys)).keySet();
        return due.stream()
                .filter(user -> entered.contains(user.origin().keyIn(ledger)))
                .toList();
    }

    private void importBatch(List<PersonDraft> persons, BatchPosition place, SecondRowRules secondRowRules) {
        LegacyPasswords passwords = passwords();
        boolean hasProfiles = people.ownedRows().contains(Entity.PROFILES);
        RunCounts runCounts = new BatchImport(
                        target.store(),
                        new PlanningInput(
                                secondRowRules,
                                passwords,
                                progress.effort(),
                                hasProfiles,
                                updating(),
                                settings.writer().ids(),
                                new FactorRules(
                                        target.factors() != null,
                                        settings.options().reading().factors().lossAllowed())),
                        settings.writer(),
                        (tx, counts) -> journal.note(tx, place, counts))
                .run(persons);
        progress.tell(runCounts);
        completed(persons.stream().map(PersonDraft::user).toList(), passwords);
    }

    private UpdatePlanner.Rules updating() {
        boolean mayBeFilled = people.tables().size() > 1 || settings.policy() == DuplicatePolicy.MERGE;
        return new UpdatePlanner.Rules(
                settings.options().updates(),
                target.seal(),
                mayBeFilled,
                people.provesChanges(),
                settings.writer().now());
    }

    private void completed(List<UserDraft> users, LegacyPasswords passwords) {
        long hashed = progress.isHashing()
                ? users.stream().filter(user -> isHashed(user, passwords)).count()
                : 0;
        progress.completed(users.size(), hashed);
    }
}
