package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.AuthContext.Assurance;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.otp.LinkLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Signing in by a link: bound to the client that asked, once, ten minutes, proven addresses only. */
abstract class LinkLoginContract extends LinkLoginCases {

    /** For those who extend it. */
    protected LinkLoginContract() {}

    @Test
    void without_the_setting_nothing_is_sent_and_nobody_gets_in() {
        fixture = rewired(settings -> settings.withLinks(FlowFixture.linksWithoutLogin()));
        fixture.member(ADDRESS);
        int letters = fixture.deliver().postbox.all().size();
        assertThat(fixture.auth.linkLogin().request(new LinkLogin.Request(ADDRESS, null)))
                .isEqualTo(Outcome.refused(Refusal.LOGIN_LINK_OFF));
        assertThat(enter("request", code("12345678"))).isEqualTo(Outcome.refused(Refusal.LOGIN_LINK_OFF));
        assertThat(fixture.deliver().postbox.all()).hasSize(letters);
    }

    @Test
    void the_link_signs_the_asker_in_once() {
        fixture.member(ADDRESS);
        String request = request(ADDRESS);
        LinkLogin.Attempt.Proof token = token();
        assertThat(enter(request, token)).isInstanceOf(Outcome.Done.class);
        assertThat(enter(request, token)).isEqualTo(REFUSED);
        assertThat(enter(request, digits())).isEqualTo(WRONG_CODE);
        assertThat(fixture.events)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                AuthEvent.SignedIn.class,
                                in -> assertThat(in.method()).isEqualTo("link")));
    }

    @Test
    void the_code_beside_it_does_the_same_and_ends_the_link() {
        fixture.member(ADDRESS);
        String request = request("ANA@acme.example");
        LinkLogin.Attempt.Proof token = token();
        Outcome<SignIn> result = enter(request, digits());
        SignIn in = result.orElseThrow();
        assertThat(fixture.caller(in).context()).isEqualTo(new AuthContext(Assurance.AAL1, List.of("otp")));
        assertThat(enter(request, token)).isEqualTo(REFUSED);
    }

    @Test
    void the_token_without_the_request_is_refused_and_not_used_up() {
        fixture.member(ADDRESS);
        fixture.member("eve@acme.example");
        String request = request(ADDRESS);
        LinkLogin.Attempt.Proof token = token();
        String stranger = request("eve@acme.example");
        assertThat(enter(stranger, token)).isEqualTo(REFUSED);
        assertThat(enter("no-request", token)).isEqualTo(REFUSED);
        assertThat(enter("r".repeat(5_000), token)).isEqualTo(REFUSED);
        for (int i = 0; i < 10; i++) {
            assertThat(enter(stranger, digitsTo(ADDRESS))).isEqualTo(WRONG_CODE);
        }
        assertThat(enter(request, token)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void it_lives_for_ten_minutes_and_not_longer() {
        fixture.member(ADDRESS);
        String request = request(ADDRESS);
        LinkLogin.Attempt.Proof token = token();
        fixture.clock.advance(Duration.ofMinutes(10));
        assertThat(enter(request, token)).isEqualTo(REFUSED);
        String next = request(ADDRESS);
        fixture.clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(enter(next, token())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_newer_one_ends_the_older() {
        fixture.member(ADDRESS);
        String request = request(ADDRESS);
        LinkLogin.Attempt.Proof token = token();
        fixture.clock.advance(Duration.ofSeconds(60));
        String next = request(ADDRESS);
        assertThat(enter(request, token)).isEqualTo(REFUSED);
        assertThat(enter(next, token)).isEqualTo(REFUSED);
        assertThat(enter(next, token())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void five_wrong_codes_end_link_and_code() {
        fixture.member(ADDRESS);
        String request = request(ADDRESS);
        String right = fixture.codeTo(ADDRESS);
        for (int i = 0; i < 5; i++) {
            assertThat(enter(request, code(FlowFixture.not(right)))).isEqualTo(WRONG_CODE);
        }
        assertThat(enter(request, code(right))).isEqualTo(WRONG_CODE);
        assertThat(enter(request, token())).isEqualTo(REFUSED);
    }

    @Test
    void the_digits_are_no_token_and_the_token_is_no_code() {
        fixture.member(ADDRESS);
        String request = request(ADDRESS);
        assertThat(enter(request, new LinkLogin.Attempt.Proof.Token(digits().secret())))
                .isEqualTo(REFUSED);
        assertThat(enter(request, new LinkLogin.Attempt.Proof.Code(token().secret())))
                .isEqualTo(Outcome.refused(Refusal.MALFORMED_CODE));
        assertThat(enter(request, token())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_link_is_no_sign_in_code_and_a_sign_in_code_is_no_link() {
        fixture.member(ADDRESS);
        String request = request(ADDRESS);
        String digits = fixture.codeTo(ADDRESS);
        CodeIdentifier ana = CodeIdentifier.email(ADDRESS);
        assertThat(fixture.auth.codes().verify(new CodeLogin.Attempt(ana, request, Secret.of(digits), FlowFixture.WEB)))
                .returns(Optional.of(Refusal.MALFORMED_CODE), Outcome::refusal);
        CodeLogin.Sent sent = fixture.requestCode(ADDRESS).orElseThrow();
        assertThat(enter(sent.challengeId(), code(fixture.codeTo(ADDRESS) + "00")))
                .isEqualTo(WRONG_CODE);
    }

    @Test
    void a_mobile_client_without_a_device_burns_nothing() {
        fixture.member(ADDRESS);
        String request = request(ADDRESS);
        ClientInfo bare = new ClientInfo(ClientKind.MOBILE, null, "192.0.2.8", null);
        for (int i = 0; i < 10; i++) {
            assertThat(fixture.auth.linkLogin().confirm(new LinkLogin.Attempt(request, digits(), bare)))
                    .isEqualTo(Outcome.refused(Refusal.DEVICE_REQUIRED));
        }
        assertThat(fixture.auth.linkLogin().confirm(new LinkLogin.Attempt(request, digits(), FlowFixture.PHONE_APP)))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void what_happens_to_the_account_meanwhile_ends_the_link() {
        ends("reset@acme.example", user -> {
            fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, "reset@acme.example", null));
            fixture.auth
                    .passwords()
                    .confirmReset(fixture.linkTo("reset@acme.example"), Secret.of("copper-lantern-2208"));
        });
        ends("disabled@acme.example", user -> fixture.auth.admin().disable(user));
        ends("deleted@acme.example", user -> fixture.auth.admin().delete(user));
        ends("ended@acme.example", user -> {
            fixture.auth.admin().disable(user);
            fixture.auth.admin().enable(user);
        });
    }

    @Test
    void an_account_with_a_second_factor_gets_a_challenge_and_no_session() {
        fixture.member(ADDRESS);
        SecondFactorContract.enrol(fixture, fixture.caller(fixture.signedIn(ADDRESS)));
        fixture.deliver();
        String request = request(ADDRESS);
        LinkLogin.Attempt.Proof token = token();
        assertThat(enter(request, token)).isInstanceOf(Outcome.SecondFactorRequired.class);
        assertThat(enter(request, token)).as("used").isEqualTo(REFUSED);
        assertThat(fixture.events)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                AuthEvent.SecondFactorAsked.class,
                                asked -> assertThat(asked.method()).isEqualTo("link")));
    }

    @Test
    void a_veto_of_the_host_burns_nothing() {
        fixture.member(ADDRESS);
        String request = request(ADDRESS);
        LinkLogin.Attempt.Proof token = token();
        fixture.doorkeeper.refuse("not_today");
        assertThat(enter(request, token)).isEqualTo(REFUSED);
        fixture.doorkeeper.relent();
        assertThat(enter(request, token)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void fifty_uses_at_once_over_two_nodes_are_one_session() {
        fixture.member(ADDRESS);
        String request = request(ADDRESS);
        LinkLogin.Attempt.Proof token = token();
        List<Auth> nodes = List.of(fixture.auth, fixture.secondNode());
        int in = ParallelRun.winners(
                5,
                n -> enter(nodes.get(n % 2), request, n % 2 == 0 ? token : digits()) instanceof Outcome.Done<SignIn>);
        assertThat(in).isEqualTo(1);
        assertThat(ParallelRun.winners(
                        50, n -> enter(nodes.get(n % 2), request, token) instanceof Outcome.Done<SignIn>))
                .isZero();
        UserId ana = user(ADDRESS);
        assertThat(fixture.store.<Integer>read(
                        tx -> tx.sessions().live(ana, fixture.clock.instant()).size()))
                .as("that of the link, and one of the password")
                .isEqualTo(2);
    }

    private void ends(String address, Consumer<UserId> change) {
        fixture.member(address);
        UserId user = user(address);
        String request = request(address);
        LinkLogin.Attempt.Proof token = new LinkLogin.Attempt.Proof.Token(
                Secret.of(fixture.deliver().postbox.lastTo(address).loginToken()));
        change.accept(user);
        assertThat(enter(request, token)).as(address).isEqualTo(REFUSED);
    }
}
