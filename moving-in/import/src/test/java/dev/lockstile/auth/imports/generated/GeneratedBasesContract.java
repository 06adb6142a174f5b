package dev.lockstile.auth.imports.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.imports.UserImport;
import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.rollback.RunRollback;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.verify.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Old bases made from seeds come over: the plan tells what the run does, the comparison finds nothing, a second run
 * writes nothing, a rollback leaves what was here, and an account signs in here where it did in the old system and
 * nowhere else. One base again: {@code -Dlockstile.seeds=SEED}; {@code lockstile.seeds=FROM-TO} for a range.
 */
abstract class GeneratedBasesContract {

    @TempDir
    private Path folder;

    private JpaHost host;
    private MigrationFixture app;
    private Auth auth;

    abstract JpaHost openHost();

    static LongStream seeds(int inTheBuild, int asProof) {
        String named = System.getProperty("lockstile.seeds", "");
        if (named.isEmpty()) {
            return LongStream.range(0, Boolean.getBoolean("lockstile.proof") ? asProof : inTheBuild);
        }
        String[] ends = named.split("-");
        return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
    }

    @BeforeEach
    final void open() {
        host = openHost();
        app = new MigrationFixture(host.store());
        auth = app.node(builder -> builder.secondFactors(SecondFactorSettings.optional()));
    }

    @AfterEach
    final void close() {
        host.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    final void an_old_base_comes_over_whole_and_opens_no_more_and_no_fewer_accounts(long seed) {
        GeneratedBase base = GeneratedBase.of(seed, folder);
        NewPerson.registers(app, auth, "first@here.example");
        List<String> before = TargetTables.of(host);

        ImportReport plan = run(base, options(base).asDryRun());
        assertThat(TargetTables.of(host)).as("%s: a plan writes nothing", base).isEqualTo(before);
        ImportReport report = run(base, options(base));
        assertThat(report.people()).as("%s: the plan tells the run", base).isEqualTo(plan.people());
        List<String> after = TargetTables.of(host);
        assertThat(differences(base)).as("%s: a comparison", base).isEmpty();
        run(base, options(base));
        assertThat(TargetTables.of(host))
                .as("%s: a second run writes nothing", base)
                .isEqualTo(after);
        app.clock.advance(Duration.ofDays(1));
        assertThat(differences(base))
                .as("%s: a comparison on the next day", base)
                .isEmpty();
        new RunRollback(host.store(), app.clock).run(report.run().runId(), entry -> {});
        assertThat(TargetTables.of(host)).as("%s: a rollback is exact", base).isEqualTo(before);

        run(base, options(base));
        new SignInHere(host, app, auth, base).compare();
        NewPerson.registers(app, auth, "second@here.example");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    final void a_run_that_is_broken_off_resumes_to_the_same_rows(long seed) {
        GeneratedBase base = GeneratedBase.of(seed, folder);
        List<String> before = TargetTables.of(host);
        ImportReport whole = run(base, options(base).withBatchSize(2));
        List<String> after = TargetTables.withoutKeys(host);
        new RunRollback(host.store(), app.clock).run(whole.run().runId(), entry -> {});
        assertThat(TargetTables.of(host)).as("%s: a rollback is exact", base).isEqualTo(before);

        app.clock.advance(Duration.ofMinutes(1));
        try (Source source = base.open()) {
            users(base).run(source, preset(base), new StoppingWatch(3));
        } catch (UncheckedIOException e) {
            app.clock.advance(Duration.ofMinutes(1));
        }
        try (Source source = base.open()) {
            users(base).resume(source, preset(base), ImportWatch.none());
        }
        assertThat(TargetTables.withoutKeys(host)).as("%s: resumed", base).isEqualTo(after);
        assertThat(differences(base)).as("%s: a comparison", base).isEmpty();
    }

    private UserImport users(GeneratedBase base) {
        return new UserImport(app.target(), options(base).withBatchSize(2));
    }

    private static ImportOptions options(GeneratedBase base) {
        ImportOptions usual = ImportOptions.defaults();
        DuplicatePolicy[] policies = DuplicatePolicy.values();
        int round = (int) (base.seed() / OldSystems.ALL.size());
        return round % 2 == 0 ? usual : usual.withDuplicates(policies[round / 2 % policies.length]);
    }

    private static Preset preset(GeneratedBase base) {
        return Presets.named(base.system().preset(), null);
    }

    private ImportReport run(GeneratedBase base, ImportOptions options) {
        app.clock.advance(Duration.ofSeconds(1));
        try (Source source = base.open()) {
            return new UserImport(app.target(), options).run(source, preset(base), ImportWatch.none());
        }
    }

    private List<VerifyReport.Difference> differences(GeneratedBase base) {
        List<VerifyReport.Difference> told = new ArrayList<>();
        try (Source source = base.open()) {
            new Verification(app.target(), options(base)).run(source, preset(base), told::add);
        }
        return told;
    }

    private record StoppingWatch(int people) implements ImportWatch {

        @Override
        public void quarantined(QuarantineEntry entry) {}

        @Override
        public void progress(long read) {
            if (read >= people) {
                throw new UncheckedIOException(new IOException("No space left on device"));
            }
        }
    }
}
