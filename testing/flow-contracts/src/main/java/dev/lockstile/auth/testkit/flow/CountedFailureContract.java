package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Failures that are found late, or elsewhere, count as others do: for the pause of an account and for the alarm of all.
 */
abstract class CountedFailureContract extends ThrottledContract {

    private static final Outcome<SignIn> INVALID = Outcome.refused(Refusal.INVALID_CREDENTIALS);

    /** For those who extend it. */
    protected CountedFailureContract() {}

    @Test
    void a_sign_in_that_the_host_vetoes_counts() {
        set(settings -> settings.withThrottles(ALARM_AT_THE_SECOND));
        fixture.member(ANA);
        fixture.doorkeeper.refuse("invitation_missing");
        assertAlarmAfterTwo(number -> login(ANA, FlowFixture.PASSWORD, place(number)), INVALID);
    }

    @Test
    void a_password_that_another_one_replaced_meanwhile_counts() {
        InterleavingPasswordFormat format = new InterleavingPasswordFormat(look -> {
            if (look % 2 == 1) {
                replacePassword("word-" + look);
            }
        });
        set(settings -> settings.withThrottles(ALARM_AT_THE_SECOND)
                .withPasswords(settings.passwords().withFormat(format)));
        fixture.people.imported(ANA, InterleavingPasswordFormat.stored("a", "word-0"), true);
        String[] words = {"word-0", "word-1"};
        assertAlarmAfterTwo(number -> login(ANA, words[number], place(number)), INVALID);
    }

    @Test
    void a_wrong_password_of_somebody_who_may_be_elsewhere_counts() {
        Auth node = beside(new FakeLegacySystem(fixture), ALARM_AT_THE_SECOND);
        assertAlarmAfterTwo(number -> login(node, "nobody@acme.example", WRONG, place(number)), INVALID);
    }

    @Test
    void what_a_silent_legacy_system_did_not_check_does_not_count() {
        FakeLegacySystem silent = new FakeLegacySystem(fixture);
        silent.fallSilent();
        ThrottleSettings perAccount = ThrottleSettings.owasp().turnOff(RateLimit.LOGIN_IDENTITY);
        Auth node = beside(silent, perAccount);
        for (int i = 0; i < 110; i++) {
            String place = place(i);
            assertThatThrownBy(() -> login(node, FakeLegacySystem.ADDRESS, FakeLegacySystem.PASSWORD, place))
                    .isInstanceOf(StoreUnavailableException.class);
        }
        Auth again = beside(new FakeLegacySystem(fixture), perAccount);
        assertThat(login(again, FakeLegacySystem.ADDRESS, FakeLegacySystem.PASSWORD, place(111)))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void wrong_passwords_and_codes_of_a_session_pause_it_and_each_pause_is_told_once() {
        fixture.member(ANA);
        Caller ana = fixture.caller(fixture.signedIn(ANA));
        assertPaused(() -> fixture.auth.stepUp().byPassword(ana, Secret.of(WRONG)));
        assertThat(told(AuthEvent.SignInPaused.class)).as("passwords").isEqualTo(1);
        assertPaused(() -> fixture.auth.stepUp().byCode(ana, "none", Secret.of("123456")));
        assertThat(told(AuthEvent.SignInPaused.class)).as("codes").isEqualTo(2);
    }

    @Test
    void wrong_and_vetoed_codes_count() {
        set(settings -> settings.withThrottles(ALARM_AT_THE_SECOND));
        fixture.member(ANA);
        request(ANAS_ADDRESS, HOME);
        String right = fixture.codeTo(ANA);
        Outcome<SignIn> refused = Outcome.refused(Refusal.INVALID_CODE);
        assertAlarmAfterTwo(number -> enter(null, FlowFixture.not(right), place(number)), refused);
        pass(Duration.ofMinutes(31));
        request(ANAS_ADDRESS, HOME);
        String next = fixture.codeTo(ANA);
        fixture.doorkeeper.refuse("not_today");
        assertAlarmAfterTwo(number -> enter(null, next, place(number)), refused);
    }

    @Test
    void wrong_codes_pause_the_address_once_and_a_right_one_sets_the_count_back() {
        set(settings -> settings.withThrottles(PAUSE_AT_THE_THIRD));
        fixture.member(ANA);
        for (int round = 0; round < 2; round++) {
            request(ANAS_ADDRESS, HOME);
            fail(2);
            assertThat(enter(null, fixture.codeTo(ANA), place(9 + round))).isInstanceOf(Outcome.Done.class);
            assertThat(fixture.events).hasAtLeastOneElementOfType(AuthEvent.SignedIn.class);
            fixture.events.clear();
            pass(Duration.ofSeconds(61));
        }
        request(ANAS_ADDRESS, HOME);
        fail(3);
        for (int i = 0; i < 2; i++) {
            assertThat(enter(null, fixture.codeTo(ANA), place(20 + i)))
                    .isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        }
        assertThat(told(AuthEvent.SignInPaused.class)).isEqualTo(1);
    }

    @Test
    void a_code_that_a_silent_legacy_system_could_not_follow_does_not_count() {
        FakeLegacySystem legacy = new FakeLegacySystem(fixture);
        Auth node = beside(legacy, PAUSE_AT_THE_THIRD);
        CodeIdentifier old = CodeIdentifier.email(FakeLegacySystem.ADDRESS);
        node.codes().request(new CodeLogin.Request(old, Channel.EMAIL, HOME));
        Secret right = Secret.of(fixture.codeTo(FakeLegacySystem.ADDRESS));
        legacy.fallSilent();
        for (int i = 0; i < 4; i++) {
            CodeLogin.Attempt attempt = new CodeLogin.Attempt(old, null, right, ClientInfo.web(place(i)));
            assertThatThrownBy(() -> node.codes().verify(attempt)).isInstanceOf(StoreUnavailableException.class);
        }
    }

    @Test
    void attempts_at_somebody_elses_code_do_not_spend_it() {
        set(settings -> settings.withThrottles(PAUSE_AT_THE_THIRD.allowEndlessFailures()));
        fixture.member(ANA);
        CodeLogin.Sent sent = request(ANAS_ADDRESS, HOME).orElseThrow();
        Secret right = Secret.of(fixture.codeTo(ANA));
        CodeIdentifier eve = CodeIdentifier.email("eve@acme.example");
        for (int i = 0; i < 6; i++) {
            CodeLogin.Attempt attempt = new CodeLogin.Attempt(eve, sent.challengeId(), right, ClientInfo.web(place(i)));
            assertThat(fixture.auth.codes().verify(attempt)).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        }
        assertThat(enter(sent.challengeId(), right.reveal(), HOME)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_new_password_ends_codes_that_were_asked_for_before_the_account_came_over() {
        Auth node = beside(new FakeLegacySystem(fixture), ThrottleSettings.owasp());
        CodeIdentifier old = CodeIdentifier.email(FakeLegacySystem.ADDRESS);
        node.codes().request(new CodeLogin.Request(old, Channel.EMAIL, HOME));
        Secret code = Secret.of(fixture.codeTo(FakeLegacySystem.ADDRESS));
        Caller caller = fixture.caller(
                FlowFixture.signIn(login(node, FakeLegacySystem.ADDRESS, FakeLegacySystem.PASSWORD, HOME)));
        assertThat(node.passwords()
                        .change(caller, Secret.of(FakeLegacySystem.PASSWORD), Secret.of("copper-lantern-2208")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(node.codes().verify(new CodeLogin.Attempt(old, null, code, ClientInfo.web(HOME))))
                .isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(enter(null, FlowFixture.not(fixture.codeTo(ANA)), place(i)))
                    .isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
            pass(Duration.ofSeconds(2));
        }
    }

    private static void assertPaused(Supplier<Outcome<StepUp.Proven>> attempt) {
        Outcome<StepUp.Proven> last = attempt.get();
        for (int i = 0; i < 30; i++) {
            last = attempt.get();
        }
        assertThat(last).isEqualTo(Outcome.refused(Refusal.THROTTLED));
    }

    private Auth beside(FakeLegacySystem legacy, ThrottleSettings throttles) {
        AuthSettings settings = FlowFixture.settings().withThrottles(throttles);
        return fixture.nodeWith(settings, builder -> builder.legacy(legacy));
    }

    private void replacePassword(String word) {
        Identifier email = IdentifierRules.standard().email(ANA).orElseThrow();
        fixture.store.<Boolean>alone(tx -> {
            StoredUser ana = tx.users().byKey(email.kind(), email.key()).orElseThrow();
            Secret seen = Objects.requireNonNull(ana.passwordHash());
            Secret next = Secret.of(InterleavingPasswordFormat.stored("b", word));
            return tx.users().upgradePassword(ana.info().id(), seen, next);
        });
    }
}
