package dev.lockstile.auth.jpa.flow;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.email.ConsoleEmailSender;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.token.TokenSettings;
import java.net.URI;

/** The library with its usual limits and quick hashing on a store. */
final class JpaFlowFixture {

    private JpaFlowFixture() {}

    static AuthBuilder on(AuthStore store) {
        PasswordSettings quick = PasswordSettings.owasp().withCost(Argon2Cost.cheapForTests());
        return Auth.builder(store)
                .settings(AuthSettings.owasp(
                                "Acme",
                                TokenSettings.owasp("https://acme.example", "acme"),
                                LinkSettings.of(
                                        URI.create("https://acme.example/confirm"),
                                        URI.create("https://acme.example/reset")))
                        .withPasswords(quick))
                .keys(AuthKeys.generate())
                .email(new ConsoleEmailSender());
    }

    /** A user of that name, from another network. */
    static Registration registration(int number) {
        return new Registration(
                new Registration.Identifiers("person" + number + "@acme.example", null, null),
                Secret.of("plum-harbour-4417"),
                new Person("Ana", "Ruiz", null, null, null),
                true,
                new Registration.RegistrationClient("en", "192.0.2." + number));
    }
}
