package dev.lockstile.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.testkit.AuthTestKit;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CreateSuperuserCommandTest {

    private static final String PASSWORD = "plum-harbour-4417";

    private final StringWriter printed = new StringWriter();
    private final TestHost host = new TestHost();
    private final AuthTestKit kit = AuthTestKit.of(Auth.builder(host.store).settings(AuthTestKit.settings()));

    @Test
    void the_first_superuser_is_made_once_and_signs_in() {
        host.admin = kit.auth().admin();
        assertThat(run(Map.of("LOCKSTILE_SUPERUSER_PASSWORD", PASSWORD), "root@example.com"))
                .isEqualTo(ExitCodes.OK);
        assertThat(kit.signIn("root@example.com", PASSWORD).user().status().superuser())
                .isTrue();
        assertThat(run(Map.of("LOCKSTILE_SUPERUSER_PASSWORD", PASSWORD), "second@example.com"))
                .isEqualTo(ExitCodes.FAILED);
        assertThat(printed.toString())
                .contains("there is a superuser already")
                .doesNotContain(PASSWORD, "@example.com");
    }

    @Test
    void a_password_against_the_policy_is_named_and_not_shown() {
        host.admin = kit.auth().admin();
        assertThat(run(Map.of("LOCKSTILE_SUPERUSER_PASSWORD", "short-1"), "root@example.com"))
                .isEqualTo(ExitCodes.UNUSABLE);
        assertThat(printed.toString()).contains("password is too short").doesNotContain("short-1");
    }

    @Test
    void a_host_that_names_no_accounts_of_administrators_says_how() {
        assertThat(run(Map.of("LOCKSTILE_SUPERUSER_PASSWORD", PASSWORD), "root@example.com"))
                .isEqualTo(ExitCodes.UNUSABLE);
        assertThat(printed.toString()).contains("ManagedHost.admin()");
    }

    private int run(Map<String, String> environment, String email) {
        ManageCommands commands = ManageCommands.of(host::open, environment);
        PrintWriter writer = new PrintWriter(printed, true);
        commands.commandLine().setOut(writer).setErr(writer);
        return commands.run("create-superuser", "--email", email);
    }
}
