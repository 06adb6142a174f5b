package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.login.LoginRefusal;
import dev.lockstile.auth.login.LoginResult;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Signing in with a password. */
public abstract class PasswordLoginContract extends FlowContract {

    private static final LoginResult WRONG = new LoginResult.Refused(LoginRefusal.INVALID_CREDENTIALS);

    /** Django's md5 hasher, salt {@code s}, of the word {@code letmein-81}. */
    private static final String OLD_HASH = "md5$s$" + Md5.of("sletmein-81");

    @Test
    void every_refusal_looks_the_same() {
        house.member("ana@acme.example");
        house.auth.accounts().register(TestHouse.registration("bob@acme.example", null, null));
        assertThat(house.login("ana@acme.example", "wrong-word-1")).isEqualTo(WRONG);
        assertThat(house.login("nobody@acme.example", TestHouse.PASSWORD)).isEqualTo(WRONG);
        assertThat(house.login("bob@acme.example", TestHouse.PASSWORD)).isEqualTo(WRONG);
        assertThat(house.login("", TestHouse.PASSWORD)).isEqualTo(WRONG);
        assertThat(house.login("\u0000\ud800", TestHouse.PASSWORD)).isEqualTo(WRONG);
        assertThat(house.login("x".repeat(100_000), TestHouse.PASSWORD)).isEqualTo(WRONG);
        assertThat(house.login("ana@acme.example", "p".repeat(100_000))).isEqualTo(WRONG);
        assertThat(house.login("ana@acme.example", "")).isEqualTo(WRONG);
    }

    @Test
    void a_mobile_client_says_which_device_it_is() {
        house.member("ana@acme.example");
        ClientInfo nameless = new ClientInfo(ClientKind.MOBILE, null, null, null);
        assertThat(house.auth
                        .login()
                        .signIn(new PasswordLogin("ana@acme.example", Secret.of(TestHouse.PASSWORD), nameless)))
                .isEqualTo(new LoginResult.Refused(LoginRefusal.DEVICE_REQUIRED));
        SignIn signIn = TestHouse.signIn(house.auth
                .login()
                .signIn(new PasswordLogin("ana@acme.example", Secret.of(TestHouse.PASSWORD), TestHouse.PHONE_APP)));
        assertThat(signIn.deviceRegistered()).isTrue();
        assertThat(house.auth.sessions().list(house.caller(signIn)))
                .singleElement()
                .satisfies(view -> assertThat(view.deviceLabel()).isEqualTo("Ana's phone"));
    }

    @Test
    void an_old_hash_signs_in_and_is_better_afterwards() {
        Identifier email = house.imported("old@acme.example", OLD_HASH, true);
        assertThat(house.login("OLD@acme.example", "letmein-81")).isInstanceOf(LoginResult.SignedIn.class);
        assertThat(stored(email))
                .hasValueSatisfying(hash -> assertThat(hash.reveal()).contains("$argon2id$"));
        assertThat(house.login("old@acme.example", "letmein-81")).isInstanceOf(LoginResult.SignedIn.class);
        assertThat(house.login("old@acme.example", "letmein-82")).isEqualTo(WRONG);
    }

    @Test
    void an_old_hash_stays_as_it_is_after_a_wrong_password() {
        Identifier email = house.imported("old@acme.example", OLD_HASH, true);
        assertThat(house.login("old@acme.example", "letmein-82")).isEqualTo(WRONG);
        assertThat(stored(email)).contains(Secret.of(OLD_HASH));
    }

    @Test
    void an_imported_address_that_was_never_proven_does_not_open_with_a_password() {
        house.imported("old@acme.example", OLD_HASH, false);
        assertThat(house.login("old@acme.example", "letmein-81")).isEqualTo(WRONG);
    }

    @Test
    void each_try_is_told_after_the_fact() {
        house.member("ana@acme.example");
        house.events.clear();
        house.login("ana@acme.example", "wrong-word-1");
        SignIn signIn = house.signedIn("ana@acme.example");
        assertThat(house.events).hasSize(2);
        assertThat(house.events.get(0))
                .isInstanceOfSatisfying(
                        AuthEvent.SignInFailed.class,
                        failed -> assertThat(failed.user())
                                .isEqualTo(signIn.user().id()));
        assertThat(house.events.get(1)).isInstanceOf(AuthEvent.SignedIn.class);
    }

    private Optional<Secret> stored(Identifier email) {
        return house.store
                .read(tx -> tx.users().byKey(email.kind(), email.key()))
                .map(user -> user.passwordHash());
    }
}
