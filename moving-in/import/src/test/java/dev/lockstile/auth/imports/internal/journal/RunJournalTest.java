package dev.lockstile.auth.imports.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.report.NamedPerson;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is noted of a run's batches is what a run that is taken up again knows. */
final class RunJournalTest {

    private final MigrationFixture fixture = new MigrationFixture(new InMemoryAuthStore());
    private final AuthStore store = fixture.store;
    private final BatchPosition first = BatchPosition.of("users", 0, List.of(row("1"), row("2")));
    private final List<QuarantineEntry> told = new ArrayList<>();

    @Test
    void a_run_that_is_taken_up_knows_its_batches_counts_people_and_everything_in_quarantine() {
        RunJournal journal = opened(true);
        RunCounts counts = new RunCounts();
        for (int id = 0; id < 2500; id++) {
            counts.quarantine(row(String.valueOf(id)), new Finding("no_identifier", "email", "detail " + id));
        }
        counts.name(new NamedPerson("privileged", "users", "1", "staff", Map.of("email", "ann@example.com")));
        note(journal, counts);
        journal.close(RunState.FAILED, null);
        assertThat(state()).isEqualTo("failed");

        RunJournal again = new RunJournal(fixture.target(), "run", true);
        assertThat(again.isDone(first)).isFalse();
        RunCounts total = new RunCounts();
        List<NamedPerson> named = again.takeUp(total, told::add);

        assertThat(state()).isEqualTo("running");
        assertThat(again.isDone(first)).isTrue();
        assertThat(again.isDone(BatchPosition.of("users", 1, List.of(row("3")))))
                .isFalse();
        assertThat(again.isDone(BatchPosition.of("users:merged", 0, List.of(row("1"), row("2")))))
                .isFalse();
        assertThat(total.entities().get("users").in(State.QUARANTINED)).isEqualTo(2500);
        assertThat(told).hasSize(2500).doesNotHaveDuplicates().containsAll(counts.quarantined());
        assertThat(named).containsExactly(new NamedPerson("privileged", "users", "1", "staff", Map.of()));
    }

    @Test
    void a_batch_of_that_number_with_other_rows_is_refused() {
        RunJournal journal = opened(true);
        note(journal, new RunCounts());
        journal.takeUp(new RunCounts(), told::add);

        assertThatThrownBy(() -> journal.isDone(BatchPosition.of("users", 0, List.of(row("1")))))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("(users, batch 0): begin a new run");
    }

    @Test
    void a_run_ends_with_its_report() {
        RunJournal journal = opened(true);
        assertThat(state()).isEqualTo("running");
        journal.close(RunState.FINISHED, "{}");
        ImportRunRow run = run();
        assertThat(run.state()).isEqualTo("finished");
        assertThat(run.report()).isEqualTo("{}");
        assertThat(run.finishedAt()).isEqualTo(fixture.clock.instant());
    }

    @Test
    void a_dry_run_leaves_nothing() {
        RunJournal journal = opened(false);
        RunCounts counts = new RunCounts();
        counts.quarantine(row("1"), new Finding("no_identifier", "email", ""));
        note(journal, counts);
        journal.close(RunState.FINISHED, "{}");

        assertThat(store.<Boolean>read(tx -> ImportTx.in(tx).runs().run("run").isEmpty()
                        && ImportTx.in(tx).runs().chunks("run").isEmpty()
                        && ImportTx.in(tx).runs().held("run", 0, 9).isEmpty()))
                .isTrue();
    }

    private RunJournal opened(boolean kept) {
        RunJournal journal = new RunJournal(fixture.target(), "run", kept);
        journal.open(new ImportRunRow(
                "run", "shop", "preset", "source", "{}", "running", fixture.clock.instant(), null, null));
        return journal;
    }

    private void note(RunJournal journal, RunCounts counts) {
        store.alone(tx -> {
            journal.note(tx, first, counts);
            return true;
        });
    }

    private String state() {
        return run().state();
    }

    private ImportRunRow run() {
        return store.read(tx -> ImportTx.in(tx).runs().run("run")).orElseThrow();
    }

    private static Origin row(String id) {
        return new Origin(Entity.USERS, id, "digest");
    }
}
