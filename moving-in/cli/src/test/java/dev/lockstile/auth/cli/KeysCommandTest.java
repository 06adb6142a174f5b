package dev.lockstile.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SigningKeys;
import dev.lockstile.test.SkipReason;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands over key files. */
final class KeysCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final TestHost host = new TestHost();

    @TempDir
    private Path folder;

    @Test
    void keys_are_made_for_their_owner_and_none_is_printed() throws IOException {
        assertThat(run("keys", "generate", "--folder", folder.toString())).isEqualTo(ExitCodes.OK);
        for (String name : List.of("digest.key", "signing.jwks", "audit.keys", "import.keys")) {
            Path file = folder.resolve(name);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(said())
                    .contains(name)
                    .doesNotContain(Files.readString(file).strip());
        }
        assertThat(Files.readString(folder.resolve("audit.keys")))
                .isNotEqualTo(Files.readString(folder.resolve("import.keys")));
        assertThat(host.opened).isZero();
    }

    @Test
    void keys_that_are_there_stay_and_nothing_is_made_beside_them() throws IOException {
        Files.writeString(folder.resolve("audit.keys"), "mine");
        assertThat(run("keys", "generate", "--folder", folder.toString())).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(said()).contains("audit.keys is there already");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("audit.keys"));
        }
        assertThat(run("keys", "generate", "--folder", folder.resolve("none").toString()))
                .isEqualTo(ExitCodes.UNUSABLE);
    }

    @Test
    void a_rotation_leaves_the_file_to_whoever_reads_it() throws IOException {
        Path file = generated();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        try {
            Files.setAttribute(file, "unix:gid", 65_533);
            Files.setAttribute(file, "unix:uid", 65_534);
        } catch (IOException e) {
            SkipReason.SYSTEM.skip("only root gives files away");
        }
        assertThat(run("keys", "add", "--file", file.toString())).isEqualTo(ExitCodes.OK);
        assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(65_534);
        assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(65_533);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .as("a group that may read it goes on, everybody else does not")
                .isEqualTo("rw-r-----");
    }

    @Test
    void a_rotation_adds_a_key_that_signs_later_and_removes_the_old_one() throws IOException {
        Path file = generated();
        SigningKeys.KeyInfo first = keys(file).get(0);
        Instant before = Clock.systemUTC().instant();
        assertThat(run("keys", "add", "--file", file.toString(), "--algorithm", "EDDSA", "--in-hours", "48"))
                .isEqualTo(ExitCodes.OK);
        SigningKeys.KeyInfo second = keys(file).get(1);
        assertThat(second.signsFrom()).isAfter(before.plus(Duration.ofHours(47)));
        assertThat(said()).contains(second.id());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        assertThat(run("keys", "list", "--file", file.toString())).isEqualTo(ExitCodes.OK);
        assertThat(said()).contains(first.id(), second.id(), "EDDSA", String.valueOf(second.signsFrom()));

        assertThat(run("keys", "remove", "--file", file.toString(), "--id", first.id()))
                .isEqualTo(ExitCodes.OK);
        assertThat(keys(file)).extracting(SigningKeys.KeyInfo::id).containsExactly(second.id());
        assertThat(said()).doesNotContain(Files.readString(file).strip());
    }

    @Test
    void a_key_whose_id_looks_like_an_option_is_removed_like_any_other() throws IOException {
        Path file = generated();
        for (String like : List.of("-h", "-V", "--file")) {
            assertThat(run("keys", "add", "--file", file.toString())).isEqualTo(ExitCodes.OK);
            String first = keys(file).get(0).id();
            String id = like + first.substring(like.length());
            Files.writeString(file, Files.readString(file).replace(first, id));
            assertThat(run("keys", "remove", "--file", file.toString(), "--id", id))
                    .as(id)
                    .isEqualTo(ExitCodes.OK);
            assertThat(keys(file)).extracting(SigningKeys.KeyInfo::id).doesNotContain(id);
        }
        assertThat(run("keys", "remove", "--file", "--id", "no-such-key")).isEqualTo(ExitCodes.UNUSABLE);
    }

    @Test
    void the_last_key_stays_and_so_does_a_set_whose_command_fails() throws IOException {
        Path file = generated();
        String set = Files.readString(file);
        assertThat(run(
                        "keys",
                        "remove",
                        "--file",
                        file.toString(),
                        "--id",
                        keys(file).get(0).id()))
                .isEqualTo(ExitCodes.UNUSABLE);
        assertThat(run("keys", "remove", "--file", file.toString(), "--id", "no-such-key"))
                .isEqualTo(ExitCodes.UNUSABLE);
        assertThat(run("keys", "add", "--file", file.toString(), "--in-hours", "0"))
                .isEqualTo(ExitCodes.UNUSABLE);
        assertThat(Files.readString(file)).isEqualTo(set);
    }

    @Test
    void what_is_no_set_of_keys_is_refused_without_being_shown() throws IOException {
        Path file = Files.writeString(folder.resolve("signing.jwks"), "s3cret-of-somebody");
        for (String command : List.of("list", "add")) {
            assertThat(run("keys", command, "--file", file.toString())).isEqualTo(ExitCodes.UNUSABLE);
        }
        assertThat(said()).contains("holds no set of private keys").doesNotContain("s3cret");
        assertThat(Files.readString(file)).isEqualTo("s3cret-of-somebody");
    }

    @Test
    void a_link_is_not_followed() throws IOException {
        Path file = generated();
        Path link = Files.createSymbolicLink(folder.resolve("link.jwks"), file);
        String set = Files.readString(file);
        assertThat(run("keys", "add", "--file", link.toString())).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(Files.readString(file)).isEqualTo(set);
        assertThat(said()).contains("not a link");
    }

    private Path generated() {
        assertThat(run("keys", "generate", "--folder", folder.toString())).isEqualTo(ExitCodes.OK);
        return folder.resolve("signing.jwks");
    }

    private static List<SigningKeys.KeyInfo> keys(Path file) throws IOException {
        return new SigningKeys(Secret.of(Files.readString(file).strip())).keys();
    }

    private String said() {
        return out.toString() + err;
    }

    private int run(String... arguments) {
        ManageCommands commands = ManageCommands.of(host::open, Map.of());
        CommandLine line = commands.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commands.run(arguments);
    }
}
