package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.test.SkipReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client in Python that knows fastapi-users and nothing of this library. */
class FastApiPythonClientTest extends FastApiStack {

    @TempDir
    Path folder;

    @Test
    void a_client_of_fastapi_users_registers_signs_in_and_out() throws Exception {
        SkipReason.PYTHON.skipUnless(isThere(), "python3 does not start");
        String base = "http://127.0.0.1:" + server.port();
        assertThat(python("register", base, ARTHUR, PASSWORD)).endsWith("done\n");
        auth.messages().dispatchDue();
        String token = mailbox.link().replaceAll("\"uid\":\"([^\"]*)\",\"token\":\"([^\"]*)\"", "$1.$2");
        assertThat(python("use", base, ARTHUR, PASSWORD, token)).endsWith("done\n");
    }

    private static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false; // no such program
        }
    }

    private String python(String... arguments) throws IOException, InterruptedException {
        Path script = folder.resolve("fastapi_client.py");
        try (InputStream source = getClass().getResourceAsStream("fastapi_client.py")) {
            Files.write(script, source.readAllBytes());
        }
        List<String> command = new ArrayList<>(List.of("python3", script.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
