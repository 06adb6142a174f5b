package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.token.SignIn;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People who are still in a legacy system: imported at their first sign-in, and refused as all others is. */
@Tag("keys")
abstract class LegacyAccountsContract extends FlowContract {

    private static final String HERE = "ana@acme.example";
    private static final Secret NEXT = Secret.of("copper-lantern-2208");
    private static final Outcome<SignIn> WRONG = Outcome.refused(Refusal.INVALID_CREDENTIALS);

    private FakeLegacySystem legacy;
    private Auth node;

    /** For those who extend it. */
    protected LegacyAccountsContract() {}

    @BeforeEach
    final void openBeside() {
        legacy = new FakeLegacySystem(fixture);
        node = fixture.nodeBeside(legacy);
    }

    @Test
    void a_right_password_imports_and_signs_in_and_the_legacy_system_is_done_with() {
        assertThat(login(FakeLegacySystem.ADDRESS, FakeLegacySystem.PASSWORD)).isInstanceOf(Outcome.Done.class);
        assertThat(legacy.asked).containsExactly("password");
        assertThat(login(FakeLegacySystem.ADDRESS, FakeLegacySystem.PASSWORD)).isInstanceOf(Outcome.Done.class);
        assertThat(legacy.asked).containsExactly("password");
    }

    @Test
    void every_refusal_asks_the_legacy_system_once_and_is_told_alike() {
        fixture.member(HERE);
        fixture.events.clear();
        assertThat(login(FakeLegacySystem.ADDRESS, "wrong-word-1")).isEqualTo(WRONG);
        assertThat(login("nobody@acme.example", FakeLegacySystem.PASSWORD)).isEqualTo(WRONG);
        assertThat(legacy.asked).containsExactly("password", "password");
        assertThat(login(HERE, "wrong-word-1")).isEqualTo(WRONG);
        assertThat(legacy.asked).as("for the time of it").containsExactly("password", "password", "knows");
        assertThat(fixture.events)
                .hasSize(3)
                .allSatisfy(event -> assertThat(event).isInstanceOf(AuthEvent.SignInFailed.class));
        assertThat(reasons()).containsExactly("unknown", "unknown", "wrong password");
    }

    @Test
    void who_is_here_already_is_not_looked_for_there() {
        fixture.member(HERE);
        assertThat(login(HERE, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
        assertThat(legacy.asked).isEmpty();
    }

    @Test
    void who_comes_by_another_request_meanwhile_is_let_in_by_what_is_here() {
        legacy.meanwhile(() -> fixture.member(HERE));
        assertThat(login(HERE, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void while_it_is_silent_nobody_is_called_wrong_and_who_is_here_gets_in() {
        fixture.member(HERE);
        legacy.fallSilent();
        assertThatThrownBy(() -> login(FakeLegacySystem.ADDRESS, FakeLegacySystem.PASSWORD))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> login("nobody@acme.example", "wrong-word-1"))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> login(HERE, "wrong-word-1")).isInstanceOf(StoreUnavailableException.class);
        assertThat(login(HERE, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_code_to_the_address_there_imports_its_owner() {
        node.codes().request(new CodeLogin.Request(identifier(FakeLegacySystem.ADDRESS), Channel.EMAIL, null));
        String code = fixture.codeTo(FakeLegacySystem.ADDRESS);
        assertThat(enter(FakeLegacySystem.ADDRESS, FlowFixture.not(code)))
                .isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        assertThat(legacy.asked).doesNotContain("bring in");
        assertThat(enter(FakeLegacySystem.ADDRESS, code)).isInstanceOf(Outcome.Done.class);
        assertThat(legacy.asked).contains("bring in");
        assertThat(login(FakeLegacySystem.ADDRESS, FakeLegacySystem.PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_right_code_counts_for_the_time_when_the_legacy_system_answers_again() {
        node.codes().request(new CodeLogin.Request(identifier(FakeLegacySystem.ADDRESS), Channel.EMAIL, null));
        String code = fixture.codeTo(FakeLegacySystem.ADDRESS);
        legacy.fallSilent();
        assertThatThrownBy(() -> enter(FakeLegacySystem.ADDRESS, code)).isInstanceOf(StoreUnavailableException.class);
        legacy = new FakeLegacySystem(fixture);
        node = fixture.nodeBeside(legacy);
        assertThat(enter(FakeLegacySystem.ADDRESS, code)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_code_of_a_member_here_asks_nobody_there() {
        fixture.member(HERE);
        node.codes().request(new CodeLogin.Request(identifier(HERE), Channel.EMAIL, null));
        String code = fixture.codeTo(HERE);
        legacy.asked.clear();
        assertThat(enter(HERE, code)).isInstanceOf(Outcome.Done.class);
        assertThat(legacy.asked).isEmpty();
    }

    @Test
    void a_reset_goes_to_the_address_there_and_imports_its_owner() {
        node.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, FakeLegacySystem.ADDRESS, null));
        assertThat(node.passwords().confirmReset(fixture.linkTo(FakeLegacySystem.ADDRESS), NEXT))
                .isInstanceOf(Outcome.Done.class);
        assertThat(login(FakeLegacySystem.ADDRESS, NEXT.reveal())).isInstanceOf(Outcome.Done.class);
        assertThat(login(FakeLegacySystem.ADDRESS, FakeLegacySystem.PASSWORD)).isEqualTo(WRONG);
    }

    @Test
    void a_stranger_gets_no_message_because_there_is_a_legacy_system() {
        int before = fixture.deliver().postbox.all().size();
        node.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, "nobody@acme.example", null));
        node.codes().request(new CodeLogin.Request(identifier("nobody@acme.example"), Channel.EMAIL, null));
        assertThat(fixture.deliver().postbox.all()).hasSize(before);
    }

    private Outcome<SignIn> login(String name, String password) {
        return node.login().signIn(new PasswordLogin.Request(name, Secret.of(password), FlowFixture.WEB));
    }

    private Outcome<SignIn> enter(String address, String code) {
        return node.codes().verify(new CodeLogin.Attempt(identifier(address), null, Secret.of(code), FlowFixture.WEB));
    }

    private static CodeIdentifier identifier(String address) {
        return CodeIdentifier.email(address);
    }

    private List<String> reasons() {
        return fixture.events.stream()
                .map(event -> ((AuthEvent.SignInFailed) event).reason())
                .toList();
    }
}
