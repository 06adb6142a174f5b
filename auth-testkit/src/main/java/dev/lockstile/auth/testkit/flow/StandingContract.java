package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.MeResult;
import dev.lockstile.auth.account.PasswordRefusal;
import dev.lockstile.auth.account.PasswordResult;
import dev.lockstile.auth.account.ProofResult;
import dev.lockstile.auth.account.ResetRequest;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.login.LoginResult;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeIdentifier;
import dev.lockstile.auth.otp.CodeLoginResult;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.RefreshResult;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A disabled or deleted person gets in by no path: not with what they hold, and not with what they ask for. */
public abstract class StandingContract extends FlowContract {

    private static final Secret NEXT = Secret.of("copper-lantern-2208");
    private static final CodeIdentifier ANA = CodeIdentifier.email("ana@acme.example");

    @Test
    void a_disabled_person_gets_in_by_no_path() {
        getsInByNoPath(user -> house.auth.admin().disable(user));
    }

    @Test
    void a_deleted_person_gets_in_by_no_path() {
        getsInByNoPath(user -> house.auth.admin().delete(user));
    }

    private void getsInByNoPath(Predicate<UserId> measure) {
        house.member("ana@acme.example");
        SignIn held = house.signedIn("ana@acme.example");
        Caller caller = house.caller(held);
        house.requestCode("ana@acme.example");
        String code = house.codeTo("ana@acme.example");
        house.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, "ana@acme.example", null));
        LinkProof link = house.linkTo("ana@acme.example");

        assertThat(measure.test(held.user().id())).isTrue();

        assertThat(house.login("ana@acme.example", TestHouse.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
        assertThat(house.enterCode(ANA, code)).isInstanceOf(CodeLoginResult.Refused.class);
        assertThat(house.auth.sessions().refresh(held.tokens().refresh())).isInstanceOf(RefreshResult.Refused.class);
        assertThat(house.auth.accounts().me(caller)).isInstanceOf(MeResult.SessionEnded.class);
        assertThat(house.auth.sessions().list(caller)).isEmpty();
        assertThat(house.auth.login().switchProfile(caller, held.active().id(), TestHouse.WEB))
                .isInstanceOf(LoginResult.Refused.class);
        assertThat(house.auth.passwords().confirmReset(link, NEXT))
                .isEqualTo(new PasswordResult.Refused(PasswordRefusal.INVALID_LINK));
        assertThat(house.auth.passwords().change(caller, Secret.of(TestHouse.PASSWORD), NEXT))
                .isEqualTo(new PasswordResult.Refused(PasswordRefusal.SESSION_ENDED));
        asksInVain();
    }

    private void asksInVain() {
        house.clock.advance(Duration.ofMinutes(10));
        int before = house.deliver().postbox.all().size();
        house.requestCode("ana@acme.example");
        house.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, "ana@acme.example", null));
        house.auth.accounts().resendConfirmation("ana@acme.example");
        assertThat(house.deliver().postbox.all()).hasSize(before);
    }

    @Test
    void an_enabled_person_is_back_but_the_old_sessions_are_not() {
        house.member("ana@acme.example");
        SignIn held = house.signedIn("ana@acme.example");
        house.auth.admin().disable(held.user().id());
        assertThat(house.auth.admin().enable(held.user().id())).isTrue();
        assertThat(house.auth.sessions().refresh(held.tokens().refresh())).isInstanceOf(RefreshResult.Refused.class);
        assertThat(house.login("ana@acme.example", TestHouse.PASSWORD)).isInstanceOf(LoginResult.SignedIn.class);
    }

    @Test
    void a_confirmation_never_makes_a_disabled_account_active() {
        house.auth.accounts().register(TestHouse.registration("ana@acme.example", null, null));
        LinkProof link = house.linkTo("ana@acme.example");
        UserId user = house.events.stream()
                .filter(AuthEvent.Registered.class::isInstance)
                .map(event -> ((AuthEvent.Registered) event).user())
                .findFirst()
                .orElseThrow();
        house.auth.admin().disable(user);
        assertThat(house.auth.accounts().confirmEmail(link)).isInstanceOf(ProofResult.InvalidLink.class);
        assertThat(house.login("ana@acme.example", TestHouse.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
    }

    @Test
    void a_restored_person_is_back_by_a_code_and_not_with_the_old_password_nor_the_old_sessions() {
        house.member("ana@acme.example", "ana");
        SignIn held = house.signedIn("ana@acme.example");
        restored(held.user().id());
        assertThat(house.auth.sessions().refresh(held.tokens().refresh())).isInstanceOf(RefreshResult.Refused.class);
        assertThat(house.login("ana@acme.example", TestHouse.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
        assertThat(house.login("ana", TestHouse.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
        house.clock.advance(Duration.ofMinutes(2));
        house.requestCode("ana@acme.example");
        CodeLoginResult entered = house.enterCode(ANA, house.codeTo("ana@acme.example"));
        assertThat(entered).isInstanceOfSatisfying(CodeLoginResult.SignedIn.class, in -> {
            assertThat(in.signIn().user().id()).isEqualTo(held.user().id());
            assertThat(in.signIn().profiles()).hasSize(1);
        });
        assertThat(house.login("ana@acme.example", TestHouse.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
        assertThat(house.auth.admin().restore(held.user().id()))
                .as("nobody is deleted any more")
                .isFalse();
    }

    @Test
    void a_restored_person_whom_the_administration_vouches_for_keeps_the_old_password() {
        house.member("ana@acme.example", "ana");
        UserId user = house.signedIn("ana@acme.example").user().id();
        restored(user);
        assertThat(house.auth.admin().markVerified(user, IdentifierKind.EMAIL)).isTrue();
        assertThat(house.signedIn("ana@acme.example").user().id()).isEqualTo(user);
        assertThat(house.signedIn("ana").user().id()).isEqualTo(user);
    }

    @Test
    void an_account_that_was_shut_is_as_shut_when_it_is_restored() {
        UserId user = house.refused("ana@acme.example", "ana@acme.example", "ana", TestHouse.PASSWORD);
        assertThat(house.login("ana", TestHouse.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
        restored(user);
        assertThat(house.login("ana", TestHouse.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
        assertThat(house.login("ana@acme.example", TestHouse.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
    }

    @Test
    void a_registration_that_is_restored_does_not_open_by_the_name_it_wished_for() {
        house.auth.accounts().register(TestHouse.registration("ana@acme.example", null, "ana"));
        UserId user = house.events.stream()
                .filter(AuthEvent.Registered.class::isInstance)
                .map(event -> ((AuthEvent.Registered) event).user())
                .findFirst()
                .orElseThrow();
        restored(user);
        assertThat(house.login("ana", TestHouse.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
        house.member("bea@acme.example", "ana");
        assertThat(house.signedIn("ana").user().id()).isNotEqualTo(user);
    }

    private void restored(UserId user) {
        assertThat(house.auth.admin().delete(user)).isTrue();
        assertThat(house.auth.admin().restore(user)).isTrue();
    }

    @Test
    void nobody_is_restored_onto_an_address_that_is_somebody_elses_by_now() {
        house.member("ana@acme.example");
        UserId former = house.signedIn("ana@acme.example").user().id();
        house.auth.admin().delete(former);
        house.member("ana@acme.example");
        assertThat(house.auth.admin().restore(former)).isFalse();
        assertThat(house.signedIn("ana@acme.example").user().id()).isNotEqualTo(former);
    }

    @Test
    void ended_sessions_leave_the_account_as_it_is() {
        house.member("ana@acme.example");
        SignIn held = house.signedIn("ana@acme.example");
        assertThat(house.auth.admin().endSessions(held.user().id())).isTrue();
        assertThat(house.auth.sessions().refresh(held.tokens().refresh())).isInstanceOf(RefreshResult.Refused.class);
        assertThat(house.login("ana@acme.example", TestHouse.PASSWORD)).isInstanceOf(LoginResult.SignedIn.class);
        house.auth.admin().delete(held.user().id());
        assertThat(house.auth.admin().endSessions(held.user().id())).isFalse();
    }

    @Test
    void the_address_of_a_deleted_person_is_free_for_a_new_account() {
        house.member("ana@acme.example", "ana");
        UserId former = house.signedIn("ana@acme.example").user().id();
        house.auth.admin().delete(former);
        Secret secret = house.register(TestHouse.registration("ana@acme.example", null, "ana"));
        assertThat(house.auth.accounts().confirmEmail(house.confirmation("ana@acme.example", secret)))
                .isInstanceOf(ProofResult.Proven.class);
        assertThat(house.signedIn("ana").user().id()).isNotEqualTo(former);
    }
}
