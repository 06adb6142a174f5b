package dev.lockstile.auth.imports.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.Auth;
import dev.lockstile.auth.cutover.inplace.InPlaceStore;
import dev.lockstile.auth.cutover.ways.TakenTables;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.imports.UserImport;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.rollback.RunRollback;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.OldDatabase;
import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.imports.verify.Verification;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.StoredUser;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Old bases made from seeds are taken over where they are: the plan tells what the run does, the comparison finds
 * nothing, a second run writes nothing, a rollback leaves every table as it was before the run, a run after it writes
 * the same again, and an account signs in where it did in the old system and nowhere else. Ten bases in each build, 100
 * as a proof; one again by {@code -Dlockstile.seeds=SEED}.
 */
final class GeneratedInPlaceTest {

    @TempDir
    private Path root;

    static LongStream seeds() {
        return GeneratedBasesContract.seeds(10, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void an_old_base_in_place_opens_no_more_and_no_fewer_accounts(long seed) {
        OldDatabase old = OldDatabase.onPostgres();
        GeneratedBase base = GeneratedDatabase.of(seed, old);
        old.withKeysAhead();
        try (HikariDataSource pool = TakenTables.pool(old);
                EntityManagerFactory entities = TakenTables.entities(
                        pool, TakenTables.takenOver(base.system().preset(), pool, root))) {
            MigrationFixture app = new MigrationFixture(JpaAuthStore.of(entities));
            Auth auth = app.node(builder -> builder.secondFactors(SecondFactorSettings.optional()));
            InPlace taken = new InPlace(base, old, app, InPlaceStore.on(entities));
            List<String> before = TakenTables.rows(pool);
            List<String> told = new ArrayList<>();

            ImportReport plan = taken.run(base.options().asDryRun());
            assertThat(TakenTables.rows(pool))
                    .as("%s: a plan writes nothing", base)
                    .isEqualTo(before);
            ImportReport report = taken.run(base.options());
            assertThat(report.people()).as("%s: the plan tells the run", base).isEqualTo(plan.people());
            List<String> after = TakenTables.rows(pool);
            assertThat(taken.differences()).as("%s: a comparison", base).isEmpty();
            taken.run(base.options());
            assertThat(TakenTables.rows(pool))
                    .as("%s: a second run writes nothing", base)
                    .isEqualTo(after);
            new RunRollback(InPlaceStore.on(entities), app.clock)
                    .run(report.run().runId(), entry -> told.add(entry.toString()));
            assertThat(TakenTables.rows(pool))
                    .as("%s: a rollback restores every row; stays %s", base, told)
                    .isEqualTo(before);
            assertThat(told).as("%s: a rollback is whole", base).isEmpty();
            assertThat(taken.run(base.options()).people())
                    .as("%s: a run after a rollback", base)
                    .isEqualTo(report.people());
            assertThat(taken.differences())
                    .as("%s: a comparison after a second run", base)
                    .isEmpty();
            new SignInHere(taken::rows, app, auth, base).compare();
            NewPerson.registers(app, auth, "second@here.example");
        }
    }

    @Test
    void a_table_on_which_no_entity_lies_stops_the_run_before_the_first_row() {
        OldDatabase old = OldDatabase.onPostgres();
        GeneratedBase base = GeneratedDatabase.of(1, old);
        Sql.execute(
                old.database(),
                "alter table app_profile rename to kept_profile",
                "create table app_profile as select * from kept_profile",
                "drop table kept_profile");
        old.withKeysAhead();
        try (HikariDataSource pool = TakenTables.pool(old);
                EntityManagerFactory entities = TakenTables.entities(
                        pool, TakenTables.takenOver(base.system().preset(), pool, root))) {
            MigrationFixture app = new MigrationFixture(JpaAuthStore.of(entities));
            InPlace taken = new InPlace(base, old, app, InPlaceStore.on(entities));
            assertThatThrownBy(() -> taken.run(base.options()))
                    .isInstanceOf(SourceUnusableException.class)
                    .hasMessageContaining("wants the host's entities on the tables of the source");
        }
    }

    /** A base whose tables are taken over. */
    private record InPlace(GeneratedBase base, OldDatabase old, MigrationFixture app, AuthStore store) {

        ImportReport run(ImportOptions options) {
            app.clock.advance(Duration.ofSeconds(1));
            try (Source source = old.source()) {
                return new UserImport(app.target(store), options).run(source, preset(), ImportWatch.none());
            }
        }

        List<VerifyReport.Difference> differences() {
            List<VerifyReport.Difference> told = new ArrayList<>();
            try (Source source = old.source()) {
                new Verification(app.target(app.store), base.options())
                        .inPlace()
                        .run(source, preset(), told::add);
            }
            return told;
        }

        /** A row keeps its key. */
        Map<String, Map<String, String>> rows() {
            Map<String, Map<String, String>> rows = new HashMap<>();
            base.accounts()
                    .forEach(account -> app.store
                            .read(tx -> tx.users().byId(new UserId(key(account))))
                            .map(StoredUser::info)
                            .ifPresent(user -> rows.put(base.key(account), row(user))));
            return rows;
        }

        private Object key(OldAccount account) {
            boolean named = List.of("spring-security", "keycloak")
                    .contains(base.system().preset());
            return named ? base.key(account) : (Object) (long) account.id();
        }

        private static Map<String, String> row(UserInfo user) {
            Map<String, String> row = new HashMap<>();
            row.put("id", user.id().toString());
            if (user.identifiers().email().isVerified()) {
                row.put("email_verified_at", "proven");
            }
            row.put("is_superuser", Boolean.toString(user.status().superuser()));
            return row;
        }

        private Preset preset() {
            return Presets.named(base.system().preset(), null);
        }
    }
}
