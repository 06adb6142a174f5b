package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.otp.CodeSettings;
import dev.lockstile.auth.otp.LinkLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.throttle.HumanCheck.Verdict;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Requests for codes and links: how each ends, what it is told as, and what past a rate. */
abstract class ProofRequestContract extends ThrottledContract {

    private static final CodeIdentifier NUMBER = CodeIdentifier.phone("+525512345678");
    private static final ClientInfo BARE_PHONE = new ClientInfo(ClientKind.MOBILE, null, HOME, null);
    private static final LinkLogin.Attempt.Proof NO_CODE = new LinkLogin.Attempt.Proof.Code(Secret.of("12345678"));

    /** For those who extend it. */
    protected ProofRequestContract() {}

    @Test
    void a_request_that_is_sent_is_told_as_done_and_any_other_as_refused_with_the_reason() {
        fixture.member(ANA);
        assertDone(() -> request(ANAS_ADDRESS, HOME));
        assertRefused(Operation.CODE_REQUEST, "cooling_down", () -> request(ANAS_ADDRESS, HOME));
        assertRefused(Operation.CODE_REQUEST, "invalid", () -> request(CodeIdentifier.email("nowhere"), HOME));
        assertDone(() -> link(fixture.auth, ANA));
        assertRefused(Operation.CODE_REQUEST, "cooling_down", () -> link(fixture.auth, ANA));
        assertRefused(Operation.CODE_REQUEST, "invalid", () -> link(fixture.auth, "nowhere"));
        Auth asking = fixture.nodeAsking(FlowFixture.settings(), attempt -> Verdict.wanted("puzzle-7"));
        assertRefused(Operation.CODE_REQUEST, "human_check_required", () -> link(asking, "new@acme.example"));
        assertThat(link(asking, "new@acme.example")).isEqualTo(Outcome.humanCheck("puzzle-7"));
        assertRefused(
                Operation.CODE_REQUEST,
                "human_check_required",
                () -> asking.codes().request(new CodeLogin.Request(ANAS_ADDRESS, Channel.EMAIL, HOME)));
    }

    @Test
    void an_attempt_that_nobody_looked_at_is_told_as_refused_with_the_reason() {
        limit(throttles -> throttles.with(RateLimit.OTP_VERIFY_IP, Rate.perHour(2)));
        CodeLogin.Attempt bare = new CodeLogin.Attempt(ANAS_ADDRESS, null, Secret.of("123456"), BARE_PHONE);
        assertRefused(Operation.SIGN_IN, "invalid", () -> fixture.auth.codes().verify(bare));
        LinkLogin.Attempt bareLink = new LinkLogin.Attempt("no-request", NO_CODE, BARE_PHONE);
        assertRefused(
                Operation.SIGN_IN, "invalid", () -> fixture.auth.linkLogin().confirm(bareLink));
        enter(null, "123456", HOME);
        enter(null, "123456", HOME);
        assertRefused(Operation.SIGN_IN, "throttled", () -> enter(null, "123456", HOME));
        LinkLogin.Attempt late = new LinkLogin.Attempt("no-request", NO_CODE, ClientInfo.web(HOME));
        assertRefused(
                Operation.SIGN_IN, "throttled", () -> fixture.auth.linkLogin().confirm(late));
        set(settings -> settings.withLinks(FlowFixture.linksWithoutLogin()));
        assertRefused(Operation.CODE_REQUEST, "login_link_off", () -> link(fixture.auth, ANA));
        assertRefused(
                Operation.SIGN_IN,
                "login_link_off",
                () -> fixture.auth.linkLogin().confirm(late));
    }

    @Test
    void what_is_no_address_or_number_is_named_as_such() {
        List<FieldProblem> email = List.of(FieldProblem.of("email", "invalid_email"));
        List<FieldProblem> phone = List.of(FieldProblem.of("phone", "invalid_phone"));
        assertThat(request(CodeIdentifier.email("nowhere"), HOME)).isEqualTo(Outcome.invalid(email));
        assertThat(request(CodeIdentifier.phone("12"), HOME))
                .returns(Optional.of(Refusal.INVALID_INPUT), Outcome::refusal);
        assertThat(attempt(CodeIdentifier.email("nowhere"))).isEqualTo(Outcome.invalid(email));
        assertThat(attempt(CodeIdentifier.phone("12"))).isEqualTo(Outcome.invalid(phone));
    }

    @Test
    void digits_and_life_are_those_of_the_channel() {
        Duration letters = Duration.ofMinutes(2);
        Duration texts = Duration.ofMinutes(4);
        set(settings -> settings.withCodes(new CodeSettings(7, 9, texts, letters, 5, Duration.ofSeconds(60), 5))
                .withSignUp(settings.signUp().allowSignUpByCode()));
        request(ANAS_ADDRESS, HOME);
        request(NUMBER, HOME);
        String byMail = fixture.codeTo(ANA);
        String byText = fixture.codeTo(NUMBER.text());
        assertThat(byMail).hasSize(9);
        assertThat(byText).hasSize(7);
        pass(letters);
        assertThat(enter(null, byMail, HOME)).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        CodeLogin.Attempt text = new CodeLogin.Attempt(NUMBER, null, Secret.of(byText), ClientInfo.web(HOME));
        assertThat(fixture.auth.codes().verify(text)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void only_a_host_that_chose_to_tell_tells_who_has_an_account() {
        fixture.member(ANA);
        assertThat(exists(CodeIdentifier.email("nobody@acme.example"))).isTrue();
        pass(Duration.ofMinutes(10));
        set(settings -> settings.withSignUp(settings.signUp().exposeUserExistence()));
        assertThat(exists(CodeIdentifier.email("nobody2@acme.example"))).isFalse();
        assertThat(exists(ANAS_ADDRESS)).isTrue();
        assertThat(exists(NUMBER)).isFalse();
    }

    @Test
    void past_its_rate_a_proven_address_gets_one_code_more_and_an_unproven_one_none() {
        limit(throttles -> throttles.with(RateLimit.OTP_REQUEST_IDENTITY, Rate.perHour(1)));
        fixture.member(ANA);
        fixture.people.imported("old@acme.example", "!", false);
        challenge(ANA);
        challenge("old@acme.example");
        assertThat(sentTo(ANA)).isEqualTo(2);
        assertThat(sentTo("old@acme.example")).isEqualTo(1);
        pass(Duration.ofMinutes(6));
        challenge(ANA);
        challenge("old@acme.example");
        assertThat(sentTo(ANA)).as("one more").isEqualTo(3);
        assertThat(sentTo("old@acme.example")).as("none: it may be anybody's").isEqualTo(1);
    }

    @Test
    void past_its_rate_a_code_without_attempts_is_as_good_as_none() {
        limit(throttles -> throttles.with(RateLimit.OTP_REQUEST_IDENTITY, Rate.perHour(1)));
        fixture.member(ANA);
        String challenge = challenge(ANA);
        String wrong = FlowFixture.not(fixture.codeTo(ANA));
        useUp(challenge, wrong);
        String next = challenge(ANA);
        assertThat(next).isNotEqualTo(challenge);
        assertThat(sentTo(ANA)).isEqualTo(3);
        assertThat(enter(next, fixture.codeTo(ANA), place(9))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void past_its_rate_and_the_one_more_an_answer_looks_like_any_other() {
        limit(throttles ->
                throttles.with(RateLimit.OTP_REQUEST_IDENTITY, Rate.perHour(1)).allowEndlessFailures());
        fixture.member(ANA);
        String challenge = challenge(ANA);
        useUp(challenge, FlowFixture.not(fixture.codeTo(ANA)));
        String spare = challenge(ANA);
        useUp(spare, FlowFixture.not(fixture.codeTo(ANA)));
        int sent = sentTo(ANA);
        assertThat(challenge(ANA)).isNotIn(challenge, spare).hasSize(spare.length());
        assertThat(sentTo(ANA)).isEqualTo(sent);
    }

    private void useUp(String challenge, String wrong) {
        for (int i = 0; i < 5; i++) {
            assertThat(enter(challenge, wrong, place(i))).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        }
        pass(Duration.ofSeconds(70));
    }

    @Test
    void past_its_rate_an_address_gets_one_link_more_and_nobody_learns_of_a_request_for_another_one() {
        limit(throttles -> throttles.with(RateLimit.OTP_REQUEST_IDENTITY, Rate.perHour(1)));
        fixture.member(ANA);
        fixture.member("ben@acme.example");
        String bens = linkRequest("ben@acme.example", null);
        String first = linkRequest(ANA, null);
        assertThat(sentTo(ANA)).isEqualTo(2);
        pass(Duration.ofSeconds(61));
        linkRequest(ANA, null);
        assertThat(sentTo(ANA)).as("one more").isEqualTo(3);
        pass(Duration.ofSeconds(61));
        String third = linkRequest(ANA, bens);
        assertThat(sentTo(ANA)).as("no more").isEqualTo(3);
        assertThat(third).isNotEqualTo(bens).hasSize(first.length());
    }

    @Test
    void a_network_that_asks_too_often_for_links_is_told_when_it_may_again() {
        limit(throttles -> throttles.with(RateLimit.OTP_REQUEST_IP, Rate.perHour(1)));
        linkRequest("one@acme.example", null);
        assertThat(link(fixture.auth, "two@acme.example")).isInstanceOfSatisfying(Outcome.Refused.class, cooling -> {
            assertThat(cooling.why()).isEqualTo(Refusal.THROTTLED);
            assertThat(cooling.retryAt()).isAfter(fixture.clock.instant());
        });
    }

    @Test
    void a_link_comes_in_the_language_of_its_reader() {
        fixture.member(ANA); // who registered in Spanish
        fixture.auth.linkLogin().request(new LinkLogin.Request(ANA, null, HOME, "en", ClientEvidence.NONE));
        assertThat(fixture.deliver().postbox.lastTo(ANA).text()).contains("Inicia sesi\u00f3n");
    }

    private void assertDone(Runnable request) {
        fixture.events.clear();
        request.run();
        assertThat(fixture.events)
                .containsExactly(new AuthEvent.Done(fixture.clock.instant(), Operation.CODE_REQUEST, null, null));
    }

    private void assertRefused(Operation operation, String reason, Runnable request) {
        fixture.events.clear();
        request.run();
        assertThat(fixture.events)
                .containsExactly(new AuthEvent.Refused(fixture.clock.instant(), operation, null, null, reason));
    }

    private Outcome<LinkLogin.Sent> link(Auth node, String address) {
        return node.linkLogin().request(new LinkLogin.Request(address, HOME));
    }

    private String linkRequest(String address, @Nullable String held) {
        Outcome<LinkLogin.Sent> result =
                fixture.auth.linkLogin().request(new LinkLogin.Request(address, held, HOME, null, ClientEvidence.NONE));
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return result.orElseThrow().requestId();
    }

    private String challenge(String address) {
        return sent(CodeIdentifier.email(address)).challengeId();
    }

    private boolean exists(CodeIdentifier identifier) {
        return sent(identifier).userExists();
    }

    private CodeLogin.Sent sent(CodeIdentifier identifier) {
        Outcome<CodeLogin.Sent> result = request(identifier, HOME);
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return result.orElseThrow();
    }

    private Outcome<SignIn> attempt(CodeIdentifier identifier) {
        return fixture.auth
                .codes()
                .verify(new CodeLogin.Attempt(identifier, null, Secret.of("123456"), ClientInfo.web(HOME)));
    }

    private int sentTo(String address) {
        return fixture.deliver().postbox.to(address).size();
    }
}
