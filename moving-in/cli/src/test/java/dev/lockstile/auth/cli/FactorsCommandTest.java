package dev.lockstile.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.TotpGenerator;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FactorsCommandTest {

    private static final String ANA = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final Duration WAIT = Duration.ofHours(24);

    private final StringWriter printed = new StringWriter();
    private final TestHost host = new TestHost();

    @Test
    void a_reset_is_done_at_once_where_nothing_is_said() {
        AuthTestKit kit = kit(SecondFactorSettings.optional());
        assertThat(run()).isEqualTo(ExitCodes.OK);
        assertThat(printed.toString()).contains("are removed").doesNotContain(ANA);
        assertThat(signIn(kit)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_reset_that_waits_is_asked_for_and_done_by_the_same_command() {
        AuthTestKit kit = kit(SecondFactorSettings.optional().withAdministratorWait(WAIT));
        assertThat(run()).isEqualTo(ExitCodes.OK);
        assertThat(printed.toString()).contains("Nothing is removed yet");
        assertThat(signIn(kit)).isInstanceOf(Outcome.SecondFactorRequired.class);
        kit.clock().advance(WAIT);
        assertThat(run()).isEqualTo(ExitCodes.OK);
        assertThat(printed.toString()).contains("are removed");
        assertThat(signIn(kit)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_reset_that_waits_is_called_off_once() {
        AuthTestKit kit = kit(SecondFactorSettings.optional().withAdministratorWait(WAIT));
        run();
        assertThat(run("--cancel")).isEqualTo(ExitCodes.OK);
        assertThat(run("--cancel")).isEqualTo(ExitCodes.FAILED);
        assertThat(printed.toString()).contains("is called off", "no reset of that account waits");
        kit.clock().advance(WAIT);
        run();
        assertThat(signIn(kit)).isInstanceOf(Outcome.SecondFactorRequired.class);
    }

    @Test
    void a_host_that_names_nobody_who_resets_says_how() {
        assertThat(run()).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(printed.toString()).contains("ManagedHost.factors()");
    }

    /** With a user who has an authenticator application. */
    private AuthTestKit kit(SecondFactorSettings factors) {
        AuthTestKit kit = AuthTestKit.of(
                Auth.builder(host.store).settings(AuthTestKit.settings()).secondFactors(factors));
        host.factors = kit.auth().factorAdministration();
        kit.member(ANA, PASSWORD);
        Caller caller = kit.auth()
                .sessions()
                .authenticate(kit.signIn(ANA, PASSWORD).tokens().access().reveal())
                .orElseThrow();
        TotpEnrolment begun = done(kit.auth().secondFactors().beginTotp(caller));
        Secret code =
                Secret.of(TotpGenerator.of(begun.secret().reveal(), kit.clock()).code());
        done(kit.auth().secondFactors().confirmTotp(caller, begun.enrolmentId(), code));
        return kit;
    }

    private static Outcome<SignIn> signIn(AuthTestKit kit) {
        return kit.auth()
                .login()
                .signIn(new PasswordLogin.Request(ANA, Secret.of(PASSWORD), ClientInfo.web("192.0.2.7")));
    }

    private static <T> T done(Outcome<T> result) {
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return result.orElseThrow();
    }

    private int run(String... more) {
        ManageCommands commands = ManageCommands.of(host::open, Map.of());
        PrintWriter writer = new PrintWriter(printed, true);
        commands.commandLine().setOut(writer).setErr(writer);
        List<String> words = List.of("factors", "reset", ANA, "--reason", "ticket 4711");
        return commands.run(Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
    }
}
