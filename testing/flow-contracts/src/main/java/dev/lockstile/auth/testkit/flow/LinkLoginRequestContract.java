package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.otp.LinkLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.ClientEvidence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Asking for a link to sign in by: the same answer for every address, and a limit on the mail it costs. */
abstract class LinkLoginRequestContract extends LinkLoginCases {

    /** For those who extend it. */
    protected LinkLoginRequestContract() {}

    @Test
    void nobody_and_who_has_not_proven_the_address_get_the_same_answer_and_no_message() {
        fixture.auth.registrations().register(FlowFixture.registration("unproven@acme.example", null, null));
        fixture.people.imported("admitted@acme.example", "!", false);
        fixture.member("disabled@acme.example");
        fixture.member("deleted@acme.example");
        fixture.auth.admin().disable(user("disabled@acme.example"));
        fixture.auth.admin().delete(user("deleted@acme.example"));
        fixture.deliver();
        for (String name : List.of("nobody", "unproven", "admitted", "disabled", "deleted")) {
            String address = name + "@acme.example";
            int before = fixture.postbox.all().size();
            Outcome<LinkLogin.Sent> result = fixture.auth.linkLogin().request(new LinkLogin.Request(address, null));
            assertThat(result).as(name).satisfies(sent -> {
                assertThat(sent.orElseThrow().requestId()).hasSizeGreaterThan(20);
                assertThat(sent.orElseThrow().expiresIn()).isEqualTo(Duration.ofMinutes(10));
                assertThat(enter(sent.orElseThrow().requestId(), code("12345678")))
                        .isEqualTo(WRONG_CODE);
            });
            assertThat(fixture.auth.linkLogin().request(new LinkLogin.Request(address, null)))
                    .as("the cool-down of " + name)
                    .returns(Optional.of(Refusal.THROTTLED), Outcome::refusal);
            assertThat(fixture.deliver().postbox.all()).as(name).hasSize(before);
        }
        assertThat(fixture.auth.linkLogin().request(new LinkLogin.Request("no address", null)))
                .returns(Optional.of(Refusal.INVALID_INPUT), Outcome::refusal);
    }

    @Test
    void twenty_requests_at_once_leave_one_live_link() {
        fixture.member(ADDRESS);
        int sent = ParallelRun.winners(
                20,
                n -> fixture.auth.linkLogin().request(new LinkLogin.Request(ADDRESS, null))
                        instanceof Outcome.Done<LinkLogin.Sent>);
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
        assertThat(enter(request, token())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void an_address_that_is_still_to_be_imported_gets_a_link_and_its_owner_is_imported_by_it() {
        FakeLegacySystem legacy = new FakeLegacySystem(fixture);
        Auth node = fixture.nodeBeside(legacy);
        LinkLogin.Sent sent = node.linkLogin()
                .request(new LinkLogin.Request(FakeLegacySystem.ADDRESS, null))
                .orElseThrow();
        String digits = fixture.codeTo(FakeLegacySystem.ADDRESS);
        assertThat(enter(node, sent.requestId(), code(FlowFixture.not(digits)))).isEqualTo(WRONG_CODE);
        assertThat(legacy.asked).doesNotContain("bring in");
        assertThat(enter(node, sent.requestId(), code(digits))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void an_address_that_is_still_to_be_imported_and_was_never_proven_gets_the_same_answer_and_no_link() {
        FakeLegacySystem legacy = new FakeLegacySystem(fixture);
        legacy.neverProven();
        Auth node = fixture.nodeBeside(legacy);
        int before = fixture.deliver().postbox.all().size();
        assertThat(node.linkLogin().request(new LinkLogin.Request(FakeLegacySystem.ADDRESS, null)))
                .satisfies(sent -> assertThat(sent.orElseThrow().expiresIn()).isEqualTo(Duration.ofMinutes(10)));
        assertThat(node.linkLogin().request(new LinkLogin.Request(FakeLegacySystem.ADDRESS, null)))
                .returns(Optional.of(Refusal.THROTTLED), Outcome::refusal);
        assertThat(fixture.deliver().postbox.all()).hasSize(before);
    }

    @Test
    void a_request_for_which_no_mail_is_left_leaves_the_live_link_alone() {
        fixture.member(ADDRESS);
        Auth spent = nodeWithoutMail();
        String request = request(ADDRESS);
        LinkLogin.Attempt.Proof token = token();
        int letters = fixture.postbox.all().size();
        fixture.clock.advance(Duration.ofSeconds(61));
        LinkLogin.Request strangers = new LinkLogin.Request(ADDRESS, null);
        assertThat(spent.linkLogin().request(strangers)).isInstanceOf(Outcome.Done.class);
        assertThat(spent.linkLogin().request(strangers))
                .as("as after any other request")
                .returns(Optional.of(Refusal.THROTTLED), Outcome::refusal);
        fixture.clock.advance(Duration.ofSeconds(61));
        Outcome<LinkLogin.Sent> own = spent.linkLogin()
                .request(new LinkLogin.Request(ADDRESS, request, "192.0.2.7", null, ClientEvidence.NONE));
        assertThat(own)
                .satisfies(sent -> assertThat(sent.orElseThrow().requestId()).isEqualTo(request));
        assertThat(fixture.deliver().postbox.all()).hasSize(letters);
        assertThat(enter(spent, request, token)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void once_the_mail_of_the_hour_is_spent_a_request_tells_nobody_whether_the_address_is_known() {
        fixture.member(ADDRESS);
        fixture.auth.registrations().register(FlowFixture.registration("unproven@acme.example", null, null));
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
            assertThat(node.linkLogin().request(new LinkLogin.Request(nobody, null)))
                    .isInstanceOf(Outcome.Done.class);
        }
        int letters = fixture.deliver().postbox.all().size();
        assertThat(node.linkLogin().request(new LinkLogin.Request(ADDRESS, null)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(fixture.deliver().postbox.all()).hasSize(letters + 1);
    }

    @Test
    void an_address_that_is_still_to_be_imported_has_the_mail_of_proven_owners() {
        FakeLegacySystem legacy = new FakeLegacySystem(fixture);
        ThrottleSettings eight =
                ThrottleSettings.owasp().turnEverythingOff().with(RateLimit.EMAIL_SPEND, Rate.perHour(8));
        Auth node = fixture.nodeWith(FlowFixture.settings().withThrottles(eight), builder -> builder.legacy(legacy));
        for (int i = 0; i < 6; i++) {
            node.registrations().register(FlowFixture.registration("stranger" + i + "@acme.example", null, null));
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
        Outcome<LinkLogin.Sent> result =
                node.linkLogin().request(new LinkLogin.Request(address, held, "192.0.2.7", null, ClientEvidence.NONE));
        assertThat(result).as(address).isInstanceOf(Outcome.Done.class);
        assertThat(result.orElseThrow().requestId()).hasSizeGreaterThan(20);
        return result.orElseThrow().requestId();
    }

    /** A node whose mail of this hour has gone to another user. */
    private Auth nodeWithoutMail() {
        fixture.member("eve@acme.example");
        ThrottleSettings four =
                ThrottleSettings.owasp().turnEverythingOff().with(RateLimit.EMAIL_SPEND, Rate.perHour(4));
        Auth node = fixture.nodeWith(FlowFixture.settings().withThrottles(four), builder -> builder);
        for (int i = 0; i < 8; i++) {
            node.linkLogin().request(new LinkLogin.Request("eve@acme.example", null));
            fixture.clock.advance(Duration.ofSeconds(61));
        }
        fixture.deliver();
        return node;
    }

    private String ask(String network, String held) {
        LinkLogin.Request request = new LinkLogin.Request(ADDRESS, held, network, null, ClientEvidence.NONE);
        Outcome<LinkLogin.Sent> result = fixture.auth.linkLogin().request(request);
        return result instanceof Outcome.Done<LinkLogin.Sent> sent
                ? sent.value().requestId()
                : held;
    }
}
