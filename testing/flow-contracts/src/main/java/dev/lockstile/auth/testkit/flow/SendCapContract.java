package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.throttle.SendSettings;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.ClientInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What may be sent: limited before the send, by recipient, client, kind of number, country and day (ASVS 2.4.1). */
abstract class SendCapContract extends ThrottledContract {

    /** For those who extend it. */
    protected SendCapContract() {}

    @Test
    void the_wait_between_two_codes_doubles_and_whoever_asks_meanwhile_is_named_the_last_one() {
        fixture.member(ANA);
        int before = fixture.deliver().postbox.to(ANA).size();
        int codes = 0;
        for (int seconds : new int[] {60, 120, 240}) {
            Outcome<CodeLogin.Sent> last = request(ANAS_ADDRESS, HOME);
            assertThat(last).isInstanceOf(Outcome.Done.class);
            assertThat(fixture.deliver().postbox.to(ANA)).hasSize(before + ++codes);
            pass(Duration.ofSeconds(seconds - 1));
            Outcome<CodeLogin.Sent> again = request(ANAS_ADDRESS, HOME);
            if (seconds == 60) {
                assertThat(again).returns(Optional.of(Refusal.THROTTLED), Outcome::refusal);
            } else {
                assertThat(again).isEqualTo(last);
            }
            assertThat(fixture.deliver().postbox.to(ANA)).hasSize(before + codes);
            pass(Duration.ofSeconds(1));
        }
    }

    @Test
    void an_address_that_nobody_has_proven_gets_ten_a_day() {
        signUpByCode(ThrottleSettings.owasp());
        for (int i = 0; i < 60; i++) {
            assertThat(request(ANAS_ADDRESS, place(i))).isInstanceOf(Outcome.Done.class);
            fixture.deliver();
            pass(Duration.ofMinutes(20));
        }
        assertThat(fixture.postbox.to(ANA)).hasSize(10);
    }

    @Test
    void strangers_who_ask_for_codes_keep_no_owner_from_one_and_send_a_bounded_number() {
        fixture.member(ANA);
        int before = fixture.deliver().postbox.to(ANA).size();
        for (int minute = 0; minute < 6 * 60; minute++) {
            assertThat(request(ANAS_ADDRESS, place(minute)))
                    .as("minute %d", minute)
                    .isInstanceOf(Outcome.Done.class);
            fixture.deliver();
            pass(Duration.ofSeconds(61));
            if (minute % 45 == 44) {
                CodeLogin.Sent own = request(ANAS_ADDRESS, HOME).orElseThrow();
                assertThat(enter(own.challengeId(), fixture.codeTo(ANA), HOME))
                        .as("minute %d: the code that is named is in the mailbox", minute)
                        .isInstanceOf(Outcome.Done.class);
                pass(Duration.ofSeconds(61));
            }
        }
        assertThat(fixture.postbox.to(ANA).size() - before).isBetween(10, 10 + 7 * 12);
    }

    @Test
    void what_strangers_have_used_up_tells_nobody_who_exists() {
        fixture.member(ANA);
        List<List<Boolean>> seen = new ArrayList<>();
        for (String email : List.of(ANA, "nobody@acme.example")) {
            List<Boolean> same = new ArrayList<>();
            Outcome<CodeLogin.Sent> last = null;
            for (int i = 0; i < 40; i++) {
                Outcome<CodeLogin.Sent> result = request(CodeIdentifier.email(email), place(i));
                assertThat(result).isInstanceOf(Outcome.Done.class);
                same.add(result.equals(last));
                last = result;
                if (i == 20 && email.equals(ANA)) {
                    String challenge = result.orElseThrow().challengeId();
                    assertThat(enter(challenge, fixture.codeTo(ANA), HOME)).isInstanceOf(Outcome.Done.class);
                }
                fixture.deliver();
                pass(Duration.ofSeconds(121));
            }
            seen.add(same);
        }
        assertThat(seen.get(0)).isEqualTo(seen.get(1)).contains(true, false);
    }

    @Test
    void text_messages_past_the_rate_of_a_number_are_one_an_hour() {
        signUpByCode(ThrottleSettings.owasp());
        CodeIdentifier phone = CodeIdentifier.phone("+525512345678");
        request(phone, HOME);
        fixture.auth
                .codes()
                .verify(new CodeLogin.Attempt(
                        phone, null, Secret.of(fixture.codeTo("+525512345678")), ClientInfo.web(HOME)));
        for (int i = 0; i < 20 * 12; i++) {
            pass(Duration.ofMinutes(5));
            assertThat(request(phone, place(i))).isInstanceOf(Outcome.Done.class);
            fixture.deliver();
        }
        assertThat(fixture.postbox.to("+525512345678")).hasSizeBetween(10 + 15, 10 + 20);
    }

    @Test
    void a_trusted_device_asks_for_itself() {
        fixture.member(ANA);
        Secret device = device(ANA, HOME);
        for (int i = 0; i < 60; i++) {
            request(ANAS_ADDRESS, place(i));
            pass(Duration.ofMinutes(12));
        }
        Outcome<CodeLogin.Sent> last = request(ANAS_ADDRESS, place(61));
        pass(Duration.ofSeconds(61));
        assertThat(request(ANAS_ADDRESS, HOME))
                .as("the network alone tells nothing: strangers may be on it")
                .isEqualTo(last);
        int before = fixture.deliver().postbox.to(ANA).size();
        assertThat(request(ANAS_ADDRESS, place(62), device)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.deliver().postbox.to(ANA)).as("a code of its own").hasSize(before + 1);
    }

    @Test
    void a_client_asks_for_twenty_an_hour_and_one_line_of_ipv6_is_one_client() {
        int sent = 0;
        for (int i = 0; i < 30; i++) {
            CodeIdentifier somebody = CodeIdentifier.email("user" + i + "@acme.example");
            sent += request(somebody, "2001:db8:1:2:" + i + "::1") instanceof Outcome.Done<CodeLogin.Sent> ? 1 : 0;
        }
        assertThat(sent).isEqualTo(20);
        assertThat(request(ANAS_ADDRESS, "2001:db8:1:3::1")).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void networks_of_ipv6_around_a_line_have_places_too() {
        int sent = 0;
        for (int i = 0; i < 100; i++) {
            CodeIdentifier somebody = CodeIdentifier.email("user" + i + "@acme.example");
            sent += request(somebody, "2001:db8:1:2" + Integer.toHexString(16 + i) + "::1")
                            instanceof Outcome.Done<CodeLogin.Sent>
                    ? 1
                    : 0;
        }
        assertThat(sent).as("a /56 has four times those of a /64").isEqualTo(80);
        for (int i = 0; i < 400; i++) {
            CodeIdentifier somebody = CodeIdentifier.email("other" + i + "@acme.example");
            sent += request(somebody, "2001:db8:1:" + Integer.toHexString(0x1000 + 256 * (i % 100)) + "::1")
                            instanceof Outcome.Done<CodeLogin.Sent>
                    ? 1
                    : 0;
        }
        assertThat(sent).as("a /48 has sixteen times").isEqualTo(320);
        assertThat(request(ANAS_ADDRESS, "2001:db8:2::1")).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void clients_without_an_address_share_half_of_that() {
        int sent = 0;
        for (int i = 0; i < 30; i++) {
            CodeIdentifier somebody = CodeIdentifier.email("user" + i + "@acme.example");
            sent += request(somebody, null) instanceof Outcome.Done<CodeLogin.Sent> ? 1 : 0;
        }
        assertThat(sent).isEqualTo(10);
    }

    @Test
    void numbers_that_nobody_proved_get_half_of_a_prefixs_twenty_an_hour_and_whoever_asks_is_not_told() {
        signUpByCode(ThrottleSettings.owasp());
        for (int i = 0; i < 25; i++) {
            assertThat(request(CodeIdentifier.phone("+52551234" + (1000 + i)), place(i)))
                    .isInstanceOf(Outcome.Done.class);
        }
        assertThat(fixture.deliver().postbox.all()).hasSize(10);
        request(CodeIdentifier.phone("+525598761000"), place(30));
        assertThat(fixture.deliver().postbox.all()).hasSize(11);
    }

    @Test
    void many_numbers_of_one_prefix_at_once_get_no_more() {
        signUpByCode(ThrottleSettings.owasp().with(RateLimit.SMS_PREFIX, Rate.perHour(14)));
        int sent = ParallelRun.winners(
                30,
                i -> request(CodeIdentifier.phone("+52551234" + (1000 + i)), place(i))
                        instanceof Outcome.Done<CodeLogin.Sent>);
        assertThat(sent).isEqualTo(30);
        assertThat(fixture.deliver().postbox.all()).hasSize(7);
    }

    @Test
    void a_country_that_is_not_named_gets_none_and_the_same_answer() {
        signUpByCode(ThrottleSettings.owasp().withSends(SendSettings.owasp().smsTo("US", "MX")));
        assertThat(request(CodeIdentifier.phone("+442071838750"), HOME)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.deliver().postbox.all()).isEmpty();
        assertThat(request(CodeIdentifier.phone("+525512345678"), HOME)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.deliver().postbox.all()).hasSize(1);
    }

    @Test
    void a_day_has_its_costs_and_one_alarm_when_they_are_spent() {
        signUpByCode(ThrottleSettings.owasp().with(RateLimit.SMS_SPEND, Rate.perDay(6)));
        for (int i = 0; i < 6; i++) {
            assertThat(request(CodeIdentifier.phone("+5255123" + i + "5678"), place(i)))
                    .isInstanceOf(Outcome.Done.class);
        }
        assertThat(fixture.deliver().postbox.all()).hasSize(3);
        assertThat(told(AuthEvent.LimitReached.class)).isEqualTo(1);
        pass(Duration.ofDays(1));
        request(CodeIdentifier.phone("+525512345678"), HOME);
        assertThat(fixture.deliver().postbox.all()).hasSize(4);
    }

    @Test
    void numbers_that_get_no_message_spend_nothing() {
        limit(throttles -> throttles.with(RateLimit.SMS_SPEND, Rate.perDay(3)));
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
