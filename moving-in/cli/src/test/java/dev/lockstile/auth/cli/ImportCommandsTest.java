package dev.lockstile.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.test.SkipReason;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that import users and tell of runs. */
final class ImportCommandsTest extends ManageCommandsFixture {

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
        int code = quiet(ManageCommands.of(() -> host, Map.of("LOCKSTILE_SOURCE_PASSWORD", SECRET)))
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

    private static ManageCommands quiet(ManageCommands commands) {
        commands.commandLine().setOut(new PrintWriter(new StringWriter()));
        return commands;
    }
}
