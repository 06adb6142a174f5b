package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.LinkLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What attempts at a link, and at the code beside it, count for. */
abstract class LinkAttemptContract extends ThrottledContract {

    private static final Outcome<SignIn> REFUSED = Outcome.refused(Refusal.INVALID_CODE);
    private static final String BEN = "ben@acme.example";

    /** For those who extend it. */
    protected LinkAttemptContract() {}

    @BeforeEach
    final void pauseAtTheThird() {
        set(settings -> settings.withThrottles(PAUSE_AT_THE_THIRD));
        fixture.member(ANA);
    }

    @Test
    void wrong_codes_pause_the_address_and_not_its_link_its_device_and_other_addresses() {
        Secret device = device(ANA, HOME);
        fixture.member(BEN);
        String bens = ask(BEN);
        LinkLogin.Attempt.Proof bensCode = code(fixture.codeTo(BEN));
        String request = ask(ANA);
        LinkLogin.Attempt.Proof right = code(fixture.codeTo(ANA));
        fail(request, 3);
        fixture.events.clear();
        assertThat(enter(request, right, place(10))).as("paused").isEqualTo(REFUSED);
        assertThat(enter(request, right, place(11))).as("paused").isEqualTo(REFUSED);
        assertThat(told(AuthEvent.SignInPaused.class)).isEqualTo(1);
        assertThat(enter(bens, bensCode, place(12))).isInstanceOf(Outcome.Done.class);
        assertThat(enter(request, token(), place(13))).as("no guess").isInstanceOf(Outcome.Done.class);

        pass(Duration.ofSeconds(61));
        String next = ask(ANA);
        fail(next, 3);
        ClientInfo own = ClientInfo.web(HOME).showing(new ClientEvidence(device));
        assertThat(fixture.auth.linkLogin().confirm(new LinkLogin.Attempt(next, code(fixture.codeTo(ANA)), own)))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_right_code_sets_the_count_back() {
        for (int round = 0; round < 3; round++) {
            String request = ask(ANA);
            fail(request, 2);
            assertThat(enter(request, code(fixture.codeTo(ANA)), place(50 + round)))
                    .as("round " + round)
                    .isInstanceOf(Outcome.Done.class);
            pass(Duration.ofSeconds(61));
        }
    }

    @Test
    void each_failure_counts_for_the_alarm_of_all() {
        set(settings -> settings.withThrottles(ALARM_AT_THE_SECOND));
        String request = ask(ANA);
        LinkLogin.Attempt.Proof wrong = code(FlowFixture.not(fixture.codeTo(ANA)));
        assertAlarmAfterTwo(number -> enter(request, wrong, place(number)), REFUSED);

        pass(Duration.ofMinutes(31));
        assertAlarmAfterTwo(number -> enter("no-request", wrong, place(number)), REFUSED);

        pass(Duration.ofMinutes(31));
        String vetoed = ask(ANA);
        LinkLogin.Attempt.Proof right = code(fixture.codeTo(ANA));
        fixture.doorkeeper.refuse("not_today");
        assertAlarmAfterTwo(number -> enter(vetoed, right, place(number)), REFUSED);
    }

    @Test
    void a_network_has_so_many_attempts_in_its_time_and_is_told_when_the_next_may_come() {
        set(settings -> settings.withThrottles(PAUSE_AT_THE_THIRD.with(RateLimit.OTP_VERIFY_IP, Rate.perHour(2))));
        for (int i = 0; i < 2; i++) {
            assertThat(enter("no-request", code("12345678"), HOME)).isEqualTo(REFUSED);
        }
        assertThat(enter("no-request", code("12345678"), HOME))
                .isInstanceOfSatisfying(Outcome.Refused.class, throttled -> {
                    assertThat(throttled.why()).isEqualTo(Refusal.THROTTLED);
                    assertThat(throttled.retryAt()).isAfter(fixture.clock.instant());
                });
    }

    @Test
    void what_a_silent_legacy_system_did_not_check_does_not_count() {
        FakeLegacySystem legacy = new FakeLegacySystem(fixture);
        Auth node = fixture.nodeWith(
                FlowFixture.settings().withThrottles(PAUSE_AT_THE_THIRD), builder -> builder.legacy(legacy));
        LinkLogin.Sent sent = node.linkLogin()
                .request(new LinkLogin.Request(FakeLegacySystem.ADDRESS, null))
                .orElseThrow();
        LinkLogin.Attempt.Proof right = code(fixture.codeTo(FakeLegacySystem.ADDRESS));
        legacy.fallSilent();
        for (int i = 0; i < 4; i++) {
            LinkLogin.Attempt attempt = new LinkLogin.Attempt(sent.requestId(), right, ClientInfo.web(place(i)));
            assertThatThrownBy(() -> node.linkLogin().confirm(attempt)).isInstanceOf(StoreUnavailableException.class);
        }
    }

    @Test
    void an_account_that_may_no_longer_act_is_refused_and_that_is_told() {
        UserId ana = fixture.signedIn(ANA).user().id();
        String request = ask(ANA);
        LinkLogin.Attempt.Proof token = token();
        fixture.store.<Boolean>alone(tx -> {
            tx.users().setActive(ana, false, fixture.clock.instant());
            return true;
        });
        fixture.events.clear();
        assertThat(enter(request, token, HOME)).isEqualTo(Outcome.refused(Refusal.INVALID_LINK));
        assertThat(fixture.events)
                .containsExactly(new AuthEvent.SignInFailed(fixture.clock.instant(), ana, "link", "may not sign in"));
    }

    @Test
    void attempts_at_a_link_spend_no_code_of_another_kind() {
        set(settings -> settings.withThrottles(PAUSE_AT_THE_THIRD.allowEndlessFailures()));
        CodeLogin.Sent sent = request(ANAS_ADDRESS, HOME).orElseThrow();
        String right = fixture.codeTo(ANA);
        for (int i = 0; i < 6; i++) {
            assertThat(enter(sent.challengeId(), code(right + "00"), place(i))).isEqualTo(REFUSED);
        }
        assertThat(enter(sent.challengeId(), right, HOME)).isInstanceOf(Outcome.Done.class);
    }

    private void fail(String request, int times) {
        for (int i = 0; i < times; i++) {
            LinkLogin.Attempt.Proof wrong = code(FlowFixture.not(fixture.codeTo(ANA)));
            assertThat(enter(request, wrong, place(i))).isEqualTo(REFUSED);
            pass(Duration.ofSeconds(2));
        }
    }

    private String ask(String address) {
        Outcome<LinkLogin.Sent> result = fixture.auth.linkLogin().request(new LinkLogin.Request(address, null));
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return result.orElseThrow().requestId();
    }

    private Outcome<SignIn> enter(String request, LinkLogin.Attempt.Proof proof, String address) {
        return fixture.auth.linkLogin().confirm(new LinkLogin.Attempt(request, proof, ClientInfo.web(address)));
    }

    private LinkLogin.Attempt.Proof token() {
        return new LinkLogin.Attempt.Proof.Token(
                Secret.of(fixture.deliver().postbox.lastTo(ANA).loginToken()));
    }

    private static LinkLogin.Attempt.Proof code(String digits) {
        return new LinkLogin.Attempt.Proof.Code(Secret.of(digits));
    }
}
