package dev.lockstile.auth.testkit.flow;

import static dev.lockstile.auth.testkit.flow.PurposeFixture.PAY;
import static dev.lockstile.auth.testkit.flow.PurposeFixture.PICK_UP;
import static dev.lockstile.auth.testkit.flow.PurposeFixture.REFUSED;
import static dev.lockstile.auth.testkit.flow.PurposeFixture.VISIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.PurposeCodes;
import dev.lockstile.auth.otp.PurposeCodes.Recipient;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.token.ClientInfo;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Limits on codes of the host's own purposes: those of every code, and no one else's. */
abstract class PurposeLimitContract extends ThrottledContract {

    /** For those who extend it. */
    protected PurposeLimitContract() {}

    @Test
    void a_network_has_its_share_of_codes_and_of_attempts() {
        PurposeFixture shop = new PurposeFixture(fixture);
        int sent = 0;
        for (int i = 0; i < 30; i++) {
            Outcome<PurposeCodes.Issued> result =
                    shop.issue(VISIT, PurposeFixture.email("guest" + i + "@acme.example"), HOME);
            sent += result instanceof Outcome.Done<PurposeCodes.Issued> ? 1 : 0;
        }
        assertThat(sent).isEqualTo(20);
        UserId ana = shop.member(ANA);
        assertThat(shop.issue(PICK_UP, Recipient.account(ana), HOME))
                .as("an account that the host names has permits of its own on a crowded network")
                .isInstanceOf(Outcome.Done.class);
        int looked = 0;
        for (int i = 0; i < 70; i++) {
            Outcome<PurposeCodes.Verified> result =
                    shop.verify(VISIT, "no-such-challenge", "12345678", ClientInfo.web(HOME));
            looked += result.equals(PurposeFixture.REFUSED) ? 1 : 0;
        }
        assertThat(looked).isEqualTo(60);
    }

    @Test
    void a_recipient_gets_five_codes_of_a_purpose_in_an_hour() {
        PurposeFixture shop = new PurposeFixture(fixture);
        UserId ana = shop.member(ANA);
        int guests = 0;
        int sent = 0;
        for (int i = 0; i < 50; i++) {
            sent += shop.issue(PICK_UP, Recipient.account(ana), place(i)) instanceof Outcome.Done<PurposeCodes.Issued>
                    ? 1
                    : 0;
            guests += shop.issue(VISIT, PurposeFixture.email("guest@acme.example"), place(i))
                            instanceof Outcome.Done<PurposeCodes.Issued>
                    ? 1
                    : 0;
            pass(Duration.ofSeconds(61));
        }
        assertThat(guests).isEqualTo(5);
        assertThat(sent).isBetween(5, 10);
        assertThat(shop.issue(PAY, Recipient.account(ana), place(90)))
                .as("codes of another purpose do not stand in the way")
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_code_to_sign_in_and_one_of_a_purpose_may_follow_each_other_at_once() {
        PurposeFixture shop = new PurposeFixture(fixture);
        UserId ana = shop.member(ANA);
        assertThat(request(ANAS_ADDRESS, HOME)).isInstanceOf(Outcome.Done.class);
        assertThat(shop.issue(PICK_UP, Recipient.account(ana), HOME)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_new_code_brings_no_new_attempts_and_sign_ins_go_on() {
        limit(throttles -> throttles.turnOff(
                RateLimit.OTP_VERIFY_IDENTITY, RateLimit.OTP_REQUEST_IDENTITY, RateLimit.OTP_REQUEST_IDENTITY_DAY));
        PurposeFixture shop = new PurposeFixture(fixture);
        UserId ana = shop.member(ANA);
        for (int i = 0; i < 20; i++) {
            String challenge = shop.sent(PICK_UP, ana);
            String wrong = FlowFixture.not(shop.codeTo(ANA));
            assertThat(shop.verify(PICK_UP, challenge, wrong, ClientInfo.web(place(i))))
                    .isEqualTo(REFUSED);
            pass(Duration.ofMinutes(16));
        }
        String challenge = shop.sent(PICK_UP, ana);
        assertThat(shop.verify(PICK_UP, challenge, shop.codeTo(ANA), ClientInfo.web(place(91))))
                .as("the 21st is not looked at")
                .isEqualTo(REFUSED);
        assertThat(login(ANA, FlowFixture.PASSWORD, HOME)).isInstanceOf(Outcome.Done.class);
        request(ANAS_ADDRESS, HOME);
        assertThat(enter(null, fixture.codeTo(ANA), HOME)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_right_code_sets_the_count_of_its_purpose_back() {
        limit(throttles -> PAUSE_AT_THE_THIRD);
        PurposeFixture shop = new PurposeFixture(fixture);
        UserId ana = shop.member(ANA);
        for (int round = 0; round < 3; round++) {
            String challenge = shop.sent(PICK_UP, ana);
            String code = shop.codeTo(ANA);
            assertThat(shop.verify(PICK_UP, challenge, FlowFixture.not(code))).isEqualTo(REFUSED);
            pass(Duration.ofSeconds(5));
            assertThat(shop.verify(PICK_UP, challenge, code)).isInstanceOf(Outcome.Done.class);
            pass(Duration.ofMinutes(2));
        }
    }
}
