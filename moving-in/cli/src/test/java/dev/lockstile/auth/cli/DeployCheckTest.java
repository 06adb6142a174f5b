package dev.lockstile.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.email.ConsoleEmailSender;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.tools.EntityModel;
import dev.lockstile.auth.sms.ConsoleSmsSender;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.SendSettings;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.TokenSettings;
import jakarta.persistence.PersistenceConfiguration;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DeployCheckTest extends ManageCommandsFixture {

    private final JdbcDataSource database = new JdbcDataSource();

    @BeforeEach
    void ownDatabase() {
        database.setURL("jdbc:h2:mem:" + folder.getFileName() + ";DB_CLOSE_DELAY=-1");
        AuthSchema schema = AuthSchema.builder(database).build();
        host.schema = HostSchema.of(schema, EntityModel.of(new PersistenceConfiguration("none")));
    }

    @Test
    void a_host_that_is_ready_for_people_has_no_error() throws Exception {
        host.schema.schema().migrate();
        host.deployment = ready().withKeyFiles(List.of(keyFile("rw-------")));
        assertThat(run("check", "--deploy")).as(out.toString()).isEqualTo(ExitCodes.OK);
        assertThat(out.toString())
                .doesNotContain("ERROR")
                .contains("NOTE: mails come from acme.example", "_dmarc", "not looked up")
                .contains("WARNING: the database is H2");
    }

    @Test
    void each_mistake_is_an_error_that_says_what_to_do() throws Exception {
        host.deployment = Deployment.of(
                        settings("http://localhost:8080")
                                .withThrottles(ThrottleSettings.owasp().turnEverythingOff()),
                        List.of(new ConsoleSmsSender()),
                        List.of(new ConsoleEmailSender()))
                .withInbox(true)
                .withTrustedProxies(List.of("0.0.0.0/0"))
                .withOrigins(List.of("http://acme.example"))
                .withKeyFiles(List.of(keyFile("rw-r--r--")));
        assertThat(run("check", "--deploy")).isEqualTo(ExitCodes.FAILED);
        assertThat(out.toString())
                .contains("can be read or changed by other users", "chmod 600")
                .contains("links in messages lead to http://localhost:8080/confirm")
                .contains("people reach the application at http://acme.example")
                .contains("every address is a trusted proxy")
                .contains("these limits are off")
                .contains("a console sender prints codes")
                .contains("the development inbox shows every code")
                .contains("text messages go to every country")
                .contains("change set(s) wait to run; run migrate");
    }

    @Test
    void a_clock_that_is_wrong_is_told() {
        host.schema.schema().migrate();
        host.deployment = ready();
        host.clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(3));
        assertThat(run("check", "--deploy")).isEqualTo(ExitCodes.FAILED);
        assertThat(out.toString()).contains("ERROR: the clock of this machine").contains("NTP");
    }

    @Test
    void a_host_that_tells_nothing_says_how() {
        assertThat(run("check", "--deploy")).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(err.toString()).contains("ManagedHost.deployment()");
    }

    @Test
    void the_version_tells_library_database_and_schema() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString())
                .contains("Lockstile ", "Java ", "Database H2 2.", "0 change set(s) applied", "run migrate");
        host.schema.schema().migrate();
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).containsPattern("Schema at \\S+, \\d+ change set\\(s\\) applied, 0 wait");
    }

    @Test
    void the_version_of_the_program_is_told_without_a_database() {
        host.schema = null;
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).contains("Lockstile ", "Database not known: this host does not tell its schema");
    }

    private static Deployment ready() {
        ThrottleSettings throttles = ThrottleSettings.owasp()
                .withSends(SendSettings.owasp().smsTo("MX"))
                .with(RateLimit.SMS_SPEND, RateLimit.Rate.perDay(200));
        return Deployment.of(
                        settings("https://acme.example").withThrottles(throttles),
                        List.of(message -> {}),
                        List.of(message -> {}))
                .withTrustedProxies(List.of("10.0.0.0/8"))
                .withOrigins(List.of("https://acme.example"))
                .withMailFrom("Acme <no-reply@acme.example>");
    }

    private static AuthSettings settings(String origin) {
        return AuthSettings.owasp(
                "Acme",
                TokenSettings.owasp("https://acme.example", "acme"),
                LinkSettings.of(URI.create(origin + "/confirm"), URI.create(origin + "/reset")));
    }

    private Path keyFile(String rights) throws Exception {
        Path file = Files.writeString(folder.resolve("digest.key"), "none");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }
}
