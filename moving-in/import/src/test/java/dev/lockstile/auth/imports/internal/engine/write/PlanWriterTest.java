package dev.lockstile.auth.imports.internal.engine.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.internal.archive.SourceRowWriter;
import dev.lockstile.auth.imports.internal.draft.FirstProfile;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.journal.RunCounts;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a dry run holds in memory: a digest of each person where content is linked, and nothing otherwise. */
final class PlanWriterTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    private final MigrationFixture fixture = new MigrationFixture(new InMemoryAuthStore());

    @Test
    void a_dry_run_remembers_people_for_content_alone() {
        PersonPlan ana = newcomer();

        assertThat(written(true, true, ana).wouldBeImported()).hasSize(1);
        assertThat(written(true, false, ana).wouldBeImported()).isEmpty();
        assertThat(written(false, true, ana).wouldBeImported()).isEmpty();
    }

    private PlanWriter written(boolean dryRun, boolean hasContent, PersonPlan plan) {
        PlanWriter.Mode mode = new PlanWriter.Mode(
                dryRun,
                hasContent,
                KeptIds.none(fixture.target().store()),
                SourceRowWriter.of(fixture.target(), ImportOptions.defaults()),
                null,
                null);
        PlanWriter writer = new PlanWriter(fixture.target().store(), new Ledger("old", "run-1"), NOW, mode);
        writer.write(List.of(plan), tx -> {});
        return writer;
    }

    private static PersonPlan newcomer() {
        NewUser user = new NewUser(
                List.of(),
                null,
                UserInfo.Status.ORDINARY,
                new UserInfo.Dates(NOW, null, null),
                SettingsJson.EMPTY,
                RowTimes.fresh(NOW));
        return new PersonPlan(
                new Origin(Entity.USERS, 1, "digest"),
                RowTimes.fresh(NOW),
                user,
                null,
                null,
                List.of(),
                FirstProfile.UNKNOWN,
                List.of(),
                List.of(),
                new RunCounts());
    }
}
