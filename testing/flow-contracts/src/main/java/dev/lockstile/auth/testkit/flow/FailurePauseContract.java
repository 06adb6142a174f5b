package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.throttle.FailureSettings;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a paused account or an alarm begins and ends, and for whom. */
abstract class FailurePauseContract extends ThrottledContract {

    private static final Outcome<SignIn> INVALID = Outcome.refused(Refusal.INVALID_CREDENTIALS);
    private static final Duration ALARM = Duration.ofMinutes(30);

    private @Nullable Runnable meanwhile;

    /** For those who extend it. */
    protected FailurePauseContract() {}

    @Test
    void from_the_twentieth_failure_on_one_attempt_in_the_pause_is_looked_at_even_at_once() {
        InterleavingPasswordFormat format = new InterleavingPasswordFormat(look -> between());
        fixture = rewired(settings -> settings.withPasswords(
                        settings.passwords().withFormat(format).withPermits(2, Duration.ZERO))
                .withThrottles(ThrottleSettings.owasp().turnOff(RateLimit.LOGIN_IDENTITY)));
        fixture.people.imported(ANA, InterleavingPasswordFormat.stored("a", FlowFixture.PASSWORD), true);
        for (int i = 1; i < FailureSettings.owasp().pauseAt(); i++) {
            assertThat(login(ANA, WRONG, place(i))).isEqualTo(INVALID);
            pass(FailureSettings.owasp().longestDelay());
        }
        List<Outcome<SignIn>> atOnce = new ArrayList<>();
        meanwhile = () -> atOnce.add(login(ANA, FlowFixture.PASSWORD, place(60)));
        assertThat(login(ANA, WRONG, place(61))).isEqualTo(INVALID);
        assertThat(atOnce).as("right, and while the twentieth is looked at").containsExactly(INVALID);
        pass(FailureSettings.owasp().pause());
        assertThat(login(ANA, FlowFixture.PASSWORD, place(62))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void an_alarm_lasts_as_long_as_its_window() {
        limit(throttles -> throttles
                .turnOff(RateLimit.LOGIN_IDENTITY)
                .with(RateLimit.LOGIN_IP, Rate.perHour(8))
                .with(RateLimit.LOGIN_FAILURE_ALARM, new Rate(15, ALARM)));
        raiseAlarm();
        assertThat(told(AuthEvent.LimitReached.class)).isEqualTo(1);
        assertThat(attemptsEvaluated(place(90))).as("a quarter").isEqualTo(2);
        pass(ALARM);
        assertThat(attemptsEvaluated(place(91))).as("all").isEqualTo(8);
    }

    @Test
    void while_the_alarm_lasts_a_site_with_many_lines_has_a_quarter_too() {
        limit(throttles -> throttles
                .with(RateLimit.OTP_VERIFY_IP, Rate.perHour(8))
                .with(RateLimit.LOGIN_FAILURE_ALARM, new Rate(15, ALARM)));
        raiseAlarm();
        int looked = 0;
        for (int i = 0; i < 40; i++) {
            String line = "2001:db8:1:" + Integer.toHexString(256 + i) + "::1";
            looked += enter(null, "000000", line)
                            .refusal()
                            .filter(Refusal.THROTTLED::equals)
                            .isPresent()
                    ? 0
                    : 1;
        }
        assertThat(looked).as("four times a quarter of eight").isEqualTo(8);
    }

    @Test
    void a_device_does_not_tell_which_names_there_are() {
        fixture.member(ANA);
        for (String name : List.of(ANA, "nobody@acme.example")) {
            fixture.events.clear();
            for (int i = 0; i < 9; i++) {
                DeviceInfo device = new DeviceInfo("ios", "phone", "a-device", null);
                ClientInfo app = new ClientInfo(ClientKind.MOBILE, device, place(i), null);
                assertThat(fixture.auth.login().signIn(new PasswordLogin.Request(name, Secret.of(WRONG), app)))
                        .isEqualTo(INVALID);
            }
            assertThat(failuresLookedAt()).as(name).isEqualTo(5);
        }
    }

    private void raiseAlarm() {
        for (int i = 0; i < 16; i++) {
            assertThat(login("user" + i + "@acme.example", WRONG, place(i))).isEqualTo(INVALID);
        }
    }

    private int attemptsEvaluated(String place) {
        int looked = 0;
        for (int i = 0; i < 10; i++) {
            looked += login("other" + i + "@acme.example", WRONG, place).equals(INVALID) ? 1 : 0;
        }
        return looked;
    }

    private void between() {
        Runnable due = meanwhile;
        meanwhile = null;
        if (due != null) {
            due.run();
        }
    }
}
