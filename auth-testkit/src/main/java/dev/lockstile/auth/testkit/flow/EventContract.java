package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.CreateAccountResult;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.MeResult;
import dev.lockstile.auth.account.ProfileDraft;
import dev.lockstile.auth.account.ProfileResult;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.otp.CodeIdentifier;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.ConnectionHeldException;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Every operation, whatever its end, leaves exactly one event of its own (ASVS 16.3.1), after it was committed. */
public abstract class EventContract extends EventCase {

    /** For those who extend it. */
    protected EventContract() {}

    @Test
    void registering() {
        expect("user_created", true, () -> house.auth.accounts().register(TestHouse.registration(ANA, null, null)));
        expect("user_created", true, () -> house.auth.accounts().register(TestHouse.registration(ANA, null, null)));
        LinkProof link = house.linkTo(ANA);
        expect("user_update_fail", false, () -> house.auth.accounts().confirmEmail(NO_LINK));
        expect("user_updated", true, () -> house.auth.accounts().confirmEmail(link));
        expect("user_update_fail", false, () -> house.auth.accounts().confirmEmail(link));
        expect("user_created", true, () -> house.auth.accounts().register(TestHouse.registration(ANA, null, null)));
        expect(
                "user_create_fail",
                false,
                () -> house.auth.accounts().register(TestHouse.registration("no address", null, null)));
    }

    @Test
    void asking_for_another_confirmation() {
        house.auth.accounts().register(TestHouse.registration(ANA, null, null));
        house.clock.advance(Duration.ofHours(1));
        expect("user_confirmation_request", true, () -> house.auth.accounts().resendConfirmation(ANA));
        expect("user_confirmation_request", true, () -> house.auth.accounts().resendConfirmation("no@acme.example"));
        expect(
                "user_confirmation_request_fail",
                false,
                () -> house.auth.accounts().resendConfirmation("no address"));
    }

    @Test
    void signing_in_with_a_password() {
        house.member(ANA);
        expect("authn_login_success", true, () -> house.login(ANA, TestHouse.PASSWORD));
        expect("authn_login_fail", false, () -> house.login(ANA, "wrong-word-1"));
        expect("authn_login_fail", false, () -> house.login("nobody@acme.example", "wrong-word-1"));
        ClientInfo app = new ClientInfo(ClientKind.MOBILE, null, "192.0.2.8", null);
        expect(
                "authn_login_fail",
                false,
                () -> house.auth.login().signIn(new PasswordLogin(ANA, Secret.of(TestHouse.PASSWORD), app)));
    }

    @Test
    void signing_in_with_a_code() {
        house.member(ANA);
        expect("authn_code_request", true, () -> house.requestCode(ANA));
        expect("authn_code_request_fail", false, () -> house.requestCode(ANA));
        expect("authn_code_request", true, () -> house.requestCode("nobody@acme.example"));
        expect("authn_code_request_fail", false, () -> house.requestCode("no address"));
        String code = house.codeTo(ANA);
        CodeIdentifier ana = CodeIdentifier.email(ANA);
        expect("authn_login_fail", false, () -> house.enterCode(ana, TestHouse.not(code)));
        expect("authn_login_success", true, () -> house.enterCode(ana, code));
        expect("authn_login_fail", false, () -> house.enterCode(ana, code));
        expect("authn_login_fail", false, () -> house.enterCode(CodeIdentifier.email("no address"), code));
    }

    @Test
    void renewing_and_ending_a_session() {
        house.member(ANA);
        SignIn one = house.signedIn(ANA);
        SignIn other = house.signedIn(ANA);
        Caller caller = house.caller(one);
        expect(
                "session_renewed",
                true,
                () -> house.auth.sessions().refresh(other.tokens().refresh()));
        expect(
                "authn_token_reuse",
                false,
                () -> house.auth.sessions().refresh(other.tokens().refresh()));
        expect(
                "session_use_after_expire",
                false,
                () -> house.auth.sessions().refresh(other.tokens().refresh()));
        expect("session_use_after_expire", false, () -> house.auth.sessions().refresh(Secret.of("nonsense")));
        expect("session_end_fail", false, () -> house.auth.sessions().end(caller, new SessionId("nobody's")));
        expect("session_expired", true, () -> house.auth.sessions().logout(caller));
        expect("session_end_fail", false, () -> house.auth.sessions().logout(caller));
        expect("session_end_fail", false, () -> house.auth.sessions().logoutAll(caller));
        Caller again = house.caller(house.signedIn(ANA));
        expect("session_expired", true, () -> house.auth.sessions().logoutAll(again));
    }

    @Test
    void changing_the_profile() {
        house.member(ANA);
        SignIn signIn = house.signedIn(ANA);
        Caller caller = house.caller(signIn);
        AuthEvent refused = expect(
                "authz_fail",
                false,
                () -> house.auth.login().switchProfile(caller, new ProfileId(987_654_321L), TestHouse.WEB));
        assertThat(refused.user()).isEqualTo(caller.user());
        assertThat(refused.session()).isEqualTo(caller.session());
        expect(
                "privilege_permissions_changed",
                true,
                () -> house.auth.login().switchProfile(caller, signIn.active().id(), TestHouse.WEB));
    }

    @Test
    void proving_again_who_one_is() {
        house.member(ANA);
        Caller caller = house.caller(house.signedIn(ANA));
        expect(
                "authn_step_up_success",
                true,
                () -> house.auth.stepUp().byPassword(caller, Secret.of(TestHouse.PASSWORD)));
        expect("authn_login_fail", false, () -> house.auth.stepUp().byPassword(caller, NEXT));
        expect("authn_login_fail", false, () -> house.auth.stepUp().byCode(caller, "none", Secret.of("123456")));
        expect("authn_code_request", true, () -> house.auth.stepUp().requestCode(caller, null, null));
        house.auth.sessions().logout(caller);
        expect("authn_step_up_fail", false, () -> house.auth.stepUp().byPassword(caller, NEXT));
        expect("authn_code_request_fail", false, () -> house.auth.stepUp().requestCode(caller, null, null));
    }

    @Test
    void what_a_host_rolls_back_did_not_happen() {
        house.member(ANA);
        Caller caller = house.caller(house.signedIn(ANA));
        ProfileDraft second = new ProfileDraft(new Person("Ana", "Ruiz", null, null, null), "second");
        house.events.clear();
        rolledBackByTheHost(() -> {
            assertThat(house.auth.profiles().create(caller, second)).isInstanceOf(ProfileResult.Done.class);
            assertThat(house.events).as("before the host's commit").isEmpty();
        });
        assertThat(house.events).isEmpty();
        assertThat(house.auth.profiles().create(caller, second)).isInstanceOf(ProfileResult.Done.class);
        assertThat(house.events).hasSize(1);
        assertThat(house.auth.accounts().me(caller))
                .isInstanceOfSatisfying(
                        MeResult.Shown.class,
                        shown -> assertThat(shown.profiles()).hasSize(2));
    }

    @Test
    void a_registration_is_refused_where_it_would_hold_a_connection_while_hashing() {
        rolledBackByTheHost(() -> assertThatThrownBy(
                        () -> house.auth.accounts().register(TestHouse.registration(ANA, null, null)))
                .isInstanceOf(ConnectionHeldException.class));
        assertThat(house.deliver().postbox.to(ANA)).isEmpty();
        house.auth.accounts().register(TestHouse.registration(ANA, null, null));
        assertThat(house.deliver().postbox.to(ANA)).hasSize(1);
    }

    @Test
    void an_account_with_a_password_is_not_opened_where_hashing_would_hold_a_connection() {
        AccountDraft till = AccountDraft.ofUsername("till-7");
        AccountDraft guarded = till.withPassword(Secret.of(TestHouse.PASSWORD));
        rolledBackByTheHost(() -> {
            assertThatThrownBy(() -> house.auth.admin().create(guarded)).isInstanceOf(ConnectionHeldException.class);
            assertThat(house.auth.admin().create(till)).isInstanceOf(CreateAccountResult.Created.class);
        });
        assertThat(house.auth.admin().create(guarded)).isInstanceOf(CreateAccountResult.Created.class);
    }
}
