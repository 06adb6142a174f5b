package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.lockstile.auth.cli.ExitCodes;
import dev.lockstile.auth.cli.ManageCommands;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Providers of messages by the environment. */
class SenderEnvironmentTest {

    private static final String HEX = "0123456789abcdef0123456789abcdef";
    private static final String ACCOUNT = "AC" + HEX;

    @TempDir
    Path folder;

    @Test
    void without_variables_messages_are_printed() {
        SenderEnvironment none = new SenderEnvironment(Map.of("QUICKSTART_DEV", "true"));
        assertThat(none.email().name()).isEqualTo("console");
        assertThat(none.sms().name()).isEqualTo("console");
    }

    @Test
    void each_provider_takes_its_variables() {
        SenderEnvironment both = new SenderEnvironment(Map.of(
                "QUICKSTART_SMTP_HOST", "smtp.acme.example",
                "QUICKSTART_SMTP_FROM", "Acme <no-reply@acme.example>",
                "QUICKSTART_SMTP_USER", "acme",
                "QUICKSTART_SMTP_PASSWORD", "plum-harbour-4417",
                "QUICKSTART_SMTP_TLS", "implicit",
                "QUICKSTART_TWILIO_ACCOUNT_SID", ACCOUNT,
                "QUICKSTART_TWILIO_KEY_SID", "SK" + HEX,
                "QUICKSTART_TWILIO_KEY_SECRET", "plum-harbour-4418",
                "QUICKSTART_TWILIO_FROM", "MG" + HEX));
        assertThat(both.email().name()).isEqualTo("smtp");
        assertThat(both.sms().name()).isEqualTo("twilio");
        assertThat(both.toString()).doesNotContain("plum");
    }

    @Test
    void a_variable_that_is_missing_or_mistyped_is_named() {
        assertThatThrownBy(() -> new SenderEnvironment(Map.of("QUICKSTART_SMTP_HOST", "smtp.acme.example")).email())
                .hasMessage("QUICKSTART_SMTP_FROM is missing");
        assertThatThrownBy(() -> new SenderEnvironment(Map.of("QUICKSTART_TWILIO_FROM", "MG" + HEX)).sms())
                .hasMessage("QUICKSTART_TWILIO_ACCOUNT_SID is missing");
        assertThatThrownBy(() -> new SenderEnvironment(Map.of("QUICKSTART_SMTP_PASWORD", "plum-harbour-4417")))
                .hasMessageContaining("QUICKSTART_SMTP_PASWORD does not exist")
                .hasMessageNotContaining("plum");
    }

    @Test
    void a_test_message_leaves_by_the_provider_that_the_environment_names() throws Exception {
        List<String> bodies = new CopyOnWriteArrayList<>();
        HttpServer twilio = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        twilio.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = ("{\"sid\": \"SM" + HEX + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(201, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        twilio.start();
        try {
            String said = run(
                    Map.of(
                            "QUICKSTART_TWILIO_ACCOUNT_SID",
                            ACCOUNT,
                            "QUICKSTART_TWILIO_AUTH_TOKEN",
                            "plum-harbour-4417",
                            "QUICKSTART_TWILIO_FROM",
                            "+15005550006",
                            "QUICKSTART_TWILIO_API",
                            "http://localhost:" + twilio.getAddress().getPort()),
                    "send-test",
                    "--sms",
                    "+525512345678");
            assertThat(said).contains("sms to +52***78: taken by twilio in try 1");
            assertThat(bodies).singleElement().asString().contains("525512345678");
        } finally {
            twilio.stop(0);
        }
    }

    @Test
    void the_check_of_a_deployment_tells_what_the_quickstart_is_not_for_people_yet() {
        String said = run(Map.of("QUICKSTART_DEV", "true", "QUICKSTART_LIMITS", "off"), "check", "--deploy");
        assertThat(said)
                .contains("a console sender prints codes", "the development inbox", "these limits are off")
                .contains("links in messages lead to http://localhost:8080/confirm");
        assertThat(code).isEqualTo(ExitCodes.FAILED);
        assertThat(run(
                        Map.of(
                                "QUICKSTART_ORIGIN", "https://acme.example",
                                "QUICKSTART_SMS_COUNTRIES", "MX, ES",
                                "QUICKSTART_SMTP_HOST", "smtp.acme.example",
                                "QUICKSTART_SMTP_FROM", "no-reply@acme.example",
                                "QUICKSTART_TWILIO_ACCOUNT_SID", ACCOUNT,
                                "QUICKSTART_TWILIO_AUTH_TOKEN", "plum-harbour-4417",
                                "QUICKSTART_TWILIO_FROM", "MG" + HEX),
                        "check",
                        "--deploy"))
                .doesNotContain("ERROR")
                .contains("NOTE: mails come from acme.example");
        assertThat(code).isEqualTo(ExitCodes.OK);
    }

    @Test
    void the_check_of_a_deployment_tells_of_no_inbox_that_is_not_served() {
        assertThat(run(
                        Map.of("QUICKSTART_DEV", "true", "QUICKSTART_ORIGIN", "https://acme.example"),
                        "check",
                        "--deploy"))
                .doesNotContain("the development inbox")
                .contains("a console sender prints codes");
    }

    private int code;

    private String run(Map<String, String> more, String... line) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("QUICKSTART_DB_URL", "jdbc:h2:mem:" + folder.getFileName() + ";DB_CLOSE_DELAY=-1");
        environment.put("QUICKSTART_DATA", folder.resolve("data").toString());
        StringWriter out = new StringWriter();
        ManageCommands commands = Quickstart.commands(environment);
        commands.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
        commands.run("migrate");
        code = commands.run(line);
        return out.toString();
    }
}
