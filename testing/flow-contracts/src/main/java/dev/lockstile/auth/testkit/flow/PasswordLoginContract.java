package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signing in with a password. */
@Tag("keys")
abstract class PasswordLoginContract extends FlowContract {

    private static final Outcome<SignIn> WRONG = Outcome.refused(Refusal.INVALID_CREDENTIALS);

    /** Django's md5 hasher, salt {@code s}, of the word {@code letmein-81}. */
    private static final String OLD_HASH = "md5$s$" + Md5.of("sletmein-81");

    @Test
    void a_blank_typed_once_leaves_the_password_of_a_system_that_trims_right() {
        String old = "$wp$2y$05$abcdefghijklmnopqrstuuvQDOykIgeTogf9haG/HZ5nPdLev1Iie";
        fixture.people.imported("wp@acme.example", old, true);
        for (String typed : List.of(" trimmed-river-22", "trimmed-river-22 ", "trimmed-river-22", "trimmed-river-22")) {
            assertThat(fixture.login("wp@acme.example", typed)).as(typed).isInstanceOf(Outcome.Done.class);
        }
        assertThat(fixture.login("wp@acme.example", "trimmed-river-2")).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void every_refusal_looks_the_same() {
        fixture.member("ana@acme.example");
        fixture.auth.registrations().register(FlowFixture.registration("bob@acme.example", null, null));
        assertThat(fixture.login("ana@acme.example", "wrong-word-1")).isEqualTo(WRONG);
        assertThat(fixture.login("nobody@acme.example", FlowFixture.PASSWORD)).isEqualTo(WRONG);
        assertThat(fixture.login("bob@acme.example", FlowFixture.PASSWORD)).isEqualTo(WRONG);
        assertThat(fixture.login("", FlowFixture.PASSWORD)).isEqualTo(WRONG);
        assertThat(fixture.login("\u0000\ud800", FlowFixture.PASSWORD)).isEqualTo(WRONG);
        assertThat(fixture.login("x".repeat(100_000), FlowFixture.PASSWORD)).isEqualTo(WRONG);
        assertThat(fixture.login("ana@acme.example", "p".repeat(100_000))).isEqualTo(WRONG);
        assertThat(fixture.login("ana@acme.example", "")).isEqualTo(WRONG);
    }

    @Test
    void a_mobile_client_says_which_device_it_is() {
        fixture.member("ana@acme.example");
        ClientInfo nameless = new ClientInfo(ClientKind.MOBILE, null, null, null);
        assertThat(fixture.auth
                        .login()
                        .signIn(new PasswordLogin.Request(
                                "ana@acme.example", Secret.of(FlowFixture.PASSWORD), nameless)))
                .isEqualTo(Outcome.refused(Refusal.DEVICE_REQUIRED));
        SignIn signIn = FlowFixture.signIn(fixture.auth
                .login()
                .signIn(new PasswordLogin.Request(
                        "ana@acme.example", Secret.of(FlowFixture.PASSWORD), FlowFixture.PHONE_APP)));
        assertThat(signIn.deviceRegistered()).isTrue();
        assertThat(fixture.auth.sessions().list(fixture.caller(signIn)))
                .singleElement()
                .satisfies(view -> assertThat(view.deviceLabel()).isEqualTo("Ana's phone"));
    }

    @Test
    void an_old_hash_signs_in_and_is_better_afterwards() {
        Identifier email = fixture.people.imported("old@acme.example", OLD_HASH, true);
        assertThat(fixture.login("OLD@acme.example", "letmein-81")).isInstanceOf(Outcome.Done.class);
        assertThat(stored(email))
                .hasValueSatisfying(hash -> assertThat(hash.reveal()).contains("$argon2id$"));
        assertThat(fixture.login("old@acme.example", "letmein-81")).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.login("old@acme.example", "letmein-82")).isEqualTo(WRONG);
    }

    @Test
    void an_old_hash_stays_as_it_is_after_a_wrong_password() {
        Identifier email = fixture.people.imported("old@acme.example", OLD_HASH, true);
        assertThat(fixture.login("old@acme.example", "letmein-82")).isEqualTo(WRONG);
        assertThat(stored(email)).contains(Secret.of(OLD_HASH));
    }

    @Test
    void an_imported_address_that_was_never_proven_does_not_open_with_a_password() {
        fixture.people.imported("old@acme.example", OLD_HASH, false);
        assertThat(fixture.login("old@acme.example", "letmein-81")).isEqualTo(WRONG);
    }

    @Test
    void each_try_is_told_after_the_fact() {
        fixture.member("ana@acme.example");
        fixture.events.clear();
        fixture.login("ana@acme.example", "wrong-word-1");
        SignIn signIn = fixture.signedIn("ana@acme.example");
        assertThat(fixture.events).hasSize(2);
        assertThat(fixture.events.get(0))
                .isInstanceOfSatisfying(
                        AuthEvent.SignInFailed.class,
                        failed -> assertThat(failed.user())
                                .isEqualTo(signIn.user().id()));
        assertThat(fixture.events.get(1)).isInstanceOf(AuthEvent.SignedIn.class);
    }

    private Optional<Secret> stored(Identifier email) {
        return fixture.store
                .read(tx -> tx.users().byKey(email.kind(), email.key()))
                .map(user -> user.passwordHash());
    }
}
