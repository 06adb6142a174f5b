package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.ResetRequest;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.Assurance;
import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeAttempt;
import dev.lockstile.auth.otp.CodeIdentifier;
import dev.lockstile.auth.otp.CodeLoginResult;
import dev.lockstile.auth.otp.CodeRequestResult;
import dev.lockstile.auth.otp.LinkLoginAttempt;
import dev.lockstile.auth.otp.LinkLoginRequest;
import dev.lockstile.auth.otp.LinkLoginRequestResult;
import dev.lockstile.auth.otp.LinkLoginResult;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.throttle.Rate;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Signing in by a link: bound to whoever asked, once, ten minutes, proven addresses only. */
abstract class LinkLoginContract extends FlowContract {

    private static final String ADDRESS = "ana@acme.example";
    private static final LinkLoginResult REFUSED = new LinkLoginResult.Refused();

    /** For those who extend it. */
    protected LinkLoginContract() {}

    @Test
    void without_the_setting_nothing_is_sent_and_nobody_gets_in() {
        fixture = rewired(settings -> settings.withLinks(FlowFixture.linksWithoutLogin()));
        fixture.member(ADDRESS);
        int letters = fixture.deliver().postbox.all().size();
        assertThat(fixture.auth.linkLogin().request(new LinkLoginRequest(ADDRESS, null)))
                .isEqualTo(new LinkLoginRequestResult.Off());
        assertThat(enter("request", code("12345678"))).isEqualTo(new LinkLoginResult.Off());
        assertThat(fixture.deliver().postbox.all()).hasSize(letters);
    }

    @Test
    void the_link_signs_the_asker_in_once() {
        fixture.member(ADDRESS);
        String request = request(ADDRESS);
        LinkLoginAttempt.Proof token = token();
        assertThat(enter(request, token)).isInstanceOf(LinkLoginResult.SignedIn.class);
        assertThat(enter(request, token)).isEqualTo(REFUSED);
        assertThat(enter(request, digits())).isEqualTo(REFUSED);
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
        LinkLoginAttempt.Proof token = token();
        LinkLoginResult result = enter(request, digits());
        SignIn in = ((LinkLoginResult.SignedIn) result).signIn();
        assertThat(fixture.caller(in).context()).isEqualTo(new AuthContext(Assurance.AAL1, List.of("otp")));
        assertThat(enter(request, token)).isEqualTo(REFUSED);
    }

    @Test
    void the_token_without_the_request_is_refused_and_not_used_up() {
        fixture.member(ADDRESS);
        fixture.member("eve@acme.example");
        String request = request(ADDRESS);
        LinkLoginAttempt.Proof token = token();
        String stranger = request("eve@acme.example");
        assertThat(enter(stranger, token)).isEqualTo(REFUSED);
        assertThat(enter("no-request", token)).isEqualTo(REFUSED);
        assertThat(enter("r".repeat(5_000), token)).isEqualTo(REFUSED);
        for (int i = 0; i < 10; i++) {
            assertThat(enter(stranger, digitsTo(ADDRESS))).isEqualTo(REFUSED);
        }
        assertThat(enter(request, token)).isInstanceOf(LinkLoginResult.SignedIn.class);
    }

    @Test
    void it_lives_for_ten_minutes_and_not_longer() {
        fixture.member(ADDRESS);
        String request = request(ADDRESS);
        LinkLoginAttempt.Proof token = token();
        fixture.clock.advance(Duration.ofMinutes(10));
        assertThat(enter(request, token)).isEqualTo(REFUSED);
        String next = request(ADDRESS);
        fixture.clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(enter(next, token())).isInstanceOf(LinkLoginResult.SignedIn.class);
    }

    @Test
    void a_newer_one_ends_the_older() {
        fixture.member(ADDRESS);
        String request = request(ADDRESS);
        LinkLoginAttempt.Proof token = token();
        fixture.clock.advance(Duration.ofSeconds(60));
        String next = request(ADDRESS);
        assertThat(enter(request, token)).isEqualTo(REFUSED);
        assertThat(enter(next, token)).isEqualTo(REFUSED);
        assertThat(enter(next, token())).isInstanceOf(LinkLoginResult.SignedIn.class);
    }

    @Test
    void five_wrong_codes_end_link_and_code() {
        fixture.member(ADDRESS);
        String request = request(ADDRESS);
        String right = fixture.codeTo(ADDRESS);
        for (int i = 0; i < 5; i++) {
            assertThat(enter(request, code(FlowFixture.not(right)))).isEqualTo(REFUSED);
        }
        assertThat(enter(request, code(right))).isEqualTo(REFUSED);
        assertThat(enter(request, token())).isEqualTo(REFUSED);
    }

    @Test
    void the_digits_are_no_token_and_the_token_is_no_code() {
        fixture.member(ADDRESS);
        String request = request(ADDRESS);
        assertThat(enter(request, new LinkLoginAttempt.Proof.Token(digits().secret())))
                .isEqualTo(REFUSED);
        assertThat(enter(request, new LinkLoginAttempt.Proof.Code(token().secret())))
                .isEqualTo(REFUSED);
        assertThat(enter(request, token())).isInstanceOf(LinkLoginResult.SignedIn.class);
    }

    @Test
    void a_link_is_no_sign_in_code_and_a_sign_in_code_is_no_link() {
        fixture.member(ADDRESS);
        String request = request(ADDRESS);
        String digits = fixture.codeTo(ADDRESS);
        CodeIdentifier ana = CodeIdentifier.email(ADDRESS);
        assertThat(fixture.auth.codes().verify(new CodeAttempt(ana, request, Secret.of(digits), FlowFixture.WEB)))
                .isInstanceOf(CodeLoginResult.Refused.class);
        CodeRequestResult.Sent sent = (CodeRequestResult.Sent) fixture.requestCode(ADDRESS);
        assertThat(enter(sent.challengeId(), code(fixture.codeTo(ADDRESS)))).isEqualTo(REFUSED);
    }

    @Test
    void a_mobile_client_without_a_device_burns_nothing() {
        fixture.member(ADDRESS);
        String request = request(ADDRESS);
        ClientInfo bare = new ClientInfo(ClientKind.MOBILE, null, "192.0.2.8", null);
        for (int i = 0; i < 10; i++) {
            assertThat(fixture.auth.linkLogin().confirm(new LinkLoginAttempt(request, digits(), bare)))
                    .isEqualTo(new LinkLoginResult.DeviceRequired());
        }
        assertThat(fixture.auth.linkLogin().confirm(new LinkLoginAttempt(request, digits(), FlowFixture.PHONE_APP)))
                .isInstanceOf(LinkLoginResult.SignedIn.class);
    }

    @Test
    void nobody_and_who_has_not_proven_the_address_get_the_same_answer_and_no_message() {
        fixture.auth.accounts().register(FlowFixture.registration("unproven@acme.example", null, null));
        fixture.imported("admitted@acme.example", "!", false);
        fixture.member("disabled@acme.example");
        fixture.member("deleted@acme.example");
        fixture.auth.admin().disable(user("disabled@acme.example"));
        fixture.auth.admin().delete(user("deleted@acme.example"));
        fixture.deliver();
        for (String name : List.of("nobody", "unproven", "admitted", "disabled", "deleted")) {
            String address = name + "@acme.example";
            int before = fixture.postbox.all().size();
            LinkLoginRequestResult result = fixture.auth.linkLogin().request(new LinkLoginRequest(address, null));
            assertThat(result).as(name).isInstanceOfSatisfying(LinkLoginRequestResult.Sent.class, sent -> {
                assertThat(sent.requestId()).hasSizeGreaterThan(20);
                assertThat(sent.expiresIn()).isEqualTo(Duration.ofMinutes(10));
                assertThat(enter(sent.requestId(), code("12345678"))).isEqualTo(REFUSED);
            });
            assertThat(fixture.auth.linkLogin().request(new LinkLoginRequest(address, null)))
                    .as("the cool-down of " + name)
                    .isInstanceOf(LinkLoginRequestResult.CoolingDown.class);
            assertThat(fixture.deliver().postbox.all()).as(name).hasSize(before);
        }
        assertThat(fixture.auth.linkLogin().request(new LinkLoginRequest("no address", null)))
                .isInstanceOf(LinkLoginRequestResult.Invalid.class);
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
        LinkLoginAttempt.Proof token = token();
        assertThat(enter(request, token)).isInstanceOf(LinkLoginResult.SecondFactorRequired.class);
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
        LinkLoginAttempt.Proof token = token();
        fixture.doorkeeper.refuse("not_today");
        assertThat(enter(request, token)).isEqualTo(REFUSED);
        fixture.doorkeeper.relent();
        assertThat(enter(request, token)).isInstanceOf(LinkLoginResult.SignedIn.class);
    }

    @Test
    void fifty_uses_at_once_over_two_nodes_are_one_session() {
        fixture.member(ADDRESS);
        String request = request(ADDRESS);
        LinkLoginAttempt.Proof token = token();
        List<Auth> nodes = List.of(fixture.auth, fixture.secondNode());
        int in = ParallelRun.winners(
                5,
                n -> enter(nodes.get(n % 2), request, n % 2 == 0 ? token : digits())
                        instanceof LinkLoginResult.SignedIn);
        assertThat(in).isEqualTo(1);
        assertThat(ParallelRun.winners(
                        50, n -> enter(nodes.get(n % 2), request, token) instanceof LinkLoginResult.SignedIn))
                .isZero();
        UserId ana = user(ADDRESS);
        assertThat(fixture.store.<Integer>read(
                        tx -> tx.sessions().live(ana, fixture.clock.instant()).size()))
                .as("that of the link, and one of the password")
                .isEqualTo(2);
    }

    @Test
    void twenty_requests_at_once_leave_one_live_link() {
        fixture.member(ADDRESS);
        int sent = ParallelRun.winners(
                20,
                n -> fixture.auth.linkLogin().request(new LinkLoginRequest(ADDRESS, null))
                        instanceof LinkLoginRequestResult.Sent);
        assertThat(sent).isEqualTo(1);
    }

    @Test
    void past_the_rate_of_an_address_its_asker_keeps_the_live_link() {
        fixture = rewired(settings -> settings.withThrottles(ThrottleSettings.owasp()));
        fixture.member(ADDRESS);
        String request = request(ADDRESS);
        for (int i = 0; i < 8; i++) {
            fixture.clock.advance(Duration.ofSeconds(70));
            request = ask("203.0.113." + i, request);
        }
        assertThat(enter(request, token())).isInstanceOf(LinkLoginResult.SignedIn.class);
    }

    @Test
    void an_address_that_is_still_to_be_imported_gets_a_link_and_its_owner_is_imported_by_it() {
        FakeLegacySystem legacy = new FakeLegacySystem(fixture);
        Auth node = fixture.nodeBeside(legacy);
        LinkLoginRequestResult.Sent sent = (LinkLoginRequestResult.Sent)
                node.linkLogin().request(new LinkLoginRequest(FakeLegacySystem.ADDRESS, null));
        String digits = fixture.codeTo(FakeLegacySystem.ADDRESS);
        assertThat(enter(node, sent.requestId(), code(FlowFixture.not(digits)))).isEqualTo(REFUSED);
        assertThat(legacy.asked).doesNotContain("bring in");
        assertThat(enter(node, sent.requestId(), code(digits))).isInstanceOf(LinkLoginResult.SignedIn.class);
    }

    @Test
    void an_address_that_is_still_to_be_imported_and_was_never_proven_gets_the_same_answer_and_no_link() {
        FakeLegacySystem legacy = new FakeLegacySystem(fixture);
        legacy.neverProven();
        Auth node = fixture.nodeBeside(legacy);
        int before = fixture.deliver().postbox.all().size();
        assertThat(node.linkLogin().request(new LinkLoginRequest(FakeLegacySystem.ADDRESS, null)))
                .isInstanceOfSatisfying(
                        LinkLoginRequestResult.Sent.class,
                        sent -> assertThat(sent.expiresIn()).isEqualTo(Duration.ofMinutes(10)));
        assertThat(node.linkLogin().request(new LinkLoginRequest(FakeLegacySystem.ADDRESS, null)))
                .isInstanceOf(LinkLoginRequestResult.CoolingDown.class);
        assertThat(fixture.deliver().postbox.all()).hasSize(before);
    }

    @Test
    void a_request_for_which_no_mail_is_left_leaves_the_live_link_alone() {
        fixture.member(ADDRESS);
        Auth spent = nodeWithoutMail();
        String request = request(ADDRESS);
        LinkLoginAttempt.Proof token = token();
        int letters = fixture.postbox.all().size();
        fixture.clock.advance(Duration.ofSeconds(61));
        LinkLoginRequest strangers = new LinkLoginRequest(ADDRESS, null);
        assertThat(spent.linkLogin().request(strangers)).isInstanceOf(LinkLoginRequestResult.Sent.class);
        assertThat(spent.linkLogin().request(strangers))
                .as("as after any other request")
                .isInstanceOf(LinkLoginRequestResult.CoolingDown.class);
        fixture.clock.advance(Duration.ofSeconds(61));
        LinkLoginRequestResult own = spent.linkLogin()
                .request(new LinkLoginRequest(ADDRESS, request, "192.0.2.7", null, ClientEvidence.NONE));
        assertThat(own)
                .isInstanceOfSatisfying(
                        LinkLoginRequestResult.Sent.class,
                        sent -> assertThat(sent.requestId()).isEqualTo(request));
        assertThat(fixture.deliver().postbox.all()).hasSize(letters);
        assertThat(enter(spent, request, token)).isInstanceOf(LinkLoginResult.SignedIn.class);
    }

    @Test
    void once_the_mail_of_the_hour_is_spent_a_request_tells_nobody_whether_the_address_is_known() {
        fixture.member(ADDRESS);
        fixture.auth.accounts().register(FlowFixture.registration("unproven@acme.example", null, null));
        fixture.member("disabled@acme.example");
        fixture.auth.admin().disable(user("disabled@acme.example"));
        Auth spent = nodeWithoutMail();
        for (String address :
                List.of(ADDRESS, "nobody@acme.example", "unproven@acme.example", "disabled@acme.example")) {
            String first = request(address);
            assertThat(afterTheCoolDown(spent, address, first))
                    .as("the request of %s that is held", address)
                    .isEqualTo(first);
            String second = afterTheCoolDown(spent, address, null);
            assertThat(second).as("somebody else's for %s", address).isNotEqualTo(first);
            assertThat(afterTheCoolDown(spent, address, second)).as(address).isEqualTo(second);
            assertThat(afterTheCoolDown(fixture.auth, address, first))
                    .as("a fresh one for %s while there is mail", address)
                    .isNotIn(first, second);
        }
    }

    @Test
    void requests_for_unknown_addresses_leave_the_mail_of_the_hour_alone() {
        fixture.member(ADDRESS);
        ThrottleSettings four =
                ThrottleSettings.owasp().turnEverythingOff().with(RateLimit.EMAIL_SPEND, Rate.perHour(4));
        Auth node = fixture.nodeWith(FlowFixture.settings().withThrottles(four), builder -> builder);
        for (int i = 0; i < 20; i++) {
            String nobody = "nobody" + i + "@acme.example";
            assertThat(node.linkLogin().request(new LinkLoginRequest(nobody, null)))
                    .isInstanceOf(LinkLoginRequestResult.Sent.class);
        }
        int letters = fixture.deliver().postbox.all().size();
        assertThat(node.linkLogin().request(new LinkLoginRequest(ADDRESS, null)))
                .isInstanceOf(LinkLoginRequestResult.Sent.class);
        assertThat(fixture.deliver().postbox.all()).hasSize(letters + 1);
    }

    @Test
    void an_address_that_is_still_to_be_imported_has_the_mail_of_proven_owners() {
        FakeLegacySystem legacy = new FakeLegacySystem(fixture);
        ThrottleSettings eight =
                ThrottleSettings.owasp().turnEverythingOff().with(RateLimit.EMAIL_SPEND, Rate.perHour(8));
        Auth node = fixture.nodeWith(FlowFixture.settings().withThrottles(eight), builder -> builder.legacy(legacy));
        for (int i = 0; i < 6; i++) {
            node.accounts().register(FlowFixture.registration("stranger" + i + "@acme.example", null, null));
        }
        assertThat(fixture.deliver().postbox.all()).as("half for strangers").hasSize(4);
        for (String address : List.of("nobody@acme.example", FakeLegacySystem.ADDRESS)) {
            String first = afterTheCoolDown(node, address, null);
            assertThat(afterTheCoolDown(node, address, first)).as(address).isNotEqualTo(first);
        }
        assertThat(fixture.deliver().postbox.to(FakeLegacySystem.ADDRESS)).hasSize(2);
    }

    private String afterTheCoolDown(Auth node, String address, @Nullable String held) {
        fixture.clock.advance(Duration.ofSeconds(61));
        LinkLoginRequestResult result =
                node.linkLogin().request(new LinkLoginRequest(address, held, "192.0.2.7", null, ClientEvidence.NONE));
        assertThat(result).as(address).isInstanceOf(LinkLoginRequestResult.Sent.class);
        return ((LinkLoginRequestResult.Sent) result).requestId();
    }

    /** A node whose mail of this hour has gone to somebody else. */
    private Auth nodeWithoutMail() {
        fixture.member("eve@acme.example");
        ThrottleSettings four =
                ThrottleSettings.owasp().turnEverythingOff().with(RateLimit.EMAIL_SPEND, Rate.perHour(4));
        Auth node = fixture.nodeWith(FlowFixture.settings().withThrottles(four), builder -> builder);
        for (int i = 0; i < 8; i++) {
            node.linkLogin().request(new LinkLoginRequest("eve@acme.example", null));
            fixture.clock.advance(Duration.ofSeconds(61));
        }
        fixture.deliver();
        return node;
    }

    private void ends(String address, Consumer<UserId> change) {
        fixture.member(address);
        UserId user = user(address);
        String request = request(address);
        LinkLoginAttempt.Proof token = new LinkLoginAttempt.Proof.Token(
                Secret.of(fixture.deliver().postbox.lastTo(address).loginToken()));
        change.accept(user);
        assertThat(enter(request, token)).as(address).isEqualTo(REFUSED);
    }

    private String ask(String network, String held) {
        LinkLoginRequest request = new LinkLoginRequest(ADDRESS, held, network, null, ClientEvidence.NONE);
        LinkLoginRequestResult result = fixture.auth.linkLogin().request(request);
        return result instanceof LinkLoginRequestResult.Sent sent ? sent.requestId() : held;
    }

    private UserId user(String address) {
        return fixture.signedIn(address).user().id();
    }

    private String request(String address) {
        LinkLoginRequestResult result = fixture.auth.linkLogin().request(new LinkLoginRequest(address, null));
        assertThat(result).isInstanceOf(LinkLoginRequestResult.Sent.class);
        return ((LinkLoginRequestResult.Sent) result).requestId();
    }

    private LinkLoginAttempt.Proof token() {
        return new LinkLoginAttempt.Proof.Token(
                Secret.of(fixture.deliver().postbox.lastTo(ADDRESS).loginToken()));
    }

    private LinkLoginAttempt.Proof digits() {
        return digitsTo(ADDRESS);
    }

    private LinkLoginAttempt.Proof digitsTo(String address) {
        return code(fixture.codeTo(address));
    }

    private static LinkLoginAttempt.Proof code(String digits) {
        return new LinkLoginAttempt.Proof.Code(Secret.of(digits));
    }

    private LinkLoginResult enter(String request, LinkLoginAttempt.Proof proof) {
        return enter(fixture.auth, request, proof);
    }

    private static LinkLoginResult enter(Auth node, String request, LinkLoginAttempt.Proof proof) {
        return node.linkLogin().confirm(new LinkLoginAttempt(request, proof, FlowFixture.WEB));
    }
}
