package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.test.BuildFolder;
import dev.lockstile.test.SkipReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of the README under "Try it", typed into a shell beside a quickstart as it is. */
class ReadmeLinesTest {

    private static final Pattern LINES = Pattern.compile("## Try it\n.*?```sh\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void a_person_registers_confirms_signs_in_refreshes_and_signs_out_as_the_readme_says() throws Exception {
        Map<String, String> environment = Map.of(
                "QUICKSTART_PORT", "0",
                "QUICKSTART_DEV", "true",
                "QUICKSTART_DATA", folder.resolve("data").toString(),
                "QUICKSTART_DB_URL", "jdbc:h2:mem:readme-lines;DB_CLOSE_DELAY=-1");
        try (Application application = Application.start(QuickstartSettings.from(environment), QuickHashing::of)) {
            String said = typed(lines().replace("localhost:8080", "localhost:" + application.port()));
            assertThat(said)
                    .doesNotContain("invalid_", "not_authenticated", "curl:")
                    .contains("\"registration\"", "\"lastName1\":\"Ruiz\"", "\n204\n");
            assertThat(said.split("\"accessToken\"", -1)).as(said).hasSize(3);
        }
    }

    private static String lines() throws IOException {
        Matcher lines = LINES.matcher(Files.readString(BuildFolder.root().resolve("README.md")));
        assertThat(lines.find()).isTrue();
        // the answers that the lines keep in variables are looked at as well
        return lines.group(1) + "\necho \"$answer\"; echo \"$login\"\n";
    }

    private String typed(String lines) throws IOException, InterruptedException {
        boolean installed = Files.exists(Path.of("/usr/bin/curl")) && Files.exists(Path.of("/bin/bash"));
        SkipReason.SYSTEM.skipUnless(installed, "no curl or no bash");
        Path said = folder.resolve("said");
        Process shell = new ProcessBuilder("/bin/bash", "-c", lines)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(shell.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return Files.readString(said);
    }
}
