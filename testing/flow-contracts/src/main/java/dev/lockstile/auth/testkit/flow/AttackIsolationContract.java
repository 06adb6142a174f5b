package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.otp.CodeSettings;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * What strangers do costs the owner nothing, and what a limit answers is the same for names that exist and names that
 * do not, on the owner's own network too.
 */
abstract class AttackIsolationContract extends ThrottledContract {

    private static final String NOBODY = "nobody@acme.example";
    private static final String MADE_UP = "AAAAAAAAAAAAAAAAAAAAAA";

    /** For those who extend it. */
    protected AttackIsolationContract() {}

    @Test
    void attempts_at_a_challenge_that_does_not_exist_cost_the_recipient_nothing() {
        set(settings -> settings.withCodes(CodeSettings.owasp()));
        fixture.member(ANA);
        fixture.events.clear();
        for (int i = 0; i < 100; i++) {
            assertThat(enter(MADE_UP, "00000000", place(i))).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        }
        assertThat(told(AuthEvent.SignInPaused.class)).isZero();
        String challenge = request(ANAS_ADDRESS, place(300)).orElseThrow().challengeId();
        assertThat(enter(challenge, fixture.codeTo(ANA), place(300))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void attempts_at_a_challenge_of_somebody_else_or_one_that_is_over_cost_the_recipient_nothing() {
        fixture.member(ANA);
        fixture.member("bob@acme.example");
        String expired = request(ANAS_ADDRESS, place(1)).orElseThrow().challengeId();
        pass(Duration.ofMinutes(30));
        String bobs = request(CodeIdentifier.email("bob@acme.example"), place(2))
                .orElseThrow()
                .challengeId();
        for (int i = 0; i < 50; i++) {
            assertThat(enter(expired, "000000", place(i))).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
            assertThat(enter(bobs, "000000", place(i))).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
            assertThat(enter(null, "000000", place(i)))
                    .as("no code is live")
                    .isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        }
        String mine = request(ANAS_ADDRESS, place(300)).orElseThrow().challengeId();
        assertThat(enter(mine, fixture.codeTo(ANA), place(300))).isInstanceOf(Outcome.Done.class);
        CodeLogin.Attempt bob = new CodeLogin.Attempt(
                CodeIdentifier.email("bob@acme.example"),
                bobs,
                Secret.of(fixture.codeTo("bob@acme.example")),
                ClientInfo.web(place(301)));
        assertThat(fixture.auth.codes().verify(bob)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_challenge_that_is_out_of_attempts_costs_the_recipient_nothing_more() {
        fixture.member(ANA);
        String spent = request(ANAS_ADDRESS, place(1)).orElseThrow().challengeId();
        fixture.events.clear();
        for (int i = 0; i < 40; i++) {
            enter(spent, "000000", place(i));
        }
        pass(Duration.ofMinutes(11));
        String mine = request(ANAS_ADDRESS, place(300)).orElseThrow().challengeId();
        assertThat(enter(mine, fixture.codeTo(ANA), place(300)))
                .as("five were attempts, the others hit nothing")
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void attempts_that_hit_nothing_cost_the_network_they_come_from() {
        limit(throttles -> throttles.with(RateLimit.LOGIN_FAILURE_IP, Rate.perHour(10)));
        for (int i = 0; i < 11; i++) {
            CodeIdentifier somebody = CodeIdentifier.email("user" + i + "@acme.example");
            assertThat(attempt(somebody)).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        }
        assertThat(attempt(CodeIdentifier.email("other@acme.example")))
                .returns(Optional.of(Refusal.THROTTLED), Outcome::refusal);
        assertThat(why(login(ANA, WRONG, HOME))).isEqualTo(Refusal.INVALID_CREDENTIALS);
    }

    private Outcome<SignIn> attempt(CodeIdentifier whom) {
        return fixture.auth
                .codes()
                .verify(new CodeLogin.Attempt(whom, MADE_UP, Secret.of("000000"), ClientInfo.web(place(1))));
    }

    @Test
    void strangers_who_ask_for_resets_do_not_keep_the_owner_from_one() {
        limit(throttles -> throttles.turnOff(RateLimit.PASSWORD_RESET_CONFIRM_IP));
        fixture.member(ANA);
        for (int round = 0; round < 8; round++) {
            for (int i = 0; i < 20; i++) {
                assertThat(reset(ANA, place(round * 20 + i))).isEqualTo(Outcome.done(true));
            }
            assertThat(reset(ANA, place(400 + round))).isEqualTo(Outcome.done(true));
            LinkProof link = fixture.linkTo(ANA);
            assertThat(fixture.auth.passwords().confirmReset(link, Secret.of("copper-lantern-" + (2208 + round))))
                    .as("round %d: the last link that was sent works", round)
                    .isInstanceOf(Outcome.Done.class);
            pass(Duration.ofMinutes(31));
        }
    }

    @Test
    void strangers_who_ask_for_confirmations_make_nobody_elses_a_refusal() {
        fixture.auth.registrations().register(FlowFixture.registration(ANA, null, null));
        for (int i = 0; i < 20; i++) {
            assertThat(fixture.auth.registrations().resendConfirmation(ANA, place(i)))
                    .isInstanceOf(Outcome.Done.class);
            pass(Duration.ofSeconds(70));
        }
        assertThat(fixture.auth.registrations().resendConfirmation(ANA, HOME)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.deliver().postbox.to(ANA)).as("bounded").hasSizeBetween(2, 6);
        assertThat(fixture.auth.registrations().confirmEmail(fixture.linkTo(ANA)))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void resets_within_the_cool_down_count_once() {
        fixture.member(ANA);
        for (int i = 0; i < 50; i++) {
            reset(ANA, place(i));
        }
        pass(Duration.ofMinutes(2));
        int before = fixture.deliver().postbox.to(ANA).size();
        reset(ANA, place(99));
        assertThat(fixture.deliver().postbox.to(ANA)).hasSize(before + 1);
    }

    @Test
    void an_address_gets_a_bounded_number_of_reset_links_and_always_holds_one_that_works() {
        limit(throttles -> throttles.turnOff(RateLimit.PASSWORD_RESET_CONFIRM_IP));
        fixture.member(ANA);
        int before = fixture.deliver().postbox.to(ANA).size();
        for (int minute = 0; minute < 6 * 60; minute++) {
            reset(ANA, place(minute));
            LinkProof latest = fixture.linkTo(ANA);
            assertThat(fixture.auth.passwords().confirmReset(latest, Secret.of("short")))
                    .as("minute %d: a live link gets as far as the policy", minute)
                    .returns(true, outcome -> outcome.isRefused(Refusal.INVALID_INPUT));
            pass(Duration.ofMinutes(1));
        }
        assertThat(fixture.deliver().postbox.to(ANA).size() - before).isBetween(12, 6 * 7);
    }

    @Test
    void a_reset_that_the_budget_refused_passes_for_no_link_that_works() {
        limit(throttles -> throttles
                .with(RateLimit.EMAIL_SPEND, Rate.perMinute(4))
                .with(RateLimit.PASSWORD_RESET_REQUEST_IDENTITY, Rate.perDay(1)));
        fixture.member(ANA);
        fixture.member("bob@acme.example");
        reset("bob@acme.example", place(1));
        reset(ANA, place(2));
        int before = fixture.deliver().postbox.to(ANA).size();
        assertThat(before).as("the registration alone").isEqualTo(1);
        pass(Duration.ofMinutes(5));
        reset(ANA, place(3));
        assertThat(fixture.deliver().postbox.to(ANA)).as("the spare one").hasSize(before + 1);
    }

    @Test
    void a_known_network_tells_nobody_which_names_exist() {
        fixture.member(ANA);
        assertThat(login(ANA, FlowFixture.PASSWORD, HOME)).isInstanceOf(Outcome.Done.class);
        pass(Duration.ofDays(1));
        assertSame(name -> why(login(name, WRONG, HOME)), 25);
        assertSame(name -> kind(fixture.auth.codes().verify(attempt(name))), 70);
        assertSame(name -> kind(request(CodeIdentifier.email(name), HOME)), 12);
        assertSame(name -> kind(reset(name, HOME)), 25);
    }

    /** Each name from the same network, an hour after the other. */
    private void assertSame(Function<String, Object> ask, int times) {
        List<List<Object>> answers = new ArrayList<>();
        for (String name : List.of(ANA, NOBODY)) {
            List<Object> told = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                told.add(ask.apply(name));
                pass(Duration.ofSeconds(1));
            }
            answers.add(told);
            pass(Duration.ofDays(1));
        }
        assertThat(answers.get(0)).isEqualTo(answers.get(1));
    }

    @Test
    void strangers_do_not_use_up_the_tries_of_a_name_elsewhere() {
        limit(throttles -> throttles.with(RateLimit.LOGIN_IDENTITY, Rate.perHour(4)));
        for (int i = 0; i < 4; i++) {
            login(NOBODY, WRONG, place(1));
        }
        assertThat(why(login(NOBODY, WRONG, place(1)))).isEqualTo(Refusal.THROTTLED);
        assertThat(why(login(NOBODY, WRONG, place(2)))).isEqualTo(Refusal.INVALID_CREDENTIALS);
    }

    private static CodeLogin.Attempt attempt(String name) {
        return new CodeLogin.Attempt(CodeIdentifier.email(name), null, Secret.of("000000"), ClientInfo.web(HOME));
    }

    private Outcome<Boolean> reset(String email, String address) {
        return fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, email, address));
    }

    private static Object kind(Object result) {
        return result.getClass();
    }

    private static Refusal why(Outcome<SignIn> result) {
        return result.refusal().orElseThrow();
    }
}
