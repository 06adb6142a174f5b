package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.cli.ExitCodes;
import dev.lockstile.auth.cli.ManageCommands;
import dev.lockstile.test.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command beside a server, in another process, that holds the file of H2: it works, or says what to do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BesideServerTest {

    private static final String SOURCE = " --preset jb-drf-auth --source jdbc:h2:mem:old";
    /** Of these, create-superuser asks for a password before it opens the database. */
    private static final Set<String> WITHOUT_DATABASE = Set.of("serve", "smoke", "keys", "create-superuser");

    @TempDir
    static Path folder;

    private Process server;
    private String base = "";
    private String said = "";

    @BeforeAll
    void serve() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(ChildJvm.command("dev.lockstile.examples.quickstart.Quickstart"));
        builder.environment().putAll(environment());
        builder.environment().put("QUICKSTART_PORT", "0");
        server = builder.redirectErrorStream(true).start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !line.contains("serves on ")) {
            line = lines.readLine();
        }
        assertThat(line).isNotNull();
        base = line.replaceFirst(".*serves on ", "").strip();
        Thread rest = new Thread(() -> lines.lines().forEach(any -> {}), "server-output");
        rest.setDaemon(true);
        rest.start();
        Files.writeString(folder.resolve("backups.json"), """
                {"name": "friends", "table": "friendship", "owners": {"person_id": "_id"}}""");
        Files.writeString(folder.resolve("backups.jsonl"), "{\"_id\": 1}\n");
    }

    @AfterAll
    void stop() {
        server.destroy();
    }

    static Stream<String> commands() {
        return Stream.of(
                "migrate",
                "migrate --plan",
                "migrate --sql",
                "migrate --backup FOLDER",
                "backup --to FOLDER",
                "makemigrations --dry-run",
                "showmigrations",
                "rollback --to none",
                "tag now",
                "history diff jdbc:h2:mem:other",
                "takeover --package none --dry-run",
                "check",
                "check --deploy",
                "unlock --report",
                "lock-history FOLDER/history.lock",
                "import plan" + SOURCE,
                "import run" + SOURCE,
                "import resume" + SOURCE,
                "import verify" + SOURCE,
                "import check --phase before" + SOURCE,
                "import status",
                "import report",
                "import rollback --run none --yes",
                "import content plan --mapping FOLDER.json --source FOLDER.jsonl",
                "import content verify --mapping FOLDER.json --source FOLDER.jsonl",
                "users merge none other --reason test",
                "service-accounts list",
                "api-keys list none",
                "factors reset none --reason test",
                "social list none",
                "audit-begin",
                "audit-head",
                "audit-verify",
                "audit-list",
                "audit-export --to FOLDER/trail",
                "audit-seal --before 2020-01-01T00:00:00Z --to FOLDER/sealed",
                "identifiers normalise --dry-run",
                "otp-stats",
                "cleanup",
                "codes issue order --email a@example.com",
                "send-test --email a@example.com");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_works_or_says_in_one_sentence_what_to_do(String command) {
        int code = run(
                command.replace("FOLDER", folder.resolve("backups").toString()).split(" "));
        assertThat(said).as(command).doesNotContain("\tat ", "database is locked", "90020");
        if (code != ExitCodes.OK) {
            assertThat(said)
                    .as(command)
                    .contains("the database file of H2 is in use by another process", "stop it first")
                    .hasLineCount(1);
        }
    }

    @Test
    void every_command_is_in_the_list() {
        Set<String> listed = new TreeSet<>(WITHOUT_DATABASE);
        commands().map(line -> line.split(" ")[0]).forEach(listed::add);
        assertThat(listed)
                .containsAll(Quickstart.commands(Map.of())
                        .commandLine()
                        .getSubcommands()
                        .keySet());
    }

    @Test
    void a_smoke_test_and_the_version_work() {
        assertThat(run("smoke", "--base", base)).as(said).isEqualTo(ExitCodes.OK);
        assertThat(run("--version")).isEqualTo(ExitCodes.OK);
        assertThat(said).contains("Lockstile ", "Database not known: the database file of H2 is in use");
    }

    private static Map<String, String> environment() {
        return Map.of("QUICKSTART_DATA", folder.resolve("data").toAbsolutePath().toString(), "QUICKSTART_DEV", "true");
    }

    private int run(String... line) {
        StringWriter out = new StringWriter();
        ManageCommands commands = Quickstart.commands(environment());
        commands.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
        int code = commands.run(line);
        said = out.toString();
        return code;
    }
}
