package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.OwnAccount.PendingChange;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An address, a number and a user name of a user who is still to be imported are no other user's to register or to
 * take.
 */
@Tag("keys")
abstract class ReservedAddressContract extends FlowContract {

    private static final String THERE = FakeLegacySystem.ADDRESS;
    private static final String MALLORY = "mallory@acme.example";

    private Auth node;

    /** For those who extend it. */
    protected ReservedAddressContract() {}

    @BeforeEach
    final void openBeside() {
        node = fixture.nodeBeside(new FakeLegacySystem(fixture));
    }

    @Test
    void a_registration_opens_no_account_and_the_owner_gets_a_notice() {
        Outcome<Registration.Accepted> result =
                node.registrations().register(FlowFixture.registration(THERE, null, null));
        assertThat(result).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.deliver().postbox.to(THERE)).hasSize(1);
        assertThat(fixture.postbox.lastTo(THERE).text())
                .doesNotContain("token=")
                .doesNotContainPattern("\\d{6}");
        assertThat(fixture.doorkeeper.asked).as("no account to ask about").isEmpty();
        assertThat(login(THERE, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        assertThat(login(THERE, FakeLegacySystem.PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_registration_by_number_opens_no_account_and_the_owner_gets_a_code() {
        Auth byPhone = fixture.nodeWith(
                FlowFixture.settings()
                        .withSignUp(FlowFixture.settings().signUp().allowPhoneOnly()),
                builder -> builder.legacy(new FakeLegacySystem(fixture)));
        Registration registration = FlowFixture.registration(null, FakeLegacySystem.PHONE, null);
        assertThat(byPhone.registrations().register(registration)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.codeTo(FakeLegacySystem.PHONE)).hasSize(6);
        assertThat(fixture.doorkeeper.asked).as("no account to ask about").isEmpty();
        assertThat(fixture.login(FakeLegacySystem.PHONE, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_change_to_the_address_is_answered_as_any_and_its_owner_gets_a_notice() {
        Caller mallory = mallory();
        PendingChange pending = ask(node, mallory);
        assertThat(fixture.deliver().postbox.to(THERE)).hasSize(1);
        assertThat(fixture.postbox.lastTo(THERE).text()).doesNotContainPattern("\\d{6}");
        assertThat(confirm(pending, mallory, "123456")).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
    }

    @Test
    void a_code_from_before_the_address_was_reserved_proves_nothing() {
        Caller mallory = mallory();
        PendingChange pending = ask(fixture.auth, mallory);
        String code = fixture.codeTo(THERE);
        assertThat(confirm(pending, mallory, code)).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        assertThat(fixture.signedIn(MALLORY).user().email()).isEqualTo(MALLORY);
        assertThat(login(THERE, FakeLegacySystem.PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_user_name_there_is_taken() {
        Caller mallory = mallory();
        assertThat(node.ownAccount().update(mallory, AccountChange.NONE.withUsername(FakeLegacySystem.USERNAME)))
                .isEqualTo(Outcome.refused(Refusal.USERNAME_TAKEN));
        assertThat(node.ownAccount().update(mallory, AccountChange.NONE.withUsername("mallory")))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_registration_asks_for_a_user_name_there_in_vain() {
        Secret secret = node.registrations()
                .register(FlowFixture.registration(MALLORY, null, FakeLegacySystem.USERNAME))
                .orElseThrow()
                .registration();
        assertThat(node.registrations().confirmEmail(fixture.confirmation(MALLORY, secret)))
                .isEqualTo(Outcome.done(new EmailConfirmation.Proven()));
        assertThat(fixture.signedIn(MALLORY).user().username()).isNull();
        assertThat(fixture.login(FakeLegacySystem.USERNAME, FlowFixture.PASSWORD))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void the_owner_there_gets_one_notice_in_the_cool_down_whoever_asks() {
        for (int i = 0; i < 3; i++) {
            node.registrations().register(FlowFixture.registration(THERE, null, null));
            fixture.clock.advance(Duration.ofSeconds(1));
        }
        assertThat(fixture.deliver().postbox.to(THERE)).hasSize(1);
    }

    private Caller mallory() {
        fixture.member(MALLORY);
        return fixture.caller(fixture.signedIn(MALLORY));
    }

    private static PendingChange ask(Auth asked, Caller caller) {
        Outcome<OwnAccount.Changed> result = asked.ownAccount().update(caller, AccountChange.NONE.withEmail(THERE));
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return result.orElseThrow().pending().get(0);
    }

    private Outcome<OwnAccount.Changed> confirm(PendingChange pending, Caller caller, String code) {
        return node.ownAccount().confirmChange(caller, new ChangeProof(pending.challengeId(), Secret.of(code)));
    }

    private Outcome<SignIn> login(String name, String password) {
        return node.login().signIn(new PasswordLogin.Request(name, Secret.of(password), FlowFixture.WEB));
    }
}
