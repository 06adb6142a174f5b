package dev.lockstile.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.secret.Secret;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run kept of the old system goes to a file of its owner's, or is forgotten. */
final class SourceRowsCommandTest {

    private static final String PEOPLE = """
            {"_id": "p1", "phone_number": "5551234501", "country_code": 1, "status_key": 1, "is_removed": false}
            {"_id": "p2", "phone_number": "5551234502", "country_code": 1, "status_key": 1, "is_removed": false}
            {"_id": "-h8f3", "phone_number": "5551234503", "country_code": 1, "status_key": 1, "is_removed": false}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final TestHost host = new TestHost();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void moved() throws IOException {
        host.importKey = AuthKeys.generate().importKey();
        Path people = Files.writeString(folder.resolve("people.jsonl"), PEOPLE);
        file = folder.resolve("kept.jsonl");
        assertThat(run("run", "--preset", "mongo-phone-otp", "--source", people.toString(), "--archive-rows"))
                .isEqualTo(ExitCodes.OK);
    }

    private int run(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "import";
        System.arraycopy(words, 0, all, 1, words.length);
        ManageCommands commands = ManageCommands.of(host::open, Map.of());
        commands.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commands.run(all);
    }

    private int kept(String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "archive";
        all[1] = "--system";
        all[2] = "mongo-phone-otp";
        System.arraycopy(words, 0, all, 3, words.length);
        return run(all);
    }

    @Test
    void they_are_written_for_nobody_but_the_owner() throws IOException {
        assertThat(kept("--file", file.toString())).isEqualTo(ExitCodes.OK);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(3).anyMatch(line -> line.contains("5551234501"));
        assertThat(out.toString()).contains("3 rows are in").doesNotContain("5551234501");
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }

        assertThat(kept("--file", file.toString())).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(Files.readAllLines(file)).isEqualTo(lines);
    }

    @Test
    void one_of_them_can_be_had_alone() throws IOException {
        assertThat(kept("--entity", "users", "--id", "p2", "--file", file.toString()))
                .isEqualTo(ExitCodes.OK);
        assertThat(Files.readAllLines(file)).singleElement().asString().contains("5551234502");
        Path none = folder.resolve("none.jsonl");
        assertThat(kept("--entity", "users", "--id", "p9", "--file", none.toString()))
                .isEqualTo(ExitCodes.FAILED);
    }

    @Test
    void one_whose_old_key_looks_like_an_option_can_be_had_too() throws IOException {
        assertThat(kept("--entity", "users", "--id", "-h8f3", "--file", file.toString()))
                .isEqualTo(ExitCodes.OK);
        assertThat(Files.readAllLines(file)).singleElement().asString().contains("5551234503");
        Path none = folder.resolve("none.jsonl");
        assertThat(kept("--entity", "users", "--id", "-V9", "--file", none.toString()))
                .isEqualTo(ExitCodes.FAILED);
    }

    @Test
    void with_another_key_or_none_no_file_is_left() {
        Secret key = host.importKey;
        host.importKey = AuthKeys.generate().importKey();
        assertThat(kept("--file", file.toString())).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(err.toString()).contains("another key");
        assertThat(file).doesNotExist();
        host.importKey = null;
        assertThat(kept("--file", file.toString())).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(file).doesNotExist();
        host.importKey = key;
        assertThat(kept("--file", file.toString())).isEqualTo(ExitCodes.OK);
    }

    @Test
    void they_are_forgotten_by_two_words_and_not_by_one() {
        assertThat(kept("--forget")).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(kept()).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(kept("--forget", "--yes", "--file", file.toString())).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(kept("--entity", "users", "--id", "p1", "--forget", "--yes")).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("1 rows are forgotten.");
        assertThat(kept("--forget", "--yes")).isEqualTo(ExitCodes.OK);
        assertThat(kept("--file", file.toString())).isEqualTo(ExitCodes.OK);
        assertThat(file).isEmptyFile();
    }
}
