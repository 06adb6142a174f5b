package dev.lockstile.auth.cutover.migration;

import static dev.lockstile.auth.imports.support.MigrationFixture.login;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** What the cases share. Each test has its own people. */
abstract class JustInTimeMigrationCase {

    static final String WORD = JustInTimeMigrationFixture.WORD;

    JustInTimeMigrationFixture fixture;
    JpaHost host;
    MigrationFixture app;
    PersonImport personImport;
    Auth auth;

    abstract JustInTimeMigrationFixture fixture();

    @BeforeEach
    final void move_in() {
        fixture = fixture();
        host = fixture.host;
        app = fixture.app;
        personImport = fixture.personImport;
        auth = fixture.auth;
    }

    final void person(long id, String... changes) {
        fixture.person(id, changes);
    }

    static String email(long id) {
        return "user" + id + "@example.com";
    }

    long here(long id) {
        return host.count("select count(*) from auth_legacy_link where entity = 'users' and legacy_id = '" + id + "'");
    }

    Caller caller(long id) {
        SignIn in = login(auth, email(id), WORD).orElseThrow();
        return auth.sessions().authenticate(in.tokens().access().reveal()).orElseThrow();
    }

    /** What the owner of the new address is asked to show. */
    ChangeProof asked(Caller asker, String address) {
        Outcome<OwnAccount.Changed> asked = auth.ownAccount().update(asker, AccountChange.NONE.withEmail(address));
        String challenge = asked.orElseThrow().pending().get(0).challengeId();
        MigrationFixture.deliver(auth);
        return new ChangeProof(challenge, Secret.of(app.email.lastCode(address)));
    }

    static Registration registration(String email) {
        return registration(email, null);
    }

    static Registration registration(String email, @Nullable String username) {
        return new Registration(
                new Registration.Identifiers(email, null, username),
                Secret.of("strangers-word-7731"),
                Person.UNKNOWN,
                true,
                new Registration.RegistrationClient("en", "192.0.2.9"));
    }
}
