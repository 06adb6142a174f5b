package dev.lockstile.auth.imports.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.LegacyDump;
import dev.lockstile.test.TestPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A process that is killed in the middle of an import of content, and started again, ends with each row once. */
final class KilledContentTest extends ContentFixture {

    private String database = "";

    @Override
    JpaHost openHost() {
        database = TestPostgres.freshDatabase();
        return JpaHost.onPostgres(database);
    }

    @Test
    void a_killed_import_goes_on_to_the_state_of_an_undisturbed_one() throws Exception {
        people();
        Path file = LegacyDump.copied("biograph.biographs.jsonl.gz", folder);
        killAt(start(file), 200);
        long first = host.count("select count(*) from biograph");
        assertThat(first).isPositive().isLessThan(500);
        assertThat(start(file).waitFor()).isZero();

        assertThat(host.count("select count(*) from auth_import_run where preset = 'content'"))
                .isEqualTo(1);
        assertThat(host.count("select count(*) from auth_import_run where preset = 'content' and state = 'finished'"))
                .isEqualTo(1);
        assertThat(host.count("select count(*) from biograph") + held()).isEqualTo(600);
        assertThat(host.count("select count(distinct legacy_id) from biograph"))
                .isEqualTo(host.count("select count(*) from biograph"))
                .isEqualTo(host.count("select count(*) from auth_legacy_link where entity = 'biographs'"));
        assertThat(run(BIOGRAPHS, biographs()).entities().get("biographs").read())
                .isEqualTo(600);
    }

    private long held() {
        return host.count("select count(*) from auth_import_held where entity = 'biographs'");
    }

    private static void killAt(Process child, int rows) throws IOException, InterruptedException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !(line.startsWith("read ") && Integer.parseInt(line.substring(5)) >= rows)) {
                line = lines.readLine();
            }
        }
        child.destroyForcibly().waitFor();
    }

    private Process start(Path file) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ContentChild.class.getName(),
                        database,
                        file.toString())
                .redirectError(folder.resolve("child.err").toFile())
                .start();
    }
}
