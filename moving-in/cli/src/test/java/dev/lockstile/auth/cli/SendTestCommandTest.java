package dev.lockstile.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.throttle.SendSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SendTestCommandTest {

    private static final String NUMBER = "+525512345678";
    private static final String EMAIL = "operator@acme.example";

    private final StringWriter printed = new StringWriter();
    private final TestHost host = new TestHost();
    private AuthTestKit kit = AuthTestKit.of(Auth.builder(host.store).settings(AuthTestKit.settings()));

    @Test
    void a_text_and_a_mail_leave_by_the_providers_with_zeros_for_a_code() {
        assertThat(run("--sms", NUMBER, "--email", EMAIL)).isEqualTo(ExitCodes.OK);
        assertThat(kit.texts().lastCode(NUMBER)).matches("0+");
        assertThat(kit.emails().lastCode(EMAIL)).matches("0+");
        assertThat(printed.toString())
                .contains("sms to +52***78: taken by ", "email to o***@acme.example: taken by ", "in try 1")
                .doesNotContain(NUMBER, EMAIL, "000000");
    }

    @Test
    void the_answer_of_a_provider_that_refuses_is_told() {
        kit.emails().failPermanently(1);
        assertThat(run("--email", EMAIL)).isEqualTo(ExitCodes.FAILED);
        assertThat(printed.toString()).contains("FAILED").doesNotContain(EMAIL);
        kit.texts().failTemporarily(1);
        assertThat(run("--sms", NUMBER)).isEqualTo(ExitCodes.FAILED);
        assertThat(printed.toString()).contains("FAILED in try 1", "the application tries again");
    }

    @Test
    void a_recipient_gets_five_an_hour_also_when_asked_by_another_spelling() {
        for (int i = 0; i < 5; i++) {
            assertThat(run("--email", EMAIL)).isEqualTo(ExitCodes.OK);
        }
        assertThat(run("--email", "OPERATOR@acme.example")).isEqualTo(ExitCodes.FAILED);
        assertThat(printed.toString()).contains("five tests");
        assertThat(kit.emails().messages()).hasSize(5);
        assertThat(run("--email", "other@acme.example")).isEqualTo(ExitCodes.OK);
    }

    @Test
    void countries_that_text_messages_may_not_reach_are_not_reached() {
        var throttles = AuthTestKit.settings().throttles();
        kit = AuthTestKit.of(Auth.builder(host.store)
                .settings(AuthTestKit.settings()
                        .withThrottles(throttles.withSends(SendSettings.owasp().smsTo("ES")))));
        assertThat(run("--sms", NUMBER)).isEqualTo(ExitCodes.FAILED);
        assertThat(printed.toString()).contains("not sent", "countries");
        assertThat(kit.texts().messages()).isEmpty();
    }

    @Test
    void what_is_no_recipient_and_what_names_none_are_refused() {
        assertThat(run("--sms", "5587654321")).isEqualTo(ExitCodes.FAILED);
        assertThat(printed.toString()).contains("international form").doesNotContain("5587654321");
        assertThat(run()).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(printed.toString()).contains("--sms NUMBER");
    }

    private int run(String... options) {
        host.auth = kit.auth();
        ManageCommands commands = ManageCommands.of(host::open, Map.of());
        PrintWriter writer = new PrintWriter(printed, true);
        commands.commandLine().setOut(writer).setErr(writer);
        String[] line = new String[options.length + 1];
        line[0] = "send-test";
        System.arraycopy(options, 0, line, 1, options.length);
        return commands.run(line);
    }
}
