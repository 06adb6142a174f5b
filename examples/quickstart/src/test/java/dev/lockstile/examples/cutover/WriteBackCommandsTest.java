package dev.lockstile.examples.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.cli.ExitCodes;
import dev.lockstile.auth.cli.ManageCommands;
import dev.lockstile.auth.cli.ManagedHost;
import dev.lockstile.auth.cutover.writeback.LegacySystem;
import dev.lockstile.auth.cutover.writeback.UserState;
import dev.lockstile.auth.cutover.writeback.WriteBack;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.password.PasswordFormats;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.testkit.SentLink;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An operator lists the dead letters of write-back sync and retries them. */
class WriteBackCommandsTest {

    private final JpaHost host = JpaHost.onH2().migrate("write-back-host.xml");
    private final JpaAuthStore store = JpaAuthStore.of(host.entities());
    private final MigrationFixture fixture = new MigrationFixture(store);
    private final PickyOldSystem old = new PickyOldSystem();
    private final WriteBack writeBack = WriteBack.to(old, store, host.entities(), IdentifierRules.standard())
            .with(fixture.clock);
    private final Auth auth = fixture.node(writeBack.store(), builder -> builder);
    private String said = "";

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void status_lists_dead_letters_and_retry_sends_them_again() {
        List.of("ana@acme.example", "ben@acme.example", "eva@acme.example").forEach(this::register);
        assertThat(run("status")).isEqualTo(ExitCodes.FINDINGS);
        assertThat(said).contains("3 pending, 0 dead letters.");

        writeBack.sendDue();
        assertThat(run("status", "--limit", "2")).isEqualTo(ExitCodes.FINDINGS);
        assertThat(said)
                .contains("0 pending, 3 dead letters.", "email_taken_in_legacy", "and 1 more")
                .doesNotContain("acme.example");

        old.reason = null;
        String one = writeBack.deadLetters(1).get(0).user().toString();
        assertThat(run("retry", one)).isEqualTo(ExitCodes.OK);
        assertThat(run("retry", one)).as("no longer a dead letter").isEqualTo(ExitCodes.FAILED);
        assertThat(run("retry", "no such key")).isEqualTo(ExitCodes.UNUSABLE);
        assertThat(run("retry", "--reason", "legacy_row_missing")).isEqualTo(ExitCodes.OK);
        assertThat(said).contains("0 dead letters will be sent again.");
        assertThat(run("retry", "--reason", "email_taken_in_legacy")).isEqualTo(ExitCodes.OK);
        assertThat(said).contains("2 dead letters will be sent again.");

        writeBack.sendDue();
        assertThat(run("status")).isEqualTo(ExitCodes.OK);
        assertThat(said).contains("0 pending, 0 dead letters.");
    }

    @Test
    void retry_all_sends_every_dead_letter_again() {
        register("ana@acme.example");
        writeBack.sendDue();
        assertThat(run("retry", "--all")).isEqualTo(ExitCodes.OK);
        assertThat(said).contains("1 dead letters will be sent again.");
        assertThat(writeBack.figures().pending()).isOne();
    }

    private void register(String email) {
        auth.registrations()
                .register(new Registration(
                        new Registration.Identifiers(email, null, null),
                        Secret.of("new-harbour-9921"),
                        new Person("Eva", "Luz", "Mar", null, null),
                        true,
                        new Registration.RegistrationClient("en", "192.0.2.9")));
        MigrationFixture.deliver(auth);
        SentLink link = fixture.email.lastLink(email);
        auth.registrations()
                .confirmEmail(EmailConfirmation.of(new LinkProof(link.uid(), Secret.of(link.token())))
                        .withPassword(Secret.of("new-harbour-9921")));
    }

    private int run(String verb, String... more) {
        StringWriter out = new StringWriter();
        ManageCommands commands = ManageCommands.of(Managed::new);
        commands.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
        String[] line = new String[more.length + 3];
        line[0] = "import";
        line[1] = "write-back";
        line[2] = verb;
        System.arraycopy(more, 0, line, 3, more.length);
        int code = commands.run(line);
        said = out.toString();
        return code;
    }

    /** Refuses all users for one reason, until there is none. */
    private static final class PickyOldSystem implements LegacySystem {

        private String reason = "email_taken_in_legacy";

        @Override
        public String system() {
            return "old";
        }

        @Override
        public LegacySystem.Delivery put(UserState person) {
            return reason == null
                    ? new LegacySystem.Delivery.Stored("old-" + person.user())
                    : new LegacySystem.Delivery.Refused(reason);
        }
    }

    private final class Managed implements ManagedHost {

        @Override
        public AuthStore store() {
            return store;
        }

        @Override
        public WriteBack writeBack() {
            return writeBack;
        }

        @Override
        public PasswordFormats passwordFormats() {
            return fixture.passwords().formats();
        }

        @Override
        public void close() {
            // the test closes what it opened
        }
    }
}
