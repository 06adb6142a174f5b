package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A form that a browser sends twice within ten seconds gets one answer, and no other client gets it. */
abstract class RepeatedFormContract extends SecondFactorFixture {

    private static final String BEN = "ben@acme.example";
    private static final ClientInfo BROWSER = showing("mark-of-a-browser");
    private static final ClientInfo OTHER = showing("mark-of-another");

    @Test
    void the_same_code_of_the_same_browser_gets_the_session_of_the_first_answer() {
        CodeLogin.Attempt attempt = code(BROWSER);
        SignIn first = signIn(verify(attempt));
        fixture.events.clear();
        fixture.clock.advance(Duration.ofMillis(9_999));
        SignIn again = signIn(verify(attempt));
        assertThat(session(again)).isEqualTo(session(first));
        assertThat(again.tokens().refresh()).isEqualTo(first.tokens().refresh());
        assertThat(live(first)).isEqualTo(1);
        assertThat(fixture.events)
                .noneMatch(event -> event instanceof AuthEvent.SignedIn || event instanceof AuthEvent.SignInFailed);
    }

    @Test
    @Tag("transactions")
    void of_two_threads_with_one_code_both_get_the_one_session() {
        for (int round = 0; round < 5; round++) {
            CodeLogin.Attempt attempt = code(BROWSER);
            List<Outcome<SignIn>> results = ParallelRun.run(2, n -> verify(attempt));
            assertThat(results)
                    .allSatisfy(
                            result -> assertThat(session(signIn(result))).isEqualTo(session(signIn(results.get(0)))));
            SignIn first = signIn(results.get(0));
            assertThat(live(first)).isEqualTo(1);
            fixture.auth.sessions().logout(fixture.caller(first));
            fixture.clock.advance(Duration.ofMinutes(2));
        }
    }

    @Test
    void the_code_without_the_cookie_gets_nothing() {
        CodeLogin.Attempt attempt = code(BROWSER);
        signIn(verify(attempt));
        for (ClientInfo client : List.of(OTHER, FlowFixture.WEB)) {
            assertThat(verify(by(attempt, client))).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        }
        CodeLogin.Attempt next = code(BROWSER);
        List<Outcome<SignIn>> results = ParallelRun.run(2, n -> verify(n == 0 ? next : by(next, OTHER)));
        assertThat(results).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
    }

    @Test
    void ten_seconds_later_the_code_is_used() {
        CodeLogin.Attempt attempt = code(BROWSER);
        signIn(verify(attempt));
        fixture.clock.advance(Duration.ofSeconds(10));
        assertThat(verify(attempt)).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
    }

    @Test
    void a_session_that_ended_or_was_renewed_is_not_given_again() {
        CodeLogin.Attempt attempt = code(BROWSER);
        SignIn ended = signIn(verify(attempt));
        fixture.auth.sessions().logout(fixture.caller(ended));
        assertThat(verify(attempt)).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));

        CodeLogin.Attempt next = code(BROWSER);
        SignIn renewed = signIn(verify(next));
        fixture.auth.sessions().refresh(renewed.tokens().refresh());
        assertThat(verify(next)).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
    }

    @Test
    void an_account_that_is_disabled_at_once_is_not_given_again() {
        CodeLogin.Attempt attempt = code(BROWSER);
        SignIn first = signIn(verify(attempt));
        fixture.auth.admin().disable(first.user().id());
        assertThat(verify(attempt)).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
    }

    @Test
    @Tag("transactions")
    void a_password_sent_twice_opens_one_session_and_later_another() {
        fixture.member(BEN);
        fixture.events.clear();
        List<Outcome<SignIn>> results = ParallelRun.run(2, n -> login(BEN, BROWSER));
        SignIn first = FlowFixture.signIn(results.get(0));
        assertThat(session(FlowFixture.signIn(results.get(1)))).isEqualTo(session(first));
        assertThat(live(first)).isEqualTo(1);
        assertThat(fixture.events)
                .filteredOn(AuthEvent.SignedIn.class::isInstance)
                .hasSize(1);

        fixture.clock.advance(Duration.ofSeconds(10));
        SignIn later = FlowFixture.signIn(login(BEN, BROWSER));
        assertThat(session(later)).isNotEqualTo(session(first));
        assertThat(live(later)).isEqualTo(2);
    }

    @Test
    void another_account_or_another_text_of_the_same_browser_is_another_form() {
        fixture.member(BEN);
        fixture.member("eva@acme.example");
        SignIn ben = FlowFixture.signIn(login(BEN, BROWSER));
        SignIn eva = FlowFixture.signIn(login("eva@acme.example", BROWSER));
        assertThat(session(eva)).isNotEqualTo(session(ben));
        assertThat(eva.user().id()).isNotEqualTo(ben.user().id());
        CodeLogin.Attempt attempt = code(BROWSER);
        signIn(verify(attempt));
        Secret wrong = Secret.of(FlowFixture.not(attempt.code().reveal()));
        assertThat(verify(new CodeLogin.Attempt(attempt.identifier(), attempt.challengeId(), wrong, BROWSER)))
                .isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
    }

    @Test
    void a_wait_for_the_second_factor_is_one_and_its_proof_as_well() {
        SecondFactorChallenge first = challenge(login(ADDRESS, BROWSER));
        SecondFactorChallenge again = challenge(login(ADDRESS, BROWSER));
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.factors()).isEqualTo(first.factors());
        SecondFactorLogin.Attempt proof =
                new SecondFactorLogin.Attempt(first.id(), totp(ana.app().code()), BROWSER, false);
        List<Outcome<SignIn>> results =
                ParallelRun.run(2, n -> fixture.auth.secondFactorLogin().finish(proof));
        List<Caller> callers = new ArrayList<>();
        results.forEach(result -> callers.add(in(result)));
        assertThat(callers.get(0).session()).isEqualTo(callers.get(1).session());
        assertThat(fixture.auth
                        .secondFactorLogin()
                        .finish(new SecondFactorLogin.Attempt(first.id(), proof.proof(), OTHER, false)))
                .isEqualTo(REFUSED);
        assertThat(challenge(login(ADDRESS, BROWSER)).id())
                .as("something was shown in the first one")
                .isNotEqualTo(first.id());
    }

    @Test
    void a_wait_for_the_second_factor_is_another_after_ten_seconds_and_after_an_attempt() {
        SecondFactorChallenge first = challenge(login(ADDRESS, BROWSER));
        SecondFactorLogin.Attempt wrong = new SecondFactorLogin.Attempt(
                first.id(), totp(FlowFixture.not(ana.app().code())), BROWSER, false);
        assertThat(fixture.auth.secondFactorLogin().finish(wrong)).isEqualTo(REFUSED);
        assertThat(challenge(login(ADDRESS, BROWSER)).id()).isNotEqualTo(first.id());
        SecondFactorChallenge other = challenge(login(ADDRESS, OTHER));
        fixture.clock.advance(Duration.ofSeconds(10));
        assertThat(challenge(login(ADDRESS, OTHER)).id()).isNotEqualTo(other.id());
    }

    @Test
    void another_node_gives_the_same_answer() {
        CodeLogin.Attempt attempt = code(BROWSER);
        SignIn first = signIn(verify(attempt));
        Auth node = fixture.secondNode();
        assertThat(session(signIn(node.codes().verify(attempt)))).isEqualTo(session(first));
    }

    private CodeLogin.Attempt code(ClientInfo client) {
        String address = "carla" + fixture.events.size() + "@acme.example";
        fixture.member(address);
        Outcome<CodeLogin.Sent> sent =
                fixture.auth.codes().request(new CodeLogin.Request(CodeIdentifier.email(address), Channel.EMAIL, null));
        String challenge = sent.orElseThrow().challengeId();
        return new CodeLogin.Attempt(
                CodeIdentifier.email(address), challenge, Secret.of(fixture.codeTo(address)), client);
    }

    private static CodeLogin.Attempt by(CodeLogin.Attempt attempt, ClientInfo client) {
        return new CodeLogin.Attempt(attempt.identifier(), attempt.challengeId(), attempt.code(), client);
    }

    private Outcome<SignIn> verify(CodeLogin.Attempt attempt) {
        return fixture.auth.codes().verify(attempt);
    }

    private Outcome<SignIn> login(String name, ClientInfo client) {
        return fixture.auth.login().signIn(new PasswordLogin.Request(name, Secret.of(FlowFixture.PASSWORD), client));
    }

    private static SignIn signIn(Outcome<SignIn> result) {
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return result.orElseThrow();
    }

    private String session(SignIn signIn) {
        return fixture.caller(signIn).session().value();
    }

    private int live(SignIn signIn) {
        return fixture.store.<Integer>read(tx ->
                tx.sessions().live(signIn.user().id(), fixture.clock.instant()).size());
    }

    private static ClientInfo showing(String form) {
        return FlowFixture.WEB.showing(ClientEvidence.NONE.withForm(Secret.of(form)));
    }
}
