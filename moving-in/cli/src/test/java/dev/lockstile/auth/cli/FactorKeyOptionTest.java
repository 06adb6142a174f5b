package dev.lockstile.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.test.SkipReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The key of the old application comes from a file of its owner alone, and is told nowhere. */
final class FactorKeyOptionTest extends ManageCommandsFixture {

    private static final String KEY = "a-better-auth-secret-of-32-chars";

    private Path people;
    private Path key;

    @BeforeEach
    void writeFiles() throws IOException {
        SkipReason.SYSTEM.skipUnless(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions");
        people = Files.writeString(
                folder.resolve("users.csv"),
                "id,email,password,two_factor_secret\n1,ana@acme.example,,eyJpdiI6IngifQ==\n");
        key = Files.writeString(folder.resolve("app.key"), KEY + "\n");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_key_that_others_may_read_is_refused() throws IOException {
        for (String mode : new String[] {"rw-r-----", "rw----r--", "rw--w----"}) {
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(mode));
            assertThat(plan(key)).as(mode).isEqualTo(ExitCodes.UNUSABLE);
        }
        assertThat(err.toString()).contains("others may read or write it").doesNotContain(KEY);
        assertThat(host.opened).isZero();
    }

    @Test
    void a_link_an_empty_file_and_one_that_is_not_there_are_refused() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.key"), key);
        assertThat(plan(link)).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(plan(folder.resolve("none.key"))).isEqualTo(ExitCodes.UNUSABLE);
        Files.writeString(key, "\n");
        assertThat(plan(key)).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(err.toString()).contains("no plain file", "the key alone, or lines with names");
    }

    @Test
    void a_wrong_key_exits_with_2_and_is_told_nowhere() throws IOException {
        Path report = folder.resolve("report.json");
        assertThat(run(
                        "import",
                        "run",
                        "--preset",
                        "laravel",
                        "--source",
                        people.toString(),
                        "--factor-key",
                        key.toString(),
                        "--report",
                        report.toString()))
                .isEqualTo(ExitCodes.UNUSABLE);
        assertThat(err.toString())
                .contains("the factor key opens none of the first 1 secrets in users.two_factor_secret");
        assertThat(out.toString() + err + Files.readString(report)).doesNotContain(KEY);
        assertThat(host.store.dump()).isEmpty();
    }

    @Test
    void a_preset_without_encrypted_factors_takes_no_key() {
        assertThat(run(importing("plan", "--factor-key", key.toString()))).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(err.toString()).contains("the preset jb-drf-auth reads no second factors that a key opens");
    }

    private int plan(Path file) {
        return run(
                "import",
                "plan",
                "--preset",
                "laravel",
                "--source",
                people.toString(),
                "--factor-key",
                file.toString());
    }
}
