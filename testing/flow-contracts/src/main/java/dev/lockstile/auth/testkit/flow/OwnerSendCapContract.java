package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.throttle.SendSettings;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A signed-in user has no more messages sent than any other client: an account costs a fraudster nothing. */
abstract class OwnerSendCapContract extends ThrottledContract {

    private static final String PHONE = "+525512345678";

    /** For those who extend it. */
    protected OwnerSendCapContract() {}

    @Test
    void codes_for_a_step_up_have_the_limits_of_their_recipient() {
        limit(throttles -> throttles.with(RateLimit.OTP_REQUEST_IDENTITY_DAY, Rate.perDay(2)));
        Caller ana = signedIn();
        for (int i = 0; i < 4; i++) { // two of all clients' and two of the owner's own
            assertThat(stepUp(ana, Channel.EMAIL)).isInstanceOf(Outcome.Done.class);
            pass(Duration.ofMinutes(11));
        }
        assertThat(stepUp(ana, Channel.EMAIL)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.why()).isEqualTo(Refusal.THROTTLED);
            assertThat(refused.retryAt()).isAfter(fixture.clock.instant());
        });
    }

    @Test
    void strangers_who_use_up_the_codes_of_an_address_do_not_keep_its_owner_from_a_step_up() {
        Caller ana = signedIn();
        int sent = 0;
        for (int i = 0; i < 60; i++) {
            sent += request(ANAS_ADDRESS, place(i)) instanceof Outcome.Done<CodeLogin.Sent> ? 1 : 0;
            pass(Duration.ofSeconds(10));
        }
        assertThat(sent).isPositive();
        assertThat(stepUp(ana, Channel.EMAIL)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void codes_for_step_ups_have_the_limit_of_their_network() {
        limit(throttles -> throttles.with(RateLimit.OTP_REQUEST_IP, Rate.perHour(2)));
        List<Caller> people = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            people.add(signedIn("somebody" + i + "@acme.example"));
        }
        for (int i = 0; i < 4; i++) { // two of all clients' and two of authenticated ones
            assertThat(stepUp(people.get(i), place(1))).isInstanceOf(Outcome.Done.class);
        }
        assertThat(stepUp(people.get(4), place(1)))
                .isEqualTo(Outcome.refused(
                        Refusal.THROTTLED, fixture.clock.instant().plus(Duration.ofHours(1))));
        assertThat(request(CodeIdentifier.email("nobody@acme.example"), place(1)))
                .as("one limit for all requests for codes")
                .returns(Optional.of(Refusal.THROTTLED), Outcome::refusal);
        assertThat(stepUp(people.get(5), place(2))).isInstanceOf(Outcome.Done.class);
        pass(Duration.ofHours(1));
        assertThat(stepUp(people.get(4), place(1))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void strangers_who_use_up_the_codes_of_a_network_do_not_keep_those_on_it_from_a_step_up() {
        Caller ana = signedIn();
        for (int i = 0; i < 30; i++) {
            request(CodeIdentifier.email("stranger" + i + "@acme.example"), HOME);
        }
        assertThat(stepUp(ana, HOME)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void codes_to_a_new_address_have_the_limits_of_their_recipient() {
        limit(throttles -> throttles.with(RateLimit.OTP_REQUEST_IDENTITY, Rate.perHour(1)));
        Caller ana = signedIn();
        assertThat(ask(ana, AccountChange.NONE.withEmail("new@acme.example"))).isInstanceOf(Outcome.Done.class);
        pass(Duration.ofMinutes(2));
        assertThat(ask(ana, AccountChange.NONE.withEmail("new@acme.example")))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                    assertThat(refused.why()).isEqualTo(Refusal.THROTTLED);
                    assertThat(refused.retryAt())
                            .isEqualTo(fixture.clock.instant().plus(Duration.ofMinutes(58)));
                });
        assertThat(ask(ana, AccountChange.NONE.withEmail("other@acme.example"))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void codes_to_new_addresses_have_the_limit_of_their_network_whoever_asks() {
        limit(throttles -> throttles.with(RateLimit.OTP_REQUEST_IP, Rate.perHour(2)));
        List<Caller> people = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            people.add(signedIn("somebody" + i + "@acme.example"));
        }
        for (int i = 0; i < 2; i++) {
            assertThat(askFrom(place(1), people.get(i), "new" + i + "@acme.example"))
                    .isInstanceOf(Outcome.Done.class);
        }
        assertThat(askFrom(place(1), people.get(2), "new2@acme.example"))
                .isEqualTo(Outcome.refused(
                        Refusal.THROTTLED, fixture.clock.instant().plus(Duration.ofHours(1))));
        assertThat(fixture.deliver().postbox.to("new2@acme.example")).isEmpty();
        assertThat(request(CodeIdentifier.email("nobody@acme.example"), place(1)))
                .as("one limit for all requests for codes")
                .returns(Optional.of(Refusal.THROTTLED), Outcome::refusal);
        assertThat(askFrom(place(2), people.get(2), "new2@acme.example")).isInstanceOf(Outcome.Done.class);
        assertThat(ask(people.get(0), AccountChange.NONE.withLanguage("fr")))
                .as("what sends nothing")
                .isInstanceOf(Outcome.Done.class);
    }

    private Outcome<OwnAccount.Changed> askFrom(String address, Caller caller, String wanted) {
        return fixture.auth.ownAccount().update(caller, AccountChange.NONE.withEmail(wanted), address);
    }

    @Test
    void whoever_asks_for_an_address_hinders_nobody_else_and_is_not_seen() {
        Caller ana = signedIn();
        Caller bob = signedIn("bob@acme.example");
        request(CodeIdentifier.email("new@acme.example"), place(1));
        assertThat(ask(bob, AccountChange.NONE.withEmail("new@acme.example"))).isInstanceOf(Outcome.Done.class);
        String bobs = fixture.codeTo("new@acme.example");
        Outcome<OwnAccount.Changed> asked = ask(ana, AccountChange.NONE.withEmail("new@acme.example"));
        String challenge = pending(asked);
        for (int i = 0; i < 6; i++) {
            assertThat(confirm(bob, challenge, bobs)).as("another one's").isInstanceOf(Outcome.Refused.class);
        }
        assertThat(confirm(ana, challenge, fixture.codeTo("new@acme.example"))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void an_address_gets_no_more_codes_than_its_share_of_the_day_whoever_asks() {
        for (int i = 0; i < 14; i++) {
            Caller somebody = signedIn("somebody" + i + "@acme.example");
            assertThat(ask(somebody, AccountChange.NONE.withEmail("new@acme.example")))
                    .as("the same answer, whatever others have asked for")
                    .extracting(Outcome::orElseThrow)
                    .satisfies(changed -> assertThat(changed.pending()).hasSize(1));
            fixture.deliver();
            pass(Duration.ofMinutes(20));
        }
        assertThat(fixture.postbox.to("new@acme.example")).hasSize(10);
    }

    @Test
    void text_messages_of_people_signed_in_count_in_the_costs_of_the_day() {
        limit(throttles -> throttles.with(RateLimit.SMS_SPEND, Rate.perDay(2)));
        Caller ana = signedIn();
        addPhone(ana);
        assertThat(stepUp(ana, Channel.SMS)).isInstanceOf(Outcome.Done.class);
        assertThat(texts()).isEqualTo(2);
        pass(Duration.ofMinutes(2));
        assertThat(stepUp(ana, Channel.SMS)).as("whoever asks is not told").isInstanceOf(Outcome.Done.class);
        assertThat(ask(ana, AccountChange.NONE.withPhone("+525587654321"))).isInstanceOf(Outcome.Done.class);
        assertThat(texts()).isEqualTo(2);
    }

    @Test
    void a_new_number_in_a_country_that_is_not_named_gets_no_message_and_the_same_answer() {
        limit(throttles -> throttles.withSends(SendSettings.owasp().smsTo("MX")));
        Caller ana = signedIn();
        assertThat(ask(ana, AccountChange.NONE.withPhone("+442071838750")))
                .extracting(Outcome::orElseThrow)
                .satisfies(changed -> assertThat(changed.pending()).hasSize(1));
        assertThat(texts()).isZero();
    }

    @Test
    void a_request_that_is_refused_takes_no_place_of_anybody() {
        limit(throttles -> throttles.with(RateLimit.SMS_SPEND, Rate.perDay(1)));
        Caller ana = signedIn();
        pass(Duration.ofMinutes(11));
        assertThat(ask(ana, AccountChange.NONE.withPhone(PHONE))).isEqualTo(Outcome.refused(Refusal.STEP_UP_REQUIRED));
        addPhone(signedInAgain());
        assertThat(texts()).isEqualTo(1);
    }

    private Caller signedIn() {
        fixture.member(ANA);
        return signedInAgain();
    }

    private Caller signedIn(String address) {
        fixture.member(address);
        return fixture.caller(FlowFixture.signIn(login(address, FlowFixture.PASSWORD, HOME)));
    }

    private Caller signedInAgain() {
        return fixture.caller(FlowFixture.signIn(login(ANA, FlowFixture.PASSWORD, HOME)));
    }

    private void addPhone(Caller ana) {
        String challenge = pending(ask(ana, AccountChange.NONE.withPhone(PHONE)));
        assertThat(confirm(ana, challenge, fixture.codeTo(PHONE))).isInstanceOf(Outcome.Done.class);
    }

    private static String pending(Outcome<OwnAccount.Changed> asked) {
        return asked.orElseThrow().pending().get(0).challengeId();
    }

    private Outcome<OwnAccount.Changed> confirm(Caller caller, String challenge, String code) {
        return fixture.auth.ownAccount().confirmChange(caller, new ChangeProof(challenge, Secret.of(code)));
    }

    private Outcome<OwnAccount.Changed> ask(Caller caller, AccountChange change) {
        return fixture.auth.ownAccount().update(caller, change);
    }

    private Outcome<StepUp.Sent> stepUp(Caller caller, Channel channel) {
        return fixture.auth.stepUp().requestCode(caller, channel, HOME);
    }

    private Outcome<StepUp.Sent> stepUp(Caller caller, String address) {
        return fixture.auth.stepUp().requestCode(caller, Channel.EMAIL, address);
    }

    private long texts() {
        return fixture.deliver().postbox.all().stream()
                .filter(letter -> letter.to().startsWith("+"))
                .count();
    }
}
