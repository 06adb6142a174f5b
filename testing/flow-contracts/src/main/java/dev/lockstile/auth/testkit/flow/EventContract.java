package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.Profiles;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.ConnectionHeldException;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every operation, whatever its end, leaves exactly one event of its own (ASVS 16.3.1), after it was committed. */
@Tag("keys")
abstract class EventContract extends EventCase {

    /** For those who extend it. */
    protected EventContract() {}

    @Test
    void registering() {
        expect(
                "user_created",
                true,
                () -> fixture.auth.registrations().register(FlowFixture.registration(ANA, null, null)));
        expect(
                "user_created",
                true,
                () -> fixture.auth.registrations().register(FlowFixture.registration(ANA, null, null)));
        LinkProof link = fixture.linkTo(ANA);
        expect("user_update_fail", false, () -> fixture.auth.registrations().confirmEmail(NO_LINK));
        expect("user_updated", true, () -> fixture.auth.registrations().confirmEmail(link));
        expect("user_update_fail", false, () -> fixture.auth.registrations().confirmEmail(link));
        expect(
                "user_created",
                true,
                () -> fixture.auth.registrations().register(FlowFixture.registration(ANA, null, null)));
        expect(
                "user_create_fail",
                false,
                () -> fixture.auth.registrations().register(FlowFixture.registration("no address", null, null)));
    }

    @Test
    void asking_for_another_confirmation() {
        fixture.auth.registrations().register(FlowFixture.registration(ANA, null, null));
        fixture.clock.advance(Duration.ofHours(1));
        expect(
                "user_confirmation_request",
                true,
                () -> fixture.auth.registrations().resendConfirmation(ANA));
        expect(
                "user_confirmation_request",
                true,
                () -> fixture.auth.registrations().resendConfirmation("no@acme.example"));
        expect(
                "user_confirmation_request_fail",
                false,
                () -> fixture.auth.registrations().resendConfirmation("no address"));
    }

    @Test
    void signing_in_with_a_password() {
        fixture.member(ANA);
        expect("authn_login_success", true, () -> fixture.login(ANA, FlowFixture.PASSWORD));
        expect("authn_login_fail", false, () -> fixture.login(ANA, "wrong-word-1"));
        expect("authn_login_fail", false, () -> fixture.login("nobody@acme.example", "wrong-word-1"));
        ClientInfo app = new ClientInfo(ClientKind.MOBILE, null, "192.0.2.8", null);
        expect(
                "authn_login_fail",
                false,
                () -> fixture.auth
                        .login()
                        .signIn(new PasswordLogin.Request(ANA, Secret.of(FlowFixture.PASSWORD), app)));
    }

    @Test
    void signing_in_with_a_code() {
        fixture.member(ANA);
        expect("authn_code_request", true, () -> fixture.requestCode(ANA));
        expect("authn_code_request_fail", false, () -> fixture.requestCode(ANA));
        expect("authn_code_request", true, () -> fixture.requestCode("nobody@acme.example"));
        expect("authn_code_request_fail", false, () -> fixture.requestCode("no address"));
        String code = fixture.codeTo(ANA);
        CodeIdentifier ana = CodeIdentifier.email(ANA);
        expect("authn_login_fail", false, () -> fixture.enterCode(ana, FlowFixture.not(code)));
        expect("authn_login_success", true, () -> fixture.enterCode(ana, code));
        expect("authn_login_fail", false, () -> fixture.enterCode(ana, code));
        expect("authn_login_fail", false, () -> fixture.enterCode(CodeIdentifier.email("no address"), code));
    }

    @Test
    void refreshing_and_ending_a_session() {
        fixture.member(ANA);
        SignIn one = fixture.signedIn(ANA);
        SignIn other = fixture.signedIn(ANA);
        Caller caller = fixture.caller(one);
        expect(
                "session_renewed",
                true,
                () -> fixture.auth.sessions().refresh(other.tokens().refresh()));
        expect(
                "authn_token_reuse",
                false,
                () -> fixture.auth.sessions().refresh(other.tokens().refresh()));
        expect(
                "session_use_after_expire",
                false,
                () -> fixture.auth.sessions().refresh(other.tokens().refresh()));
        expect("session_use_after_expire", false, () -> fixture.auth.sessions().refresh(Secret.of("nonsense")));
        expect("session_end_fail", false, () -> fixture.auth.sessions().end(caller, new SessionId("nobody's")));
        expect("session_expired", true, () -> fixture.auth.sessions().logout(caller));
        expect("session_end_fail", false, () -> fixture.auth.sessions().logout(caller));
        expect("session_end_fail", false, () -> fixture.auth.sessions().logoutAll(caller));
        Caller again = fixture.caller(fixture.signedIn(ANA));
        expect("session_expired", true, () -> fixture.auth.sessions().logoutAll(again));
    }

    @Test
    void changing_the_profile() {
        fixture.member(ANA);
        SignIn signIn = fixture.signedIn(ANA);
        Caller caller = fixture.caller(signIn);
        AuthEvent refused = expect(
                "authz_fail",
                false,
                () -> fixture.auth.login().switchProfile(caller, new ProfileId(987_654_321L), FlowFixture.WEB));
        assertThat(refused.user()).isEqualTo(caller.user());
        assertThat(refused.session()).isEqualTo(caller.session());
        expect(
                "privilege_permissions_changed",
                true,
                () -> fixture.auth.login().switchProfile(caller, signIn.active().id(), FlowFixture.WEB));
    }

    @Test
    void proving_again_who_one_is() {
        fixture.member(ANA);
        Caller caller = fixture.caller(fixture.signedIn(ANA));
        expect(
                "authn_step_up_success",
                true,
                () -> fixture.auth.stepUp().byPassword(caller, Secret.of(FlowFixture.PASSWORD)));
        expect("authn_login_fail", false, () -> fixture.auth.stepUp().byPassword(caller, NEXT));
        expect("authn_login_fail", false, () -> fixture.auth.stepUp().byCode(caller, "none", Secret.of("123456")));
        expect("authn_code_request", true, () -> fixture.auth.stepUp().requestCode(caller, null, null));
        fixture.auth.sessions().logout(caller);
        expect("authn_step_up_fail", false, () -> fixture.auth.stepUp().byPassword(caller, NEXT));
        expect("authn_code_request_fail", false, () -> fixture.auth.stepUp().requestCode(caller, null, null));
    }

    @Test
    void what_a_host_rolls_back_did_not_happen() {
        fixture.member(ANA);
        Caller caller = fixture.caller(fixture.signedIn(ANA));
        Profiles.Draft second = new Profiles.Draft(new Person("Ana", "Ruiz", null, null, null), "second");
        fixture.events.clear();
        rolledBackByTheHost(() -> {
            assertThat(fixture.auth.profiles().create(caller, second)).isInstanceOf(Outcome.Done.class);
            assertThat(fixture.events).as("before the host's commit").isEmpty();
        });
        assertThat(fixture.events).isEmpty();
        assertThat(fixture.auth.profiles().create(caller, second)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.events).hasSize(1);
        assertThat(fixture.auth.ownAccount().me(caller))
                .extracting(Outcome::orElseThrow)
                .satisfies(shown -> assertThat(shown.profiles()).hasSize(2));
    }

    @Test
    void a_registration_is_refused_where_it_would_hold_a_connection_while_hashing() {
        rolledBackByTheHost(() -> assertThatThrownBy(
                        () -> fixture.auth.registrations().register(FlowFixture.registration(ANA, null, null)))
                .isInstanceOf(ConnectionHeldException.class));
        assertThat(fixture.deliver().postbox.to(ANA)).isEmpty();
        fixture.auth.registrations().register(FlowFixture.registration(ANA, null, null));
        assertThat(fixture.deliver().postbox.to(ANA)).hasSize(1);
    }

    @Test
    void an_account_with_a_password_is_not_opened_where_hashing_would_hold_a_connection() {
        AccountDraft till = AccountDraft.ofUsername("till-7");
        AccountDraft guarded = till.withPassword(Secret.of(FlowFixture.PASSWORD));
        rolledBackByTheHost(() -> {
            assertThatThrownBy(() -> fixture.auth.admin().create(guarded)).isInstanceOf(ConnectionHeldException.class);
            assertThat(fixture.auth.admin().create(till)).isInstanceOf(Outcome.Done.class);
        });
        assertThat(fixture.auth.admin().create(guarded)).isInstanceOf(Outcome.Done.class);
    }
}
