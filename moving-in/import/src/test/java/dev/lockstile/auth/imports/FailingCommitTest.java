package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.StoreUnavailableException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A commit that fails takes the note of the batch with it, wherever in the run it fails. */
final class FailingCommitTest {

    private static final String PEOPLE = "select u.email, l.legacy_id from auth_user u join auth_legacy_link l"
            + " on l.entity = 'users' and l.local_ref = cast(u.id as varchar) order by l.legacy_id";

    private final SmallLegacy old = new SmallLegacy();

    @Test
    void a_run_whose_commit_failed_resumes_to_the_state_of_an_undisturbed_one() {
        for (long id = 1; id <= 6; id++) {
            old.user(id);
        }
        Outcome whole = run(Integer.MAX_VALUE);
        assertThat(whole.people()).hasSize(6);
        int failing = 1;
        Outcome broken = run(failing);
        while (broken.failed()) {
            assertThat(broken.people()).as("commit %d failed", failing).isEqualTo(whole.people());
            assertThat(broken.report().entities())
                    .as("commit %d failed", failing)
                    .isEqualTo(whole.report().entities());
            broken = run(++failing);
        }
        assertThat(failing).as("commits of a run, one more than there are").isGreaterThan(4);
    }

    private Outcome run(int failing) {
        try (JpaHost host = JpaHost.onH2();
                Source source = old.source()) {
            FailingStore store = new FailingStore(host.store(), failing);
            UserImport users = users(store);
            JbDrfAuthPreset preset = JbDrfAuthPreset.discovering();
            ImportReport report;
            try {
                report = users.run(source, preset, ImportWatch.none());
            } catch (StoreUnavailableException e) {
                report = users.resume(source, preset, ImportWatch.none())
                        .orElseGet(() -> users.run(source, preset, ImportWatch.none()));
            }
            return new Outcome(store.hasFailed, report, host.rows(PEOPLE));
        }
    }

    private static UserImport users(AuthStore store) {
        return new UserImport(
                new ImportTarget(
                        store,
                        IdentifierRules.standard(),
                        Passwords.of(PasswordSettings.owasp().withCost(Argon2Cost.cheapForTests()))
                                .formats(),
                        Clock.fixed(Importing.NOW, ZoneOffset.UTC)),
                ImportOptions.defaults().withBatchSize(2));
    }

    private record Outcome(boolean failed, ImportReport report, List<Map<String, String>> people) {}

    /** Refuses one commit, counted from the first: its transaction is rolled back after all its work. */
    private static final class FailingStore implements AuthStore {

        private final AuthStore store;
        private int left;
        private boolean hasFailed;

        FailingStore(AuthStore store, int left) {
            this.store = store;
            this.left = left;
        }

        @Override
        public <R extends @Nullable Object> R join(Work<R> work) {
            return store.join(work);
        }

        @Override
        public <R extends @Nullable Object> R alone(Work<R> work) {
            boolean failing = --left == 0;
            return store.alone(tx -> {
                R done = work.run(tx);
                if (failing) {
                    hasFailed = true;
                    throw new StoreUnavailableException("the commit was refused", new IllegalStateException());
                }
                return done;
            });
        }

        @Override
        public <R extends @Nullable Object> R read(Work<R> work) {
            return store.read(work);
        }

        @Override
        public boolean holdsConnection() {
            return store.holdsConnection();
        }

        @Override
        public Optional<UserId> userId(String text) {
            return store.userId(text);
        }

        @Override
        public Optional<ProfileId> profileId(String text) {
            return store.profileId(text);
        }
    }
}
