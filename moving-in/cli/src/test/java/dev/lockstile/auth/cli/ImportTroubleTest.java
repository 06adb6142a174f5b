package dev.lockstile.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.ledger.LedgerKey;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.LegacyOrigin;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.LegacyLinkStore.LegacyLinkInfo;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportRunRow;
import dev.lockstile.auth.store.imports.WrittenRowStore.ImportedAccount;
import dev.lockstile.test.SkipReason;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports around the run itself: counted before, compared after, taken back, and stopped by a full disk. */
final class ImportTroubleTest {

    private static final int PEOPLE = 300;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final TestHost host = new TestHost();

    @TempDir
    private Path folder;

    private Path people;

    @BeforeEach
    void oldPeople() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < PEOPLE; i++) {
            String phone = i % 2 == 0 ? "\"55512345" + (10 + i % 90) + "\"" : "\"not a number\"";
            lines.append("{\"_id\": \"p")
                    .append(i)
                    .append("\", \"phone_number\": ")
                    .append(phone)
                    .append(", \"country_code\": 1, \"status_key\": 1, \"is_removed\": false}\n");
        }
        people = Files.writeString(folder.resolve("people.jsonl"), lines, StandardCharsets.UTF_8);
    }

    @Test
    void a_run_is_held_to_its_plan() throws IOException {
        assertThat(run("plan", "--plan", file("plan.json"))).isEqualTo(ExitCodes.OK);
        String before = host.store.dump();
        Files.writeString(people, Files.readString(people).replace("\"p7\"", "\"p7000\""));
        assertThat(run("run", "--plan", file("plan.json"))).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(err.toString()).contains("not what was planned: rows of the source");
        assertThat(host.store.dump()).isEqualTo(before);

        Files.writeString(people, Files.readString(people).replace("\"p7000\"", "\"p7\""));
        assertThat(run("resume", "--plan", file("plan.json"))).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(run("run", "--plan", file("none.json"))).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(run("run", "--plan", file("plan.json"))).isEqualTo(ExitCodes.OK);
        assertThat(host.store.dump()).isNotEqualTo(before);
    }

    @Test
    void a_disk_full_before_the_report_is_told_and_the_report_is_kept() throws IOException {
        Path full = fullDisk();

        assertThat(run("run", "--report", full.toString(), "--quarantine", file("q.jsonl")))
                .isEqualTo(ExitCodes.FAILED);

        assertThat(err.toString()).contains("its report cannot be written", "import report --run");
        assertThat(host.store.dump()).isNotEmpty();
        assertThat(commands().run("import", "report", "--report", file("again.json")))
                .isEqualTo(ExitCodes.OK);
        assertThat(Files.readString(folder.resolve("again.json"))).contains("\"read\": " + PEOPLE);
    }

    @Test
    void a_disk_full_while_quarantine_is_written_breaks_the_run_off_and_it_goes_on() throws IOException {
        Path full = fullDisk();

        assertThat(run("run", "--batch-size", "50", "--quarantine", full.toString()))
                .isEqualTo(ExitCodes.FAILED);
        assertThat(err.toString()).contains("the quarantine file cannot be written", "make room and resume");
        commands().run("import", "status");
        assertThat(out.toString()).contains("failed");

        assertThat(run("resume", "--quarantine", file("q.jsonl"), "--report", file("r.json")))
                .isEqualTo(ExitCodes.OK);
        assertThat(Files.readString(folder.resolve("r.json"))).contains("\"read\": " + PEOPLE);
        assertThat(Files.readAllLines(folder.resolve("q.jsonl")))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(PEOPLE / 2);
    }

    @Test
    void a_run_that_goes_on_is_as_strict_as_it_is_told_to_be() throws IOException {
        Path full = fullDisk();
        assertThat(run("run", "--batch-size", "50", "--quarantine", full.toString()))
                .isEqualTo(ExitCodes.FAILED);

        assertThat(run("resume", "--strict", "--quarantine", file("q.jsonl"))).isEqualTo(ExitCodes.QUARANTINE);

        assertThat(Files.readAllLines(folder.resolve("q.jsonl"))).isNotEmpty();
        assertThat(run("resume", "--strict"))
                .as("nothing is left to go on with")
                .isEqualTo(ExitCodes.OK);
    }

    @Test
    void a_run_is_taken_back_by_its_name() throws IOException {
        assertThat(run("run")).isEqualTo(ExitCodes.OK);
        String id = runId();
        assertThat(phoneIsTaken()).isTrue();

        assertThat(commands().run("import", "rollback", "--run", id)).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(err.toString()).contains("--yes");
        assertThat(commands().run("import", "rollback", "--run", "another", "--yes"))
                .isEqualTo(ExitCodes.UNUSABLE);
        assertThat(phoneIsTaken()).isTrue();
        assertThat(commands().run("import", "rollback", "--run", id, "--yes", "--report", file("back.json")))
                .isEqualTo(ExitCodes.OK);

        assertThat(phoneIsTaken()).isFalse();
        assertThat(out.toString()).contains("is taken back.");
        assertThat(Files.readString(folder.resolve("back.json"))).contains("\"removed\": ", id);
    }

    @Test
    void a_source_is_counted_before_and_compared_afterwards() throws IOException {
        assertThat(run("profile", "--report", file("profile.json"))).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains(PEOPLE + " rows read", "phone regions: ");
        assertThat(Files.readString(folder.resolve("profile.json"))).contains("phone_number");
        assertThat(phoneIsTaken()).as("a profile writes nothing").isFalse();

        assertThat(run("run")).isEqualTo(ExitCodes.OK);
        assertThat(run("verify")).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("checksum of the source: ", "Nothing differs.");
    }

    @Test
    void a_comparison_of_nothing_is_no_success() throws IOException {
        assertThat(run("run")).isEqualTo(ExitCodes.OK);
        assertThat(run("verify")).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("Nothing differs. Rows of the source that are not in the target: ");

        assertThat(run("verify", "--system", "misspelt")).isEqualTo(ExitCodes.FAILED);
        assertThat(out.toString())
                .contains("There is no finished run of system misspelt: nothing was compared."
                        + " Rows of the source that are not in the target: " + PEOPLE + ".");

        String before = Files.readString(people);
        Files.writeString(people, "");
        assertThat(run("verify")).isEqualTo(ExitCodes.FAILED);
        Files.writeString(people, before.replace("\"_id\": \"p", "\"_id\": \"q"));
        assertThat(run("verify")).isEqualTo(ExitCodes.FAILED);
        assertThat(out.toString()).contains("Is it the right source?");

        Files.writeString(people, before);
        assertThat(commands().run("import", "rollback", "--run", runId(), "--yes"))
                .isEqualTo(ExitCodes.OK);
        assertThat(run("verify")).isEqualTo(ExitCodes.FAILED);
        assertThat(out.toString()).contains("no finished run of system mongo-phone-otp: nothing was compared.");
    }

    @Test
    void what_a_comparison_finds_stands_in_the_report_of_the_run() throws IOException {
        assertThat(run("verify", "--report", file("early.json"))).isEqualTo(ExitCodes.FAILED);
        assertThat(Files.readString(folder.resolve("early.json"))).contains("\"verified\": {", "\"clean\": false");
        assertThat(run("run")).isEqualTo(ExitCodes.OK);
        assertThat(run("verify", "--report", file("v.json"))).isEqualTo(ExitCodes.OK);
        assertThat(Files.readString(folder.resolve("v.json")))
                .contains("\"run_id\": \"" + runId() + "\"", "\"clean\": true", "\"checksum_target\": ");
        assertThat(folder.resolve("v.json.differences.jsonl")).isEmptyFile();
        commands().run("import", "report", "--report", file("again.json"));
        assertThat(out.toString()).contains("## Compared with the source", "Nothing differs.");
        assertThat(Files.readString(folder.resolve("again.json"))).contains("\"clean\": true");

        String lost = LedgerKey.of(new LegacyOrigin("mongo-phone-otp", "users", "p0", "", ""));
        host.store.alone(tx -> {
            ImportTx.in(tx).ledger().forget(List.of(lost));
            return true;
        });
        assertThat(run("verify", "--differences", file("d.jsonl"))).isEqualTo(ExitCodes.FAILED);
        assertThat(out.toString()).contains("users: 1 came and are not in the ledger", "The two sides differ.");
        commands().run("import", "report");
        assertThat(out.toString()).contains("**Something differs.**");
        assertThat(run("verify", "--report", "/nowhere/at/all.json")).isEqualTo(ExitCodes.UNUSABLE);
    }

    @Test
    void an_old_id_steers_no_terminal() throws IOException {
        String escapes =
                Character.toString(0x1b) + "[2J" + Character.toString(0x9b) + "1m" + Character.toString(0x202e);
        Files.writeString(people, Files.readString(people).replace("\"p0\"", "\"p\\u001b[2J\\u009b1m\\u202e\""));
        assertThat(run("run")).isEqualTo(ExitCodes.OK);
        ImportRunRow run = host.store.read(tx -> ImportTx.in(tx).runs().runs(1)).get(0);
        String key = LedgerKey.of(new LegacyOrigin("mongo-phone-otp", "users", "p" + escapes, "", ""));
        assertThat(host.store.<Boolean>alone(tx -> {
                    LegacyLinkInfo entry = tx.legacy().byKeys(List.of(key)).get(key);
                    UserId user = host.store.userId(entry.localRef()).orElseThrow();
                    return ImportTx.in(tx)
                            .written()
                            .takeBack(new ImportedAccount(user, entry.localModifiedAt(), run.runId(), run.startedAt()));
                }))
                .isTrue();

        assertThat(run("verify")).isEqualTo(ExitCodes.FAILED);
        assertThat(out.toString())
                .contains("users \"p\\u001b[2J\\u009b1m\\u202e\": row, missing here")
                .doesNotContain(Character.toString(0x1b), Character.toString(0x9b), Character.toString(0x202e));
    }

    @Test
    void the_checklists_tell_what_is_wrong_and_exit_with_5() throws IOException {
        assertThat(run("check", "--phase", "during")).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(run("check", "--phase", "before", "--backup", people.toString()))
                .isEqualTo(ExitCodes.UNUSABLE);
        Path link = Files.createSymbolicLink(folder.resolve("link.jsonl"), people);
        assertThat(run("check", "--phase", "before", "--backup", link.toString()))
                .isEqualTo(ExitCodes.UNUSABLE);
        assertThat(err.toString()).contains("names the old database itself");
        Path backup = Files.copy(people, folder.resolve("backup.jsonl"));
        assertThat(run("check", "--phase", "before", "--backup", backup.toString()))
                .as("warnings alone")
                .isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("MB-06 warning", "MB-10 warning", "0 error(s)");
        assertThat(run("check", "--phase", "before", "--strict")).isEqualTo(ExitCodes.FINDINGS);
        assertThat(run("check", "--phase", "before", "--backup", file("none"))).isEqualTo(ExitCodes.FINDINGS);
        assertThat(commands()
                        .run("import", "check", "--phase", "before", "--preset", "django", "--source", file("none")))
                .isEqualTo(ExitCodes.FINDINGS);
        assertThat(out.toString()).contains("MB-01 error", "MB-02 error");
        assertThat(run("check", "--phase", "after")).isEqualTo(ExitCodes.FINDINGS);
        assertThat(out.toString()).contains("MA-01 error");
        assertThat(phoneIsTaken()).as("a check writes nothing").isFalse();

        assertThat(run("run")).isEqualTo(ExitCodes.OK);
        assertThat(run("check", "--phase", "after")).isEqualTo(ExitCodes.FINDINGS);
        assertThat(run(
                        "check",
                        "--phase",
                        "after",
                        "--accept",
                        "duplicate_phone,phone_not_possible,phone_country_mismatch"))
                .isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).endsWith("All is well." + System.lineSeparator());
    }

    private boolean phoneIsTaken() {
        return host.store
                .read(tx -> tx.users()
                        .byKey(
                                IdentifierKind.PHONE,
                                host.identifierRules()
                                        .phone("+15551234510")
                                        .orElseThrow()
                                        .key()))
                .isPresent();
    }

    private String runId() {
        return host.store.read(tx -> ImportTx.in(tx).runs().runs(1)).get(0).runId();
    }

    /** A device on which no byte has room. */
    private static Path fullDisk() {
        Path full = Path.of("/dev/full");
        SkipReason.SYSTEM.skipUnless(Files.isWritable(full), "no /dev/full");
        return full;
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private int run(String command, String... more) {
        List<String> all = new ArrayList<>(
                List.of("import", command, "--preset", "mongo-phone-otp", "--source", people.toString()));
        all.addAll(List.of(more));
        return commands().run(all.toArray(String[]::new));
    }

    private ManageCommands commands() {
        ManageCommands commands = ManageCommands.of(host::open, Map.of());
        commands.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commands;
    }
}
