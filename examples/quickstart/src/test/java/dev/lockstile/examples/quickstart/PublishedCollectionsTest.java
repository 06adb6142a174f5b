package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.test.PublishedFiles;
import dev.lockstile.test.SkipReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The client collections published for the contract, each run by newman against a quickstart with its field names, with
 * the paths as they stand there ({@code //auth/...}). Placeholders for links, codes and pictures stay as they are, and
 * get the answer that the contract gives to a wrong one. Skipped without npm.
 */
class PublishedCollectionsTest {

    private static final String NEWMAN = "newman@6.2.2";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final String BOOTSTRAP = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private static final Map<String, Integer> STATUS = Map.ofEntries(
            Map.entry("Register", 201),
            Map.entry("Account confirmation email", 400),
            Map.entry("Request OTP", 201),
            Map.entry("Verify OTP", 401),
            Map.entry("Password reset confirm", 400),
            Map.entry("Password change", 400),
            Map.entry("Delete account", 400),
            Map.entry("Create profile", 201),
            Map.entry("Update profile picture (PATCH)", 400),
            Map.entry("Delete profile", 204),
            Map.entry("Create superuser", 201),
            Map.entry("Create staff", 403));

    @ParameterizedTest
    @CsvSource({"API.postman_collection.json,snake", "API.camel.postman_collection.json,camel"})
    void every_request_gets_the_documented_status(String name, String naming, @TempDir Path folder) throws Exception {
        Path collection = PublishedFiles.collection(name);
        Path newman = newman();
        Map<String, String> environment = Map.of(
                "QUICKSTART_PORT",
                "0",
                "QUICKSTART_DEV",
                "true",
                "QUICKSTART_DATA",
                folder.resolve("data").toString(),
                "QUICKSTART_DB_URL",
                "jdbc:h2:mem:published-" + naming + ";DB_CLOSE_DELAY=-1",
                "QUICKSTART_NAMING",
                naming,
                "QUICKSTART_BOOTSTRAP",
                BOOTSTRAP);
        try (Application application = Application.start(QuickstartSettings.from(environment))) {
            Path adapted = folder.resolve(name);
            Files.writeString(adapted, Files.readString(collection).replace("secret123", PASSWORD));
            JsonNode tokens = member(application.port());
            String profile = new Http(application.port())
                    .get("/auth/profiles/", tokens.path("accessToken").asString())
                    .json()
                    .path(0)
                    .path("id")
                    .asString();
            Path report = folder.resolve("report.json");
            run(
                    newman.toString(),
                    "run",
                    adapted.toString(),
                    "--reporters",
                    "json",
                    "--reporter-json-export",
                    report.toString(),
                    "--env-var",
                    "host=http://localhost:" + application.port(),
                    "--env-var",
                    "accessToken=" + tokens.path("accessToken").asString(),
                    "--env-var",
                    "refreshToken="
                            + login(application.port()).path("refreshToken").asString(),
                    "--env-var",
                    "profileId=" + profile,
                    "--env-var",
                    "bootstrapToken=" + BOOTSTRAP);
            check(JsonMapper.shared().readTree(Files.readAllBytes(report)));
        }
    }

    private static void check(JsonNode report) {
        JsonNode executions = report.path("run").path("executions");
        assertThat(executions.size()).isGreaterThan(25);
        for (JsonNode execution : executions) {
            String request = execution.path("item").path("name").asString();
            int expected = request.startsWith("Social") ? 404 : STATUS.getOrDefault(request, 200);
            assertThat(execution.path("response").path("code").asInt())
                    .as(
                            "%s: %s",
                            request,
                            answer(execution.path("response").path("stream").path("data")))
                    .isEqualTo(expected);
        }
    }

    private static String answer(JsonNode bytes) {
        StringBuilder text = new StringBuilder();
        bytes.forEach(value -> text.append((char) value.asInt()));
        return text.toString();
    }

    private static JsonNode member(int port) throws InterruptedException {
        Http http = new Http(port);
        http.post(
                "/auth/register/",
                Map.of(
                        "email",
                        "user@example.com",
                        "password",
                        PASSWORD,
                        "password_confirm",
                        PASSWORD,
                        "first_name",
                        "Joel",
                        "last_name_1",
                        "Barron",
                        "terms_and_conditions_accepted",
                        true));
        JsonNode messages = http.get("/dev/messages", null).json();
        for (int i = 0; i < 100 && messages.isEmpty(); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
            messages = http.get("/dev/messages", null).json();
        }
        String query = messages.path(0).path("link").asString().split("\\?", 2)[1];
        String[] parts = query.split("[=&]");
        http.post(
                "/auth/registration/account-confirmation-email/",
                Map.of("uid", parts[1], "token", parts[3], "password", PASSWORD));
        return login(port);
    }

    private static JsonNode login(int port) {
        return new Http(port)
                .post("/auth/login/basic/", Map.of("login", "user@example.com", "password", PASSWORD, "client", "web"))
                .json()
                .path("tokens");
    }

    private static Path newman() throws IOException, InterruptedException {
        Path folder = Path.of("target", "newman").toAbsolutePath();
        Path program = folder.resolve(Path.of("node_modules", ".bin", "newman"));
        if (!Files.exists(program)) {
            Files.createDirectories(folder);
            boolean installed = tryRun("npm", "i", "--prefix", folder.toString(), "--no-audit", "--no-fund", NEWMAN);
            SkipReason.NEWMAN.skipUnless(installed && Files.exists(program), "no npm, or no registry");
        }
        return program;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(tryRun(command))
                .as("%s did not end in time or well", List.of(command).get(0))
                .isTrue();
    }

    private static boolean tryRun(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(180, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false; // no such program
        }
    }
}
