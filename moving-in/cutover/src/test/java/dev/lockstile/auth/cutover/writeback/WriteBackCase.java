package dev.lockstile.auth.cutover.writeback;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.SentLink;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;

/** What the cases share: a recording legacy system and a host with an empty change log. Each test has its own users. */
abstract class WriteBackCase {

    static final String WORD = "new-harbour-4417";

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    RecordingLegacySystem old;
    JpaHost host;
    MigrationFixture app;
    JpaAuthStore store;
    WriteBack writeBack;
    Auth auth;

    /** A host whose database has the change log too. */
    abstract JpaHost host();

    @BeforeEach
    final void connect() {
        host = host();
        host.execute("delete from auth_write_back_change", "delete from auth_write_back_lease");
        store = JpaAuthStore.of(host.entities());
        old = new RecordingLegacySystem();
        app = new MigrationFixture(store);
        writeBack = node();
        auth = app.node(writeBack.store(), builder -> builder);
    }

    WriteBack node() {
        return WriteBack.to(old, store, host.entities(), IdentifierRules.standard())
                .with(app.clock)
                .with(WriteBackSettings.STANDARD.withAttempts(3));
    }

    String register() {
        String email = "way" + PEOPLE.incrementAndGet() + "@example.com";
        auth.registrations()
                .register(new Registration(
                        new Registration.Identifiers(email, null, null),
                        Secret.of(WORD),
                        new Person("Ana", "Luz", null, null, null),
                        true,
                        new Registration.RegistrationClient("en", "192.0.2.9")));
        return email;
    }

    String person() {
        String email = register();
        MigrationFixture.deliver(auth);
        SentLink link = app.email.lastLink(email);
        auth.registrations()
                .confirmEmail(EmailConfirmation.of(new LinkProof(link.uid(), Secret.of(link.token())))
                        .withPassword(Secret.of(WORD)));
        return email;
    }

    UserId user(String email) {
        return auth.userId(host.rows("select id from auth_user where email = '" + email + "'")
                        .get(0)
                        .get("id"))
                .orElseThrow();
    }

    UserId personSentBefore() {
        UserId user = user(person());
        writeBack.sendDue();
        return user;
    }

    void afterAWhile() {
        app.clock.advance(Duration.ofHours(2));
    }
}
