package dev.lockstile.auth.imports.internal.engine;

import static dev.lockstile.auth.imports.internal.engine.ListedPeople.people;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.DAY;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.WEAK;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.email;
import static dev.lockstile.auth.imports.internal.engine.conflict.OldUser.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.imports.UserImport;
import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.engine.conflict.OldUser;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.UpdatePolicy;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In which order a run reads and writes, what it tells meanwhile, and where one that was broken off goes on. */
final class ImportRunTest {

    private final MigrationFixture fixture = new MigrationFixture(new InMemoryAuthStore());
    private final Watch watch = new Watch();
    private ImportOptions options = ImportOptions.defaults().withBatchSize(2).withWorkers(1);

    @Test
    void everybody_comes_page_by_page_and_the_watch_is_told_how_far_it_is() {
        ListedPeople old = new ListedPeople(people(5), 0);

        ImportReport report = run(old);

        assertThat(report.people().in(State.CREATED)).isEqualTo(5);
        assertThat(old.pages)
                .as("read once to see who wants what, and once to copy")
                .containsExactly(2, 2, 1, 2, 2, 1);
        assertThat(old.asked).containsExactly(2, 2, 1);
        assertThat(watch.begun).isEqualTo(5);
        assertThat(watch.read).containsExactly(2L, 4L, 5L);
        assertThat(report.entities().get("devices").read()).isZero();
        assertThat(report.entities().get("sessions").byReason()).isEqualTo(Map.of("not_carried", 3L));
    }

    @Test
    void a_last_page_that_is_full_is_followed_by_an_empty_one_that_is_no_batch() {
        ListedPeople old = new ListedPeople(people(4), 0);
        assertThat(run(old).people().in(State.CREATED)).isEqualTo(4);
        assertThat(old.asked).containsExactly(2, 2);
        assertThat(watch.read).containsExactly(2L, 4L);
    }

    @Test
    void a_second_row_comes_in_a_sweep_of_its_own_where_rows_are_merged() {
        List<UserDraft> users = new ArrayList<>(people(3));
        users.add(new OldUser(4)
                .has(email("user1@example.com"), name("second"))
                .createdAt(DAY.plusSeconds(9))
                .draft());
        ListedPeople merging = new ListedPeople(users, 0);
        options = options.withDuplicates(DuplicatePolicy.MERGE);

        ImportReport report = run(merging);

        assertThat(report.people().in(State.MERGED)).isEqualTo(1);
        assertThat(merging.asked).containsExactly(2, 1, 1);
        assertThat(watch.read).containsExactly(2L, 3L, 4L);
    }

    @Test
    void without_merging_the_same_row_is_an_account_of_its_own_and_nothing_is_swept_twice() {
        List<UserDraft> users = new ArrayList<>(people(3));
        users.add(new OldUser(4)
                .has(email("user1@example.com"), name("second"))
                .createdAt(DAY.plusSeconds(9))
                .draft());
        ListedPeople old = new ListedPeople(users, 0);
        ImportReport report = run(old);
        assertThat(report.people().in(State.CREATED)).isEqualTo(4);
        assertThat(old.pages).containsExactly(2, 2, 0, 2, 2, 0);
    }

    @Test
    void rows_that_belong_to_nobody_go_to_quarantine_one_and_all() {
        for (int orphans : new int[] {1, 2, 3, 4}) {
            watch.entries.clear();
            ImportReport report = run(new ListedPeople(people(1), orphans));
            assertThat(report.entities().get("devices").in(State.QUARANTINED)).isEqualTo(orphans);
            assertThat(watch.entries)
                    .hasSize(orphans)
                    .doesNotHaveDuplicates()
                    .allSatisfy(entry -> assertThat(entry.reason()).isEqualTo("owner_unknown"));
        }
    }

    @Test
    void a_run_that_was_broken_off_counts_and_tells_everything_once() {
        List<UserDraft> users = people(5);
        for (long stop : new long[] {2, 4, 5}) {
            watch.stop = stop;
            assertThatThrownBy(() -> resume(new ListedPeople(users, 3))).isInstanceOf(UncheckedIOException.class);
        }
        watch.stop = Long.MAX_VALUE;
        watch.read.clear();
        watch.entries.clear();

        ImportReport report = resume(new ListedPeople(users, 3));

        assertThat(report.people().in(State.CREATED)).isEqualTo(5);
        assertThat(report.entities().get("devices").in(State.QUARANTINED)).isEqualTo(3);
        assertThat(watch.entries).hasSize(3).doesNotHaveDuplicates();
        assertThat(watch.read).as("what is behind counts as read").endsWith(5L);
    }

    @Test
    void a_run_broken_off_among_rows_of_nobody_does_not_tell_them_twice() {
        watch.entriesUntil = 3;
        assertThatThrownBy(() -> resume(new ListedPeople(people(1), 5))).isInstanceOf(UncheckedIOException.class);
        watch.entriesUntil = Integer.MAX_VALUE;
        watch.entries.clear();
        ImportReport report = resume(new ListedPeople(people(1), 5));
        assertThat(report.entities().get("devices").in(State.QUARANTINED)).isEqualTo(5);
        assertThat(watch.entries).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void a_second_row_finds_its_account_though_the_run_was_broken_off_between_the_two() {
        List<UserDraft> users = new ArrayList<>(people(2));
        users.add(new OldUser(3)
                .has(email("user1@example.com"))
                .createdAt(DAY.plusSeconds(9))
                .draft());
        options = options.withDuplicates(DuplicatePolicy.MERGE);
        watch.stop = 2;
        assertThatThrownBy(() -> resume(new ListedPeople(users, 0))).isInstanceOf(UncheckedIOException.class);
        watch.stop = Long.MAX_VALUE;

        ImportReport report = resume(new ListedPeople(users, 0));

        assertThat(report.people().in(State.CREATED)).isEqualTo(2);
        assertThat(report.people().in(State.MERGED)).isEqualTo(1);
        assertThat(watch.entries).isEmpty();
    }

    @Test
    void rows_that_moved_within_a_batch_of_which_somebody_was_refused_are_noticed() {
        ListedPeople elsewhere = new ListedPeople(people(1), 0);
        options = options.withSystem("elsewhere");
        run(elsewhere);
        options = options.withSystem("listed");
        watch.stop = 2;
        assertThatThrownBy(() -> resume(new ListedPeople(people(5), 0))).isInstanceOf(UncheckedIOException.class);
        watch.stop = Long.MAX_VALUE;
        assertThatThrownBy(() -> resume(new ListedPeople(people(5).subList(1, 5), 0)))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("begin a new run");
        assertThat(resume(new ListedPeople(people(5), 0)).people().read()).isEqualTo(5);
    }

    @Test
    void rows_of_nobody_that_moved_since_they_were_told_are_noticed() {
        watch.entriesUntil = 5;
        assertThatThrownBy(() -> resume(new ListedPeople(people(1), 5))).isInstanceOf(UncheckedIOException.class);
        watch.entriesUntil = Integer.MAX_VALUE;
        assertThatThrownBy(() -> resume(new ListedPeople(people(1), 3)))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("begin a new run");
    }

    @Test
    void the_watch_is_told_of_weak_hashes_of_those_alone_who_come() {
        List<UserDraft> users =
                List.of(weak(1).draft(), people(2).get(1), weak(3).refused().draft());
        run(new ListedPeople(users, 0));
        assertThat(watch.hashing).extracting(ImportWatch.HashingProgress::done).containsExactly(1L, 1L);
        assertThat(watch.hashing).extracting(ImportWatch.HashingProgress::left).containsExactly(0L, 0L);
    }

    @Test
    void a_weak_hash_that_is_still_ahead_is_left_and_a_plan_computes_none() {
        List<UserDraft> users = List.of(people(3).get(0), people(3).get(1), weak(3).draft());
        options = options.asDryRun();
        run(new ListedPeople(users, 0));
        assertThat(watch.hashing).isEmpty();
        options = ImportOptions.defaults().withBatchSize(2).withWorkers(1);
        run(new ListedPeople(users, 0));
        assertThat(watch.hashing).extracting(ImportWatch.HashingProgress::left).containsExactly(1L, 0L);
        assertThat(watch.hashing).extracting(ImportWatch.HashingProgress::done).containsExactly(0L, 1L);
    }

    @Test
    void rows_that_moved_within_a_batch_that_came_whole_are_noticed() {
        watch.stop = 2;
        assertThatThrownBy(() -> resume(new ListedPeople(people(5), 0))).isInstanceOf(UncheckedIOException.class);
        watch.stop = Long.MAX_VALUE;
        assertThatThrownBy(() -> resume(new ListedPeople(people(5).subList(1, 5), 0)))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("begin a new run");
    }

    @Test
    void a_table_without_rows_is_told_as_one_that_was_read() {
        ImportReport report = run(new ListedPeople(List.of(), 0));
        assertThat(report.entities()).containsKeys("users", "devices");
        assertThat(report.entities().get("users").read()).isZero();
    }

    @Test
    void rows_that_changed_since_they_came_are_written_where_changes_are_asked_for_and_nowhere_else() {
        run(new ListedPeople(List.of(new OldUser(1).has(name("ann")).draft()), 0));
        UserDraft inactive =
                new OldUser(1).has(name("ann")).inactive().digest("later").draft();
        ListedPeople later = new ListedPeople(List.of(inactive), 0);
        options = options.withUpdates(UpdatePolicy.NONE);
        assertThat(run(later).people().in(State.UPDATED)).isZero();
        options = options.withUpdates(UpdatePolicy.UNTOUCHED);
        assertThat(run(later).people().in(State.UPDATED)).isEqualTo(1);
    }

    private static OldUser weak(int id) {
        return new OldUser(id).has(name("weak" + id)).withPassword(WEAK);
    }

    private ImportReport run(ListedPeople old) {
        try (Source source = new SmallLegacy().source()) {
            return new UserImport(fixture.target(), options).run(source, old.preset(), watch);
        }
    }

    /** The first run, or one that goes on. */
    private ImportReport resume(ListedPeople old) {
        try (Source source = new SmallLegacy().source()) {
            return new UserImport(fixture.target(), options)
                    .resume(source, old.preset(), watch)
                    .orElseGet(() -> new UserImport(fixture.target(), options).run(source, old.preset(), watch));
        }
    }

    /** Keeps what it is told, and can break a run off. */
    private static final class Watch implements ImportWatch {

        private final List<Long> read = new ArrayList<>();
        private final List<QuarantineEntry> entries = new ArrayList<>();
        private final List<ImportWatch.HashingProgress> hashing = new ArrayList<>();
        private long begun;
        private long stop = Long.MAX_VALUE;
        private int entriesUntil = Integer.MAX_VALUE;

        @Override
        public void quarantined(QuarantineEntry entry) {
            entries.add(entry);
            if (entries.size() >= entriesUntil) {
                throw new UncheckedIOException(new IOException("No space left on device"));
            }
        }

        @Override
        public void begins(long people) {
            begun = people;
        }

        @Override
        public void progress(long people) {
            read.add(people);
            if (people >= stop) {
                throw new UncheckedIOException(new IOException("No space left on device"));
            }
        }

        @Override
        public void hashing(ImportWatch.HashingProgress progress) {
            hashing.add(progress);
        }
    }
}
