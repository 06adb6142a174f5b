package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.login.LoginResult;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Failures that are found late, or elsewhere, count as others do: for the pause of an account and for the alarm of all. */
abstract class CountedFailureContract extends ThrottledContract {

    private static final LoginResult INVALID = new LoginResult.Refused(LoginResult.Refusal.INVALID_CREDENTIALS);
    private static final ThrottleSettings ALARM_AT_THE_SECOND =
            ThrottleSettings.owasp().with(RateLimit.LOGIN_FAILURE_ALARM, new Rate(1, Duration.ofMinutes(30)));

    /** For those who extend it. */
    protected CountedFailureContract() {}

    @Test
    void a_sign_in_that_the_host_vetoes_counts() {
        set(settings -> settings.withThrottles(ALARM_AT_THE_SECOND));
        fixture.member(ANA);
        fixture.doorkeeper.refuse("invitation_missing");
        assertAlarmAfterTwo(number -> login(ANA, FlowFixture.PASSWORD, place(number)));
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
        assertAlarmAfterTwo(number -> login(ANA, words[number], place(number)));
    }

    @Test
    void a_wrong_password_of_somebody_who_may_be_elsewhere_counts() {
        Auth node = beside(new FakeLegacySystem(fixture), ALARM_AT_THE_SECOND);
        assertAlarmAfterTwo(number -> login(node, "nobody@acme.example", WRONG, place(number)));
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
                .isInstanceOf(LoginResult.SignedIn.class);
    }

    @Test
    void wrong_passwords_and_codes_of_a_session_pause_it_and_each_pause_is_told_once() {
        fixture.member(ANA);
        Caller ana = fixture.caller(fixture.signedIn(ANA));
        assertPaused(() -> fixture.auth.stepUp().byPassword(ana, Secret.of(WRONG)));
        assertThat(told(AuthEvent.SignInPaused.class)).as("passwords").isEqualTo(1);
        assertPaused(() -> fixture.auth.stepUp().byCode(ana, "none", Secret.of("12345678")));
        assertThat(told(AuthEvent.SignInPaused.class)).as("codes").isEqualTo(2);
    }

    private static void assertPaused(Supplier<StepUp.Result> attempt) {
        StepUp.Result last = attempt.get();
        for (int i = 0; i < 30; i++) {
            last = attempt.get();
        }
        assertThat(last).isEqualTo(new StepUp.Result.Refused(StepUp.Refusal.THROTTLED));
    }

    private void assertAlarmAfterTwo(IntFunction<LoginResult> attempt) {
        fixture.events.clear();
        for (int number = 0; number < 2; number++) {
            assertThat(told(AuthEvent.LimitReached.class)).isZero();
            assertThat(attempt.apply(number)).isEqualTo(INVALID);
        }
        assertThat(told(AuthEvent.LimitReached.class)).isEqualTo(1);
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
