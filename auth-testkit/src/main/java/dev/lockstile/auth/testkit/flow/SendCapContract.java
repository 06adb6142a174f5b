package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.Secret;
import dev.lockstile.auth.otp.CodeIdentifier;
import dev.lockstile.auth.otp.CodeRequestResult;
import dev.lockstile.auth.testkit.contract.Contest;
import dev.lockstile.auth.throttle.Rate;
import dev.lockstile.auth.throttle.SendSettings;
import dev.lockstile.auth.throttle.Throttle;
import dev.lockstile.auth.throttle.ThrottleSettings;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What may be sent: limited before the send, by recipient, client, kind of number, country and day (ASVS 2.4.1). */
public abstract class SendCapContract extends ThrottledContract {

    /** For those who extend it. */
    protected SendCapContract() {}

    @Test
    void the_wait_between_two_codes_doubles_and_five_an_hour_are_enough() {
        Instant start = house.clock.instant();
        for (int seconds : new int[] {60, 120, 240, 480}) {
            assertThat(request(ANAS_ADDRESS, HOME)).isInstanceOf(CodeRequestResult.Sent.class);
            pass(Duration.ofSeconds(seconds - 1));
            assertThat(request(ANAS_ADDRESS, HOME)).isInstanceOf(CodeRequestResult.CoolingDown.class);
            pass(Duration.ofSeconds(1));
        }
        assertThat(request(ANAS_ADDRESS, HOME)).isInstanceOf(CodeRequestResult.Sent.class);
        pass(Duration.ofMinutes(11));
        assertThat(request(ANAS_ADDRESS, HOME))
                .isEqualTo(new CodeRequestResult.CoolingDown(start.plus(Duration.ofHours(1))));
    }

    @Test
    void ten_a_day_are_enough() {
        int sent = 0;
        for (int i = 0; i < 60; i++) {
            sent += request(ANAS_ADDRESS, place(i)) instanceof CodeRequestResult.Sent ? 1 : 0;
            pass(Duration.ofMinutes(20));
        }
        assertThat(sent).isEqualTo(10);
    }

    @Test
    void a_trusted_device_asks_for_itself() {
        house.member(ANA);
        Secret device = device(ANA, HOME);
        for (int i = 0; i < 60; i++) {
            request(ANAS_ADDRESS, place(i));
            pass(Duration.ofMinutes(12));
        }
        assertThat(request(ANAS_ADDRESS, place(61))).isInstanceOf(CodeRequestResult.CoolingDown.class);
        assertThat(request(ANAS_ADDRESS, HOME))
                .as("the network alone tells nothing: strangers may be on it")
                .isInstanceOf(CodeRequestResult.CoolingDown.class);
        assertThat(request(ANAS_ADDRESS, place(62), device)).isInstanceOf(CodeRequestResult.Sent.class);
    }

    @Test
    void a_client_asks_for_twenty_an_hour_and_one_line_of_ipv6_is_one_client() {
        int sent = 0;
        for (int i = 0; i < 30; i++) {
            CodeIdentifier somebody = CodeIdentifier.email("user" + i + "@acme.example");
            sent += request(somebody, "2001:db8:1:2:" + i + "::1") instanceof CodeRequestResult.Sent ? 1 : 0;
        }
        assertThat(sent).isEqualTo(20);
        assertThat(request(ANAS_ADDRESS, "2001:db8:1:3::1")).isInstanceOf(CodeRequestResult.Sent.class);
    }

    @Test
    void networks_of_ipv6_around_a_line_have_places_too() {
        int sent = 0;
        for (int i = 0; i < 100; i++) {
            CodeIdentifier somebody = CodeIdentifier.email("user" + i + "@acme.example");
            sent += request(somebody, "2001:db8:1:2" + Integer.toHexString(16 + i) + "::1")
                            instanceof CodeRequestResult.Sent
                    ? 1
                    : 0;
        }
        assertThat(sent).as("a /56 has four times those of a /64").isEqualTo(80);
        for (int i = 0; i < 400; i++) {
            CodeIdentifier somebody = CodeIdentifier.email("other" + i + "@acme.example");
            sent += request(somebody, "2001:db8:1:" + Integer.toHexString(0x1000 + 256 * (i % 100)) + "::1")
                            instanceof CodeRequestResult.Sent
                    ? 1
                    : 0;
        }
        assertThat(sent).as("a /48 has sixteen times").isEqualTo(320);
        assertThat(request(ANAS_ADDRESS, "2001:db8:2::1")).isInstanceOf(CodeRequestResult.Sent.class);
    }

    @Test
    void clients_without_an_address_share_half_of_that() {
        int sent = 0;
        for (int i = 0; i < 30; i++) {
            CodeIdentifier somebody = CodeIdentifier.email("user" + i + "@acme.example");
            sent += request(somebody, null) instanceof CodeRequestResult.Sent ? 1 : 0;
        }
        assertThat(sent).isEqualTo(10);
    }

    @Test
    void numbers_that_nobody_proved_get_half_of_a_prefixs_twenty_an_hour_and_whoever_asks_is_not_told() {
        signUpByCode(ThrottleSettings.owasp());
        for (int i = 0; i < 25; i++) {
            assertThat(request(CodeIdentifier.phone("+52551234" + (1000 + i)), place(i)))
                    .isInstanceOf(CodeRequestResult.Sent.class);
        }
        assertThat(house.deliver().postbox.all()).hasSize(10);
        request(CodeIdentifier.phone("+525598761000"), place(30));
        assertThat(house.deliver().postbox.all()).hasSize(11);
    }

    @Test
    void many_numbers_of_one_prefix_at_once_get_no_more() {
        signUpByCode(ThrottleSettings.owasp().with(Throttle.SMS_PREFIX, Rate.perHour(14)));
        int sent = Contest.winners(
                30,
                i -> request(CodeIdentifier.phone("+52551234" + (1000 + i)), place(i))
                        instanceof CodeRequestResult.Sent);
        assertThat(sent).isEqualTo(30);
        assertThat(house.deliver().postbox.all()).hasSize(7);
    }

    @Test
    void a_country_that_is_not_named_gets_none_and_the_same_answer() {
        signUpByCode(ThrottleSettings.owasp().withSends(SendSettings.owasp().smsTo("US", "MX")));
        assertThat(request(CodeIdentifier.phone("+442071838750"), HOME)).isInstanceOf(CodeRequestResult.Sent.class);
        assertThat(house.deliver().postbox.all()).isEmpty();
        assertThat(request(CodeIdentifier.phone("+525512345678"), HOME)).isInstanceOf(CodeRequestResult.Sent.class);
        assertThat(house.deliver().postbox.all()).hasSize(1);
    }

    @Test
    void a_day_has_its_costs_and_one_alarm_when_they_are_spent() {
        signUpByCode(ThrottleSettings.owasp().with(Throttle.SMS_SPEND, Rate.perDay(6)));
        for (int i = 0; i < 6; i++) {
            assertThat(request(CodeIdentifier.phone("+5255123" + i + "5678"), place(i)))
                    .isInstanceOf(CodeRequestResult.Sent.class);
        }
        assertThat(house.deliver().postbox.all()).hasSize(3);
        assertThat(told(AuthEvent.LimitReached.class)).isEqualTo(1);
        pass(Duration.ofDays(1));
        request(CodeIdentifier.phone("+525512345678"), HOME);
        assertThat(house.deliver().postbox.all()).hasSize(4);
    }

    @Test
    void numbers_that_get_no_message_spend_nothing() {
        limit(throttles -> throttles.with(Throttle.SMS_SPEND, Rate.perDay(3)));
        for (int i = 0; i < 6; i++) {
            request(CodeIdentifier.phone("+5255123" + i + "5678"), place(i));
        }
        assertThat(told(AuthEvent.LimitReached.class)).isZero();
    }

    private void signUpByCode(ThrottleSettings throttles) {
        set(settings ->
                settings.withSignUp(settings.signUp().allowSignUpByCode()).withThrottles(throttles));
    }
}
