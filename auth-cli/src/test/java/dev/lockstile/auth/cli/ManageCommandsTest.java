package dev.lockstile.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.test.SkipReason;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ManageCommandsTest {

    private static final String SECRET = "s3cret-of-the-source";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final TestHost host = new TestHost();
    private final String url = "jdbc:h2:mem:old_" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";

    @TempDir
    private Path folder;

    @BeforeEach
    void oldDatabase() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        database.setUser("reader");
        database.setPassword(SECRET);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "create table authentication_user (id bigint primary key, password varchar, email varchar,"
                            + " username varchar, phone varchar, is_active boolean, is_verified boolean, deleted timestamp,"
                            + " date_joined timestamp)");
            statement.execute("create table authentication_profile (id bigint primary key, user_id bigint, is_default"
                    + " boolean, is_active boolean, role varchar, deleted timestamp)");
            statement.execute("insert into authentication_user values (1, '!', 'ana.gomez@example.com', 'ana', null,"
                    + " true, true, null, timestamp '2020-01-01 00:00:00')");
            statement.execute("insert into authentication_user values (2, '!', 'Ana.Gomez@example.com', 'ANA', null,"
                    + " true, true, null, timestamp '2021-01-01 00:00:00')");
        }
    }

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
    void an_import_writes_report_and_quarantine_without_a_secret_or_an_address() throws IOException {
        Path report = folder.resolve("report.json");

        assertThat(run(importing("--report", report.toString()))).isEqualTo(ExitCodes.OK);

        String text = Files.readString(report);
        JsonNode json = JsonMapper.builder().build().readTree(text);
        assertThat(json.get("read").asInt()).isEqualTo(2);
        assertThat(json.get("created").asInt()).isEqualTo(1);
        assertThat(json.get("quarantined").asInt()).isEqualTo(1);
        assertThat(json.get("by_reason").get("identifier_collision").asInt()).isEqualTo(1);
        assertThat(json.get("entities").get("profiles").get("added").asInt()).isEqualTo(1);
        assertThat(json.get("preset").asString()).isEqualTo("jb-drf-auth");
        assertThat(json.get("dry_run").asBoolean()).isFalse();
        String quarantine = Files.readString(folder.resolve("report.json.quarantine.jsonl"));
        assertThat(quarantine.lines()).hasSize(1);
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(quarantine)
                        .get("legacy_id")
                        .asString())
                .isEqualTo("2");
        assertThat(text + quarantine + out + err)
                .doesNotContain(SECRET)
                .doesNotContainIgnoringCase("gomez@example.com");
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
    void an_address_that_cannot_be_opened_is_told_without_its_password() {
        run("history", "diff", "jdbc:nothing://db/x?user=ana&password=" + SECRET);
        run("history", "diff", "jdbc:postgresql://ana:" + SECRET + "@127.0.0.1:1/x");
        run("history", "diff", "jdbc:h2:mem:x;IFEXISTS=TRUE;USER=ana;PASSWORD=" + SECRET);
        run("import", "plan", "--preset", "django", "--source", "jdbc:postgresql://ana:" + SECRET + "/@127.0.0.1:1/x");
        assertThat(out.toString() + err).doesNotContain(SECRET);
    }

    @Test
    void reports_are_for_their_owner_alone_and_follow_no_link() throws IOException {
        SkipReason.SYSTEM.skipUnless(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions");
        Path report = folder.resolve("report.json");
        Path plan = folder.resolve("plan.json");
        Files.writeString(report, "made by somebody else");
        Files.setPosixFilePermissions(report, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertThat(run(importing("plan", "--plan", plan.toString(), "--report", report.toString())))
                .isEqualTo(ExitCodes.OK);
        for (String name : List.of("report.json", "report.json.quarantine.jsonl", "plan.json")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                    .as(name)
                    .isEqualTo("rw-------");
        }
        Path precious = Files.writeString(folder.resolve("precious"), "precious");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), precious);
        for (String option : List.of("--report", "--quarantine", "--plan")) {
            assertThat(run(importing("plan", option, link.toString())))
                    .as(option)
                    .isEqualTo(ExitCodes.UNUSABLE);
        }
        assertThat(Files.readString(precious)).isEqualTo("precious");
        assertThat(err.toString()).contains("is a link: name the file itself");
    }

    @Test
    void status_and_report_tell_what_a_run_did() {
        assertThat(run("import", "report")).isEqualTo(ExitCodes.UNUSABLE);
        run(importing("run", "--yes"));

        assertThat(run("import", "status")).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("finished").contains("users: 1 created, 1 quarantined");
        assertThat(run(
                        "import",
                        "report",
                        "--report",
                        folder.resolve("again.json").toString()))
                .isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("| **people** | 2 | 1 |");
        assertThat(folder.resolve("again.json")).isNotEmptyFile();
        assertThat(run(importing("resume"))).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("nothing to resume");
    }

    @Test
    void strict_turns_quarantined_rows_into_exit_code_3() {
        assertThat(run(importing("--strict"))).isEqualTo(ExitCodes.QUARANTINE);
    }

    @Test
    void a_dry_run_leaves_nothing_behind() {
        assertThat(run(importing("plan", "--workers", "1"))).isEqualTo(ExitCodes.OK);

        assertThat(out.toString()).contains("Dry run").contains("1 created, 1 quarantined of 2 people");
        assertThat(host.store.dump()).isEmpty();
    }

    @Test
    void the_password_may_come_from_the_environment() {
        int code = ManageCommandsTest.quiet(ManageCommands.of(() -> host, Map.of("LOCKSTILE_SOURCE_PASSWORD", SECRET)))
                .run("import", "run", "--preset", "jb-drf-auth", "--source", url, "--source-user", "reader");

        assertThat(code).isEqualTo(ExitCodes.OK);
    }

    @Test
    void a_source_that_refuses_exits_with_2_and_opens_no_host() {
        int code = run("import", "run", "--preset", "jb-drf-auth", "--source", url, "--source-user", "reader");

        assertThat(code).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(err.toString())
                .startsWith("import run: cannot connect to jdbc:h2:mem:old_")
                .hasLineCount(1);
        assertThat(host.opened).isZero();
    }

    @Test
    void a_source_that_is_something_else_exits_with_2() {
        int code = run(importing("--table-prefix", "shop"));

        assertThat(code).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(err.toString()).contains("shop_user").contains("authentication_user");
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

    private String[] importing(String... more) {
        boolean named = more.length > 0 && !more[0].startsWith("--");
        List<String> all = new ArrayList<>(List.of("import", named ? more[0] : "run"));
        all.addAll(List.of(
                "--preset", "jb-drf-auth", "--source", url, "--source-user", "reader", "--source-password", SECRET));
        all.addAll(List.of(more).subList(named ? 1 : 0, more.length));
        return all.toArray(String[]::new);
    }

    private int run(String... args) {
        return commands().run(args);
    }

    private ManageCommands commands() {
        ManageCommands commands = ManageCommands.of(host::open, Map.of());
        commands.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commands;
    }

    private static ManageCommands quiet(ManageCommands commands) {
        commands.commandLine().setOut(new PrintWriter(new StringWriter()));
        return commands;
    }
}
