package dev.lockstile.auth.migrate;

import dev.lockstile.auth.migrate.draft.Entity;
import dev.lockstile.auth.migrate.draft.Finding;
import dev.lockstile.auth.migrate.draft.Origin;
import dev.lockstile.auth.migrate.draft.UserDraft;
import dev.lockstile.auth.migrate.preset.PersonSource;
import dev.lockstile.auth.migrate.preset.Preset;
import dev.lockstile.auth.migrate.report.EntityCounts;
import dev.lockstile.auth.migrate.report.ImportReport;
import dev.lockstile.auth.migrate.report.ImportWatch;
import dev.lockstile.auth.migrate.report.RunFacts;
import dev.lockstile.auth.migrate.source.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run: who owns what, then people batch by batch, then rows without people, then what stays behind. */
final class ImportRun {

    private final ImportTarget target;
    private final ImportOptions options;
    private final PersonSource people;
    private final Instant startedAt;
    private final Tally total = new Tally();

    ImportRun(ImportTarget target, ImportOptions options, PersonSource people, Instant startedAt) {
        this.target = target;
        this.options = options;
        this.people = people;
        this.startedAt = startedAt;
    }

    ImportReport run(Preset preset, Source source, ImportWatch watch) {
        String system = options.system() == null ? preset.name() : options.system();
        Ledger ledger = new Ledger(system, RunId.of(startedAt, source.description(), system));
        people.entities().forEach(total::expect);
        copy(ledger, elect(), watch);
        people.entities().forEach(entity -> holdOrphans(entity, watch));
        people.leftBehind().forEach(total::leftBehind);
        RunFacts facts = new RunFacts(
                ledger.runId(),
                preset.name(),
                system,
                source.description(),
                startedAt,
                target.clock().instant(),
                options.dryRun());
        return report(facts);
    }

    private OwnerElection elect() {
        OwnerElection election = new OwnerElection();
        pages(page -> page.forEach(election::enter));
        return election;
    }

    private void copy(Ledger ledger, OwnerElection election, ImportWatch watch) {
        OldPasswords passwords = new OldPasswords(target.formats(), people.passwordHints());
        PlanWriter writer = new PlanWriter(target.store(), ledger, startedAt, options.dryRun());
        BatchImport batch = new BatchImport(
                target,
                ledger,
                new BatchImport.Thinking(election, passwords),
                writer,
                new BatchImport.Outcome(total, watch));
        long[] read = {0};
        pages(page -> {
            batch.run(people.persons(page));
            read[0] += page.size();
            watch.progress(read[0]);
        });
    }

    private void pages(Consumer<List<UserDraft>> use) {
        Origin after = null;
        List<UserDraft> page;
        do {
            page = people.users(after, options.batchSize());
            if (!page.isEmpty()) {
                use.accept(page);
                after = page.get(page.size() - 1).origin();
            }
        } while (page.size() == options.batchSize());
    }

    private void holdOrphans(Entity entity, ImportWatch watch) {
        Finding why = new Finding("owner_unknown", "user_id", "no user of that id");
        Tally held = new Tally();
        @Nullable Origin after = null;
        List<Origin> page;
        do {
            page = people.orphans(entity, after, options.batchSize());
            page.forEach(origin -> held.quarantine(origin, why));
            after = page.isEmpty() ? after : page.get(page.size() - 1);
        } while (page.size() == options.batchSize());
        total.add(held);
        held.quarantined().forEach(watch::quarantined);
    }

    private ImportReport report(RunFacts facts) {
        Map<String, EntityCounts> entities = total.entities();
        EntityCounts users = Objects.requireNonNull(entities.get(Entity.USERS.text()));
        return new ImportReport(
                facts, users, entities, total.warnings(), total.hashFormats(), people.columnsNotCarried());
    }
}
