package dev.lockstile.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The commands that look after accounts and tables, and how a command line is read. */
final class ManageCommandsTest extends ManageCommandsFixture {

    @Test
    void help_opens_no_host() {
        assertThat(run("--help")).isEqualTo(ExitCodes.OK);
        assertThat(run("import", "run", "--help")).isEqualTo(ExitCodes.OK);

        assertThat(out.toString())
                .contains("migrate", "import", "--preset", "--duplicates", "--workers", "--content", "--strict")
                .contains("LOCKSTILE_SOURCE_PASSWORD");
        assertThat(host.opened).isZero();
    }

    @Test
    void every_command_tells_its_version_without_a_host() {
        for (String[] line : new String[][] {{"migrate", "--version"}, {"import", "run", "-V"}}) {
            out.getBuffer().setLength(0);
            assertThat(run(line)).isEqualTo(ExitCodes.OK);
            assertThat(out.toString()).matches("(?s)Lockstile \\d+\\.\\d+\\.\\d+\\S*\\RJava .+");
        }
        assertThat(host.opened).isZero();
    }

    @Test
    void no_command_prints_the_usage_and_exits_with_2() {
        assertThat(run()).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(err.toString()).contains("Usage: manage");
        assertThat(run("import")).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(host.opened).isZero();
    }

    @Test
    void cleanup_removes_in_batches_what_it_counted_before() {
        host.store.alone(tx -> {
            for (int i = 0; i < 5; i++) {
                tx.throttles().take("bucket-" + i, 1, Duration.ofHours(1), Instant.EPOCH);
            }
            return true;
        });

        assertThat(run("cleanup", "--dry-run")).isEqualTo(ExitCodes.OK);
        assertThat(run("cleanup", "--batch-size", "2", "--log-days", "90")).isEqualTo(ExitCodes.OK);
        assertThat(run("cleanup", "--dry-run", "--keep-registrations")).isEqualTo(ExitCodes.OK);

        assertThat(out.toString())
                .containsSubsequence(
                        "nothing was removed: 5 rows", "Removed: 5 rows", "counters: 5", "sms log: 0", ": 0 rows");
    }

    @Test
    void a_batch_of_no_size_is_refused() {
        assertThat(run("cleanup", "--batch-size", "0")).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(run("cleanup", "--log-days", "-1")).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(run("otp-stats", "--days", "0")).isEqualTo(ExitCodes.UNUSABLE);
    }

    @Test
    void otp_stats_tells_every_channel() {
        assertThat(run("otp-stats")).isEqualTo(ExitCodes.OK);
        assertThat(run("otp-stats", "--days", "7")).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("channel", "verified", "EMAIL", "SMS", "all");
    }

    @Test
    void migrate_brings_the_tables_up_to_date_and_closes_the_host() {
        assertThat(run("migrate")).isEqualTo(ExitCodes.OK);
        assertThat(host.migrated).isEqualTo(1);
        assertThat(host.closed).isEqualTo(1);
    }

    @Test
    void a_database_that_another_process_has_open_is_told_with_what_to_do() {
        host.failure =
                new IllegalStateException("pool", new SQLException("Database may be already in use", "90020", 90020));

        assertThat(run("migrate")).isEqualTo(ExitCodes.FAILED);
        assertThat(err.toString())
                .startsWith("migrate: the database file of H2 is in use")
                .contains("stop it first");
    }

    @Test
    void what_a_framework_wraps_around_a_refused_start_is_not_told() {
        host.failure = new IllegalStateException(
                "Error creating bean", new AuthSetupException(List.of("keys-missing: no key for digests")));

        assertThat(run("migrate")).isEqualTo(ExitCodes.FAILED);
        assertThat(err.toString().lines())
                .containsExactly("migrate: Lockstile cannot start:", " - keys-missing: no key for digests");
    }

    @Test
    void a_database_that_is_not_there_is_told_without_the_name_of_a_pool() {
        host.failure = new IllegalStateException("HikariPool", new SQLException("refused\n\tat", "08001"));

        assertThat(run("migrate")).isEqualTo(ExitCodes.FAILED);
        assertThat(err.toString().lines())
                .containsExactly("migrate: the application's database cannot be reached: refused");
    }

    @Test
    void an_old_database_that_is_not_there_is_not_taken_for_that_of_the_application() {
        host.failure =
                new SourceUnusableException("the old database does not answer", new SQLException("refused", "08001"));

        assertThat(run("migrate")).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(err.toString().lines()).containsExactly("migrate: the old database does not answer");
    }

    @Test
    void a_migration_that_fails_exits_with_1_and_one_line() {
        host.failure = new IllegalStateException("no room on the disk");

        assertThat(run("migrate")).isEqualTo(ExitCodes.FAILED);
        assertThat(err.toString().lines()).containsExactly("migrate: IllegalStateException: no room on the disk");
        assertThat(host.closed).isEqualTo(1);
    }

    @Test
    void the_host_adds_its_own_commands() {
        int code = commands().with("serve", "Serves.", () -> 7).run("serve");

        assertThat(code).isEqualTo(7);
        assertThat(host.opened).isZero();
    }

    @Test
    void a_mistyped_command_line_repeats_no_value() {
        List<List<String>> slips = List.of(
                List.of("import", "run", "--source-passwrd=" + SECRET),
                List.of("import", "run", "--source-passwrd", SECRET),
                List.of("import", "run", "--source-password" + SECRET),
                List.of("import", "run", "-p" + SECRET),
                List.of("import", "run", SECRET),
                List.of("import", "run", "--preset", "django", "--source", url, "--workers", SECRET),
                List.of("import", "run", "--preset", "django", "--source", url, "--workers=" + SECRET),
                List.of("import", "run", "--preset", "django", "--source", url, "--strict=" + SECRET),
                List.of("import", "verify", "--recompute-hashes", SECRET),
                List.of("history", "diff", "--passwrd=" + SECRET, "jdbc:h2:mem:x"),
                List.of("cleanup", "--batch-size", SECRET),
                List.of(SECRET),
                List.of("audit-verify", "--key=" + SECRET));
        for (List<String> slip : slips) {
            assertThat(run(slip.toArray(String[]::new))).as(slip.toString()).isEqualTo(ExitCodes.UNUSABLE);
        }
        assertThat(out.toString() + err).doesNotContain(SECRET);
        assertThat(err.toString()).contains("Unknown option or argument, number 3 on the command line");
        assertThat(host.opened).isZero();
    }

    @Test
    void values_out_of_bounds_exit_with_2() {
        assertThat(run(importing("--batch-size", "0"))).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(run(importing("--default-region", "Mexico"))).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(run("import", "run", "--preset", "shiro", "--source", url)).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(run(importing(
                        "--report", folder.resolve("no/such/folder.json").toString())))
                .isEqualTo(ExitCodes.UNUSABLE);
        assertThat(host.opened).isZero();
    }

    @Test
    void a_database_that_is_down_exits_with_1() {
        host.store.goDown();

        assertThat(run(importing())).isEqualTo(ExitCodes.FAILED);
        assertThat(err.toString()).contains("not available");
    }
}
