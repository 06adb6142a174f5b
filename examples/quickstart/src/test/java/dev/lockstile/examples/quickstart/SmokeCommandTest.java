package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.cli.ExitCodes;
import dev.lockstile.auth.cli.ManageCommands;
import dev.lockstile.auth.cli.ManagedHost;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code manage smoke} beside a quickstart that serves. */
class SmokeCommandTest {

    private static final List<String> STEPS =
            List.of("reach", "refusal", "register", "sign in", "code", "reset", "me", "refresh", "logout", "clean up");

    @TempDir
    Path folder;

    private String said = "";

    @ParameterizedTest
    @ValueSource(strings = {"clean", "snake", "camel"})
    void every_step_passes_and_the_account_is_deleted(String naming) {
        try (PagesFixture host = PagesFixture.open(folder, Map.of("QUICKSTART_NAMING", naming))) {
            assertThat(smoke(host, "http://localhost:" + host.port())).as(said).isEqualTo(ExitCodes.OK);
            STEPS.forEach(step -> assertThat(said).containsPattern("ok +" + step + " "));
            assertThat(said).doesNotContain("FAILED", "skipped", "Sm0ke-", "eyJ");
            assertThat(listedAccounts(host))
                    .containsPattern("smoke-.*<span class=\"tag bad\">deleted</span>"); // deleted at
        }
    }

    @Test
    void with_the_limits_of_an_application_every_step_passes_too() {
        try (PagesFixture host = PagesFixture.open(folder, Map.of("QUICKSTART_LIMITS", "on"))) {
            assertThat(smoke(host, "http://127.0.0.1:" + host.port() + "/auth/"))
                    .as(said)
                    .isEqualTo(ExitCodes.OK);
        }
    }

    @Test
    void nothing_is_registered_where_nothing_may_be_sent() {
        try (PagesFixture host = PagesFixture.open(folder, Map.of())) {
            assertThat(smoke(host, "http://localhost:" + host.port(), "--no-send"))
                    .as(said)
                    .isEqualTo(ExitCodes.OK);
            assertThat(said).containsPattern("ok +refusal").containsPattern("skipped +register");
            assertThat(new Http(host.port()).get("/dev/messages", null).json()).isEmpty();
        }
    }

    @Test
    void where_no_code_can_be_read_the_command_says_what_to_do() {
        try (PagesFixture host = PagesFixture.open(folder, Map.of("QUICKSTART_DEV", "false"))) {
            assertThat(smoke(host, "http://localhost:" + host.port())).isEqualTo(ExitCodes.UNUSABLE);
            assertThat(said).contains("--email", "--no-send");
        }
    }

    private int smoke(PagesFixture host, String base, String... more) {
        StringWriter out = new StringWriter();
        ManageCommands commands = Quickstart.commands(SmokeCommandTest::none);
        commands.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
        List<String> line = new ArrayList<>(List.of("smoke", "--base", base));
        line.addAll(List.of(more));
        int code = commands.run(line.toArray(String[]::new));
        said = out.toString();
        return code;
    }

    /** What staff see of the accounts that there are. */
    private static String listedAccounts(PagesFixture host) {
        host.createSuperuser();
        Visitor staff = host.visitor();
        staff.open("/sign-in");
        staff.submit("/sign-in", Map.of("login", "root@example.com", "password", PagesFixture.PASSWORD));
        return staff.open("/admin/users").text();
    }

    /** The command opens no host: it runs beside one that serves. */
    private static ManagedHost none() {
        throw new AssertionError("the command opened the host");
    }
}
