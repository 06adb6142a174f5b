package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.imports.verify.Verification;
import dev.lockstile.auth.password.PasswordFormats;
import dev.lockstile.auth.store.Forwarding;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often a hash is computed: what costs as much as a sign-in is done once, and only where it has to be. */
final class WeakHashEffortTest {

    private static final int WEAK = 30;
    private static final int OTHERS = 20;
    private static final Set<String> WORK = Set.of("importable", "isImportOf");

    private final AtomicInteger computed = new AtomicInteger();
    private final SmallLegacy old = new SmallLegacy();
    private final List<ImportWatch.HashingProgress> told = new ArrayList<>();
    private JpaHost host;
    private MigrationFixture fixture;

    @BeforeEach
    void a_source_with_weak_hashes() {
        host = JpaHost.onH2();
        fixture = new MigrationFixture(host.store());
        for (int i = 1; i <= WEAK + OTHERS; i++) {
            String weak = "'md5$salt" + i + "$" + "%032x".formatted(i) + "'";
            old.user(i, "password", i <= WEAK ? weak : "'!x'").profile(i, i);
        }
    }

    @AfterEach
    void close() {
        host.close();
    }

    private ImportTarget target(Clock clock) {
        PasswordFormats real = fixture.passwords().formats();
        PasswordFormats counted = Forwarding.over(PasswordFormats.class, (verb, arguments) -> {
            if (WORK.contains(verb.getName())) {
                computed.incrementAndGet();
            }
            return Forwarding.to(real, verb, arguments);
        });
        return new ImportTarget(host.store(), IdentifierRules.standard(), counted, clock);
    }

    private ImportReport move(ImportOptions options) {
        ImportWatch watch = new ImportWatch() {
            @Override
            public void quarantined(QuarantineEntry entry) {
                throw new AssertionError(entry.toJson());
            }

            @Override
            public void hashing(ImportWatch.HashingProgress hashing) {
                told.add(hashing);
            }
        };
        try (Source source = old.source()) {
            return new UserImport(target(fixture.clock), options.withBatchSize(10))
                    .run(source, JbDrfAuthPreset.discovering(), watch);
        }
    }

    private VerifyReport verify(int sample, List<VerifyReport.Difference> differences) {
        Clock later = Clock.offset(fixture.clock, Duration.ofDays(1));
        try (Source source = old.source()) {
            return new Verification(target(later), ImportOptions.defaults())
                    .recomputing(sample)
                    .run(source, JbDrfAuthPreset.discovering(), differences::add);
        }
    }

    @Test
    void a_plan_hashes_nothing_and_counts_what_the_run_counts() {
        ImportReport plan = move(ImportOptions.defaults().asDryRun());
        assertThat(computed).as("calls that may hash").hasValue(0);
        assertThat(told).isEmpty();
        ImportReport run = move(ImportOptions.defaults());
        assertThat(computed).hasValue(WEAK + OTHERS);
        sameCounts(plan, run);
        assertThat(run.entities().get("users").in(State.CREATED)).isEqualTo(WEAK + OTHERS);

        old.execute("update authentication_user set password = 'md5$more$' || right(password, 32) where id <= 12");
        computed.set(0);
        ImportReport planAgain = move(ImportOptions.defaults().asDryRun());
        assertThat(computed).hasValue(0);
        sameCounts(planAgain, move(ImportOptions.defaults()));
        assertThat(planAgain.entities().get("users").in(State.UPDATED)).isEqualTo(12);
    }

    private static void sameCounts(ImportReport plan, ImportReport run) {
        assertThat(plan.entities()).isEqualTo(run.entities());
        assertThat(plan.warnings()).isEqualTo(run.warnings());
        assertThat(plan.hashFormats()).isEqualTo(run.hashFormats());
    }

    @Test
    void a_run_tells_the_work_of_hashing_apart() {
        move(ImportOptions.defaults());
        assertThat(told).extracting(ImportWatch.HashingProgress::left).containsExactly(20L, 10L, 0L, 0L, 0L);
        assertThat(told).extracting(ImportWatch.HashingProgress::done).containsExactly(10L, 20L, 30L, 30L, 30L);
        assertThat(told.get(4).timeLeft()).isEqualTo(Duration.ZERO);
    }

    @Test
    void a_comparison_computes_a_sample_and_says_so() {
        move(ImportOptions.defaults());
        computed.set(0);
        List<VerifyReport.Difference> differences = new ArrayList<>();
        VerifyReport found = verify(7, differences);
        assertThat(computed).hasValue(7);
        assertThat(found.hashes()).isEqualTo(new VerifyReport.WrappedHashes(WEAK, 7));
        assertThat(found.toMap().toString()).contains("wrapped_hashes={compared=30, recomputed=7}");
        assertThat(differences).isEmpty();
        assertThat(found.isClean()).isTrue();
        computed.set(0);
        assertThat(verify(0, differences).isClean()).isTrue();
        assertThat(computed).hasValue(0);
    }

    @Test
    void a_planted_hash_is_found_by_computing_it_and_by_its_form() {
        move(ImportOptions.defaults());
        List<VerifyReport.Difference> differences = new ArrayList<>();
        // The wrapped hash of another old one behind this one's salt: only computing tells.
        host.execute("update auth_user set password_hash = (select substring(u.password_hash, 1,"
                + " position('$argon2id$', u.password_hash) - 1) from auth_user u where u.email = 'user3@example.com')"
                + " || (select substring(u.password_hash, position('$argon2id$', u.password_hash)) from auth_user u"
                + " where u.email = 'user4@example.com') where email = 'user3@example.com'");
        VerifyReport found = verify(WEAK, differences);
        assertThat(differences)
                .singleElement()
                .satisfies(one -> assertThat(one.field()).isEqualTo("password_hash"));
        assertThat(found.isClean()).isFalse();
        assertThat(found.rows("users").in("differs")).isOne();
        assertThat(found.rows("users").in("equal")).isEqualTo(WEAK + OTHERS - 1);
        assertThat(found.checksums().source()).isNotEqualTo(found.checksums().target());

        host.execute("update auth_user set password_hash = (select u.password_hash from auth_user u"
                + " where u.email = 'user4@example.com') where email = 'user3@example.com'");
        assertThat(verify(0, differences).isClean()).as("another salt").isFalse();
    }
}
