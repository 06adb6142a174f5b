package dev.lockstile.auth.imports.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.SentLink;
import java.time.Duration;

/** A person who was in no old system. */
final class NewPerson {

    private static final String PASSWORD = "brand-new-word-8831";

    private NewPerson() {}

    /** Registers, proves the address, and signs in. */
    static void registers(MigrationFixture app, Auth auth, String email) {
        app.clock.advance(Duration.ofMinutes(5));
        Outcome<Registration.Accepted> result = auth.registrations()
                .register(new Registration(
                        new Registration.Identifiers(email, null, null),
                        Secret.of(PASSWORD),
                        new Person("Ana", "Ruiz", null, null, null),
                        true,
                        new Registration.RegistrationClient("en", "192.0.2.9")));
        assertThat(result).isInstanceOf(Outcome.Done.class);
        MigrationFixture.deliver(auth);
        SentLink link = app.email.lastLink(email);
        auth.registrations()
                .confirmEmail(EmailConfirmation.of(new LinkProof(link.uid(), Secret.of(link.token())))
                        .withRegistration(result.orElseThrow().registration()));
        assertThat(MigrationFixture.signsIn(auth, email, PASSWORD)).as(email).isTrue();
    }
}
