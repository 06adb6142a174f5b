package dev.lockstile.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.http.settings.EndpointGroup;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.http.AuthServer;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The smoke test of a person who is there, and the addresses that are refused. */
final class SmokeCommandTest {

    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    @RegisterExtension
    final AuthServer server = AuthServer.inMemory();

    private String said = "";

    @Test
    void a_person_who_is_there_signs_in_and_stays_as_is_and_nothing_is_sent() {
        server.kit().member(EMAIL, PASSWORD);
        int sent = server.kit().deliver().emails().messages().size();
        assertThat(smoke(own(), PASSWORD, "--login", EMAIL, "--no-send"))
                .as(said)
                .isEqualTo(ExitCodes.OK);
        assertThat(said)
                .containsPattern("ok +sign in")
                .containsPattern("ok +me")
                .containsPattern("skipped +admin +this person may read no list: name staff with USERS_READ")
                .containsPattern("ok +refresh")
                .containsPattern("ok +logout")
                .containsPattern("skipped +code")
                .containsPattern("skipped +reset")
                .doesNotContain("clean up", PASSWORD, EMAIL);
        assertThat(server.kit().deliver().emails().messages()).hasSize(sent);
        assertThat(server.kit().signIn(EMAIL, PASSWORD)).isNotNull();
    }

    @Test
    void staff_read_a_list_of_the_administration() {
        server.kit()
                .auth()
                .admin()
                .createFirstSuperuser(new NewAdmin("root@example.com", Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
        assertThat(smoke(own(), PASSWORD, "--login", "root@example.com", "--no-send"))
                .as(said)
                .isEqualTo(ExitCodes.OK);
        assertThat(said).containsPattern("ok +admin +200, the list of users");
    }

    @Test
    void an_application_without_the_administration_is_told() {
        server.kit().member(EMAIL, PASSWORD);
        HttpSettings http = HttpSettings.defaults().without(EndpointGroup.ADMINISTRATION);
        try (AuthServer without = AuthServer.of(() -> server.kit(), http).start()) {
            String base = "http://127.0.0.1:" + without.port() + "/auth";
            assertThat(smoke(base, PASSWORD, "--login", EMAIL, "--no-send"))
                    .as(said)
                    .isEqualTo(ExitCodes.OK);
        }
        assertThat(said).containsPattern("skipped +admin +no administration is served");
    }

    @Test
    void codes_and_links_are_given_by_the_person_who_reads_the_mailbox() {
        InputStream before = System.in;
        System.setIn(new Mailbox());
        try {
            assertThat(smoke(own(), "", "--email", EMAIL)).as(said).isEqualTo(ExitCodes.OK);
        } finally {
            System.setIn(before);
        }
        assertThat(said)
                .containsPattern("ok +register")
                .containsPattern("ok +code")
                .containsPattern("ok +reset")
                .containsPattern("ok +admin +403 for a person without rights")
                .containsPattern("ok +clean up");
    }

    /** What the person types who reads the newest message: its code, or its link where it has no code. */
    private final class Mailbox extends InputStream {

        private byte[] typed = new byte[0];
        private int at;

        @Override
        public int read() {
            if (at == typed.length) {
                String text = server.kit().deliver().emails().last(EMAIL).text();
                Matcher link = Pattern.compile("https?://\\S+").matcher(text);
                String found = link.find() && !text.contains("code")
                        ? link.group()
                        : server.kit().emails().lastCode(EMAIL);
                typed = (found + "\n").getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            return typed[at++];
        }
    }

    @Test
    void a_wrong_password_fails_its_step_with_the_reason() {
        assertThat(smoke(own(), PASSWORD, "--login", EMAIL, "--no-send")).isEqualTo(ExitCodes.FAILED);
        assertThat(said)
                .containsPattern("FAILED +sign in +answered 401 invalid_credentials")
                .containsPattern("skipped +me")
                .contains("A step failed.");
    }

    @Test
    void an_address_of_something_else_is_told() throws Exception {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            byte[] page = "<html>\u001b[2J welcome</html>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        other.start();
        try {
            int port = other.getAddress().getPort();
            assertThat(smoke("http://localhost:" + port, PASSWORD, "--no-send")).isEqualTo(ExitCodes.FAILED);
            assertThat(said)
                    .containsPattern("FAILED +reach +answered 200 no JSON")
                    .contains("is this where the endpoints are mounted?")
                    .doesNotContain("\u001b");
        } finally {
            other.stop(0);
        }
        assertThat(smoke("http://localhost:1", PASSWORD, "--no-send")).isEqualTo(ExitCodes.FAILED);
        assertThat(said).contains("is the application running");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://acme.example",
                "http://localhost.acme.example/auth",
                "http://127.0.0.1.acme.example",
                "http://localhost@acme.example",
                "https://user:word@acme.example",
                "https://acme.example/auth?next=1",
                "ftp://localhost",
                "acme.example",
                "https://",
                "http://[::2]",
                "h ttp://localhost"
            })
    void no_password_goes_to_an_address_that_is_neither_https_nor_this_machine(String base) {
        assertThat(smoke(base, PASSWORD, "--login", EMAIL)).as(said).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(said).contains("--base").doesNotContain(PASSWORD, "user:word");
    }

    private String own() {
        return "http://127.0.0.1:" + server.port() + "/auth";
    }

    private int smoke(String base, String password, String... more) {
        StringWriter out = new StringWriter();
        ManageCommands commands = ManageCommands.of(
                () -> {
                    throw new AssertionError("the command opened the host");
                },
                Map.of("LOCKSTILE_SMOKE_PASSWORD", password));
        commands.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
        List<String> line = new ArrayList<>(List.of("smoke", "--base", base));
        line.addAll(List.of(more));
        int code = commands.run(line.toArray(String[]::new));
        said = out.toString();
        return code;
    }
}
