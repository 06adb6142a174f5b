package dev.lockstile.auth.testkit.flow;

import static dev.lockstile.auth.testkit.flow.PurposeFixture.DESK;
import static dev.lockstile.auth.testkit.flow.PurposeFixture.ORDER;
import static dev.lockstile.auth.testkit.flow.PurposeFixture.PAY;
import static dev.lockstile.auth.testkit.flow.PurposeFixture.PICK_UP;
import static dev.lockstile.auth.testkit.flow.PurposeFixture.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.otp.PurposeCodes;
import dev.lockstile.auth.otp.PurposeCodes.Recipient;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Codes for purposes of the host's own: the attacks on codes to sign in with, and those between purposes. */
@Tag("keys")
abstract class PurposeCodeContract extends FlowContract {

    private static final String ANA = "ana@acme.example";

    private PurposeFixture shop;
    private UserId ana;

    /** For those who extend it. */
    protected PurposeCodeContract() {}

    @BeforeEach
    final void openShop() {
        shop = new PurposeFixture(fixture);
        ana = shop.member(ANA);
    }

    @Test
    void a_code_of_an_own_purpose_is_verified_once() {
        String challenge = shop.sent(PICK_UP, ana);
        String code = shop.codeTo(ANA);
        assertThat(code).hasSize(8);
        assertThat(shop.verify(PICK_UP, challenge, code))
                .isEqualTo(Outcome.done(new PurposeCodes.Verified(ana, Channel.EMAIL, ANA)));
        assertThat(shop.verify(PICK_UP, challenge, code)).isEqualTo(REFUSED);
    }

    @Test
    void a_code_of_one_purpose_serves_no_other_no_sign_in_and_no_step_up() {
        Caller caller = fixture.caller(fixture.signedIn(ANA));
        String pickUp = shop.sent(PICK_UP, ana);
        String pickUpCode = shop.codeTo(ANA);
        String pay = shop.sent(PAY, ana);
        String payCode = shop.codeTo(ANA);
        for (int i = 0; i < 6; i++) {
            assertThat(shop.verify(PAY, pickUp, pickUpCode)).isEqualTo(REFUSED);
            assertThat(shop.verify(PICK_UP, pay, payCode)).isEqualTo(REFUSED);
            assertThat(signIn(pickUp, pickUpCode)).isNotInstanceOf(Outcome.Done.class);
            assertThat(fixture.auth.stepUp().byCode(caller, pickUp, Secret.of(pickUpCode)))
                    .isInstanceOf(Outcome.Refused.class);
        }
        assertThat(shop.verify(PICK_UP, pickUp, pickUpCode))
                .as("tries elsewhere are none of this code's")
                .isInstanceOf(Outcome.Done.class);
        assertThat(shop.verify(PAY, pay, payCode)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_code_to_sign_in_or_to_step_up_serves_no_own_purpose() {
        String login = fixture.requestCode(ANA).orElseThrow().challengeId();
        String code = fixture.codeTo(ANA);
        Caller caller = fixture.caller(fixture.signedIn(ANA));
        Outcome<StepUp.Sent> asked = fixture.auth.stepUp().requestCode(caller, null, null);
        String stepUp = asked.orElseThrow().challengeId();
        String stepUpCode = fixture.codeTo(ANA);
        for (int i = 0; i < 6; i++) {
            assertThat(shop.verify(PICK_UP, login, code)).isNotInstanceOf(Outcome.Done.class);
            assertThat(shop.verify(PICK_UP, stepUp, stepUpCode)).isNotInstanceOf(Outcome.Done.class);
        }
        assertThat(signIn(login, code)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void other_data_is_refused_as_a_wrong_code_is() {
        String challenge = shop.sent(PICK_UP, ana);
        String code = shop.codeTo(ANA);
        for (String data : List.of("", ORDER + " ", ORDER.substring(1), "order 4711, 950.00 EUR")) {
            assertThat(shop.verifyWith(data, PICK_UP, challenge, code)).isEqualTo(REFUSED);
        }
        assertThat(shop.verify(PICK_UP, challenge, code)).as("the fifth").isInstanceOf(Outcome.Done.class);
    }

    @Test
    void data_is_bounded_and_well_formed() {
        Outcome<PurposeCodes.Issued> tooLong = shop.codes(PICK_UP)
                .issue(new PurposeCodes.Request(Recipient.account(ana), "x".repeat(1001), null, null));
        assertThat(tooLong).returns(Optional.of(Refusal.INVALID_INPUT), Outcome::refusal);
        Outcome<PurposeCodes.Issued> torn =
                shop.codes(PICK_UP).issue(new PurposeCodes.Request(Recipient.account(ana), "\ud800", null, null));
        assertThat(torn).returns(Optional.of(Refusal.INVALID_INPUT), Outcome::refusal);
        String challenge = shop.sent(PICK_UP, ana);
        assertThat(shop.verifyWith("\udc00", PICK_UP, challenge, shop.codeTo(ANA)))
                .returns(Optional.of(Refusal.INVALID_INPUT), Outcome::refusal);
    }

    @Test
    void five_wrong_attempts_end_a_code_and_a_wrong_length_spends_none() {
        String challenge = shop.sent(PICK_UP, ana);
        String code = shop.codeTo(ANA);
        for (String text : List.of("", "1234567", "123456789", "12345a78", "123456")) {
            assertThat(shop.verify(PICK_UP, challenge, text)).isEqualTo(Outcome.refused(Refusal.MALFORMED_CODE));
        }
        for (int i = 0; i < 4; i++) {
            assertThat(shop.verify(PICK_UP, challenge, FlowFixture.not(code))).isEqualTo(REFUSED);
        }
        String typed = code.substring(0, 4) + " " + code.substring(4);
        assertThat(shop.verify(PICK_UP, challenge, typed)).isInstanceOf(Outcome.Done.class);
        fixture.clock.advance(Duration.ofMinutes(1));
        String next = shop.sent(PICK_UP, ana);
        String nextCode = shop.codeTo(ANA);
        for (int i = 0; i < 5; i++) {
            assertThat(shop.verify(PICK_UP, next, FlowFixture.not(nextCode))).isEqualTo(REFUSED);
        }
        assertThat(shop.verify(PICK_UP, next, nextCode)).isEqualTo(REFUSED);
    }

    @Test
    void a_code_lives_to_the_last_moment_and_not_longer() {
        String challenge = shop.sent(PICK_UP, ana);
        String code = shop.codeTo(ANA);
        fixture.clock.advance(Duration.ofMinutes(10));
        assertThat(shop.verify(PICK_UP, challenge, code)).isEqualTo(REFUSED);
        String next = shop.sent(PICK_UP, ana);
        String nextCode = shop.codeTo(ANA);
        fixture.clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(shop.verify(PICK_UP, next, nextCode)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_newer_code_waits_for_the_cool_down_and_ends_the_older() {
        String older = shop.sent(PICK_UP, ana);
        String olderCode = shop.codeTo(ANA);
        assertThat(shop.issue(PICK_UP, Recipient.account(ana)))
                .isEqualTo(Outcome.refused(
                        Refusal.THROTTLED, fixture.clock.instant().plusSeconds(60)));
        fixture.clock.advance(Duration.ofSeconds(60));
        String newer = shop.sent(PICK_UP, ana);
        String newerCode = shop.codeTo(ANA);
        assertThat(shop.verify(PICK_UP, older, olderCode)).isEqualTo(REFUSED);
        assertThat(shop.verify(PICK_UP, newer, newerCode)).isInstanceOf(Outcome.Done.class);
        assertThat(shop.issue(PICK_UP, Recipient.account(ana)))
                .as("a used code does not end the cool-down")
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_code_of_one_person_is_worth_nothing_for_another() {
        UserId eve = shop.member("eve@acme.example");
        String challenge = shop.sent(PICK_UP, ana);
        String code = shop.codeTo(ANA);
        for (int i = 0; i < 6; i++) {
            assertThat(shop.verifyFor(eve, PICK_UP, challenge, code)).isEqualTo(REFUSED);
        }
        assertThat(shop.verifyFor(ana, PICK_UP, challenge, code)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_code_that_is_handed_back_is_sent_by_nobody_and_works() {
        PurposeCodes.Issued issued = shop.issue(DESK, Recipient.account(ana)).orElseThrow();
        PurposeCodes.HandedBack code = Objects.requireNonNull(issued.handedBack());
        assertThat(code.recipient()).isEqualTo(ANA);
        assertThat(issued.toString()).doesNotContain(code.code().reveal(), ANA);
        int before = fixture.postbox.all().size();
        assertThat(shop.auth.messages().dispatchDue()).isZero();
        assertThat(fixture.postbox.all()).hasSize(before);
        assertThat(shop.verify(DESK, issued.challengeId(), code.code().reveal()))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_hundred_attempts_at_once_are_five() {
        String challenge = shop.sent(PICK_UP, ana);
        String code = shop.codeTo(ANA);
        List<Auth> nodes = List.of(shop.auth, PurposeFixture.node(fixture));
        int in = ParallelRun.winners(100, n -> isVerified(nodes.get(n % 2), challenge, FlowFixture.not(code)));
        assertThat(in).isZero();
        int spent = fixture.store.read(
                tx -> tx.codes().byChallenge(challenge).orElseThrow().state().attempts());
        assertThat(spent).isEqualTo(5);
        assertThat(shop.verify(PICK_UP, challenge, code)).isEqualTo(REFUSED);
    }

    @Test
    void a_right_code_is_used_by_one_of_two_at_once() {
        String challenge = shop.sent(PICK_UP, ana);
        String code = shop.codeTo(ANA);
        List<Auth> nodes = List.of(shop.auth, PurposeFixture.node(fixture));
        assertThat(ParallelRun.winners(2, n -> isVerified(nodes.get(n), challenge, code)))
                .isEqualTo(1);
    }

    @Test
    void two_requests_at_once_are_one_code() {
        List<Auth> nodes = List.of(shop.auth, PurposeFixture.node(fixture));
        int sent = ParallelRun.winners(
                2,
                n -> nodes.get(n)
                                .codes(PICK_UP.name())
                                .issue(new PurposeCodes.Request(Recipient.account(ana), ORDER, null, null))
                        instanceof Outcome.Done<PurposeCodes.Issued>);
        assertThat(sent).isEqualTo(1);
    }

    @Test
    void the_audit_names_the_purpose_and_no_secret() {
        fixture.events.clear();
        String challenge = shop.sent(PICK_UP, ana);
        String code = shop.codeTo(ANA);
        shop.verify(PICK_UP, challenge, FlowFixture.not(code));
        shop.verify(PICK_UP, challenge, code);
        assertThat(fixture.events)
                .extracting(AuthEvent::name)
                .containsExactly("purpose_code_request", "purpose_code_fail", "purpose_code_success");
        assertThat(fixture.events)
                .extracting(AuthEvent::detail)
                .containsExactly("pick-up", "pick-up wrong code", "pick-up");
        assertThat(fixture.events).extracting(AuthEvent::user).containsOnly(ana);
        assertThat(fixture.events.toString()).doesNotContain(code, ANA, challenge, "4711");
    }

    @Test
    void statistics_count_codes_of_own_purposes() {
        long before = shop.auth.upkeep().statistics().all().total();
        shop.sent(PICK_UP, ana);
        assertThat(shop.auth.upkeep().statistics().all().total()).isEqualTo(before + 1);
    }

    private static boolean isVerified(Auth node, String challenge, String code) {
        return PurposeFixture.verify(node, PICK_UP, challenge, code, FlowFixture.WEB)
                instanceof Outcome.Done<PurposeCodes.Verified>;
    }

    private Outcome<SignIn> signIn(String challenge, String code) {
        return fixture.auth
                .codes()
                .verify(new CodeLogin.Attempt(CodeIdentifier.email(ANA), challenge, Secret.of(code), FlowFixture.WEB));
    }
}
