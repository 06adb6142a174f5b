package dev.lockstile.auth.cutover.ways;

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
import java.util.List;

/** People who were in no old system. The third one's address waits for its proof. */
record ThreeNewPeople(List<String> proven) {

    private static final String PASSWORD = "brand-new-word-8831";

    static ThreeNewPeople register(MigrationFixture app, Auth auth) {
        List<String> proven = List.of("new1@here.example", "new2@here.example");
        proven.forEach(email -> {
            Registration.Accepted result = register(app, auth, email);
            SentLink link = app.email.lastLink(email);
            auth.registrations()
                    .confirmEmail(EmailConfirmation.of(new LinkProof(link.uid(), Secret.of(link.token())))
                            .withRegistration(result.registration()));
        });
        register(app, auth, "new3@here.example");
        return new ThreeNewPeople(proven);
    }

    private static Registration.Accepted register(MigrationFixture app, Auth auth, String email) {
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
        return result.orElseThrow();
    }

    /** The proven ones are in, and the third one is not. */
    void signIn(Auth auth) {
        proven.forEach(email -> assertThat(MigrationFixture.signsIn(auth, email, PASSWORD))
                .as(email)
                .isTrue());
        assertThat(MigrationFixture.signsIn(auth, "new3@here.example", PASSWORD))
                .isFalse();
    }
}
