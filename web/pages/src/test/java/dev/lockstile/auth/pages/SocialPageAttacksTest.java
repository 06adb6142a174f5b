package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialCallback;
import dev.lockstile.auth.testkit.TestSocialProvider;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What another user tries with the pages that sign in with another site. */
class SocialPageAttacksTest extends SocialPagesFixture {

    @Test
    void a_state_of_another_browser_is_refused_and_uses_nothing_up() {
        PagesBrowser ana = server.browser("en");
        PagesBrowser eve = server.browser("en");
        URI hers = away(ana, "/sign-in/social");
        away(eve, "/sign-in/social");
        String address = callback(hers, corp.person("5", EMAIL, true));
        for (PagesBrowser other : List.of(eve, server.browser("en"))) {
            HttpResponse<String> refused = other.open(address);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("This sign-in was started in another browser");
            other.open("/sign-in");
            assertThat(other.submit("/social/finish", Map.of("terms", "on")).statusCode())
                    .isEqualTo(401);
        }
        assertThat(ana.open(address).statusCode()).isEqualTo(303);
    }

    @Test
    void a_replay_of_the_callback_or_of_the_last_step_is_refused() {
        PagesBrowser ana = server.browser("en");
        URI there = away(ana, "/sign-in/social");
        String address = callback(there, corp.person("5", EMAIL, true));
        assertThat(ana.open(address).statusCode()).isEqualTo(303);
        assertThat(ana.open(address).statusCode()).as("the callback").isEqualTo(400);
        ana.open("/social/back");
        assertThat(ana.submit("/social/finish", Map.of("terms", "on")).statusCode())
                .isEqualTo(303);
        ana.open("/social/back");
        assertThat(ana.submit("/social/finish", Map.of("terms", "on")).statusCode())
                .as("the last step")
                .isEqualTo(401);
        URI late = away(ana, "/sign-in/social");
        server.kit.clock().advance(Duration.ofMinutes(10));
        assertThat(ana.open(callback(late, corp.person("5", EMAIL, true))).statusCode())
                .as("too late")
                .isEqualTo(400);
    }

    @Test
    void a_provider_that_is_unknown_or_another_one_is_refused() {
        PagesBrowser ana = server.browser("en");
        ana.open("/sign-in");
        for (String name : List.of("", "evil", "CORP", "../corp")) {
            assertThat(ana.submit("/sign-in/social", Map.of("provider", name)).statusCode())
                    .as(name)
                    .isEqualTo(404);
        }
        assertThat(ana.open("/social/callback/evil?code=c&state=s").statusCode())
                .isEqualTo(404);
        String address = callback(away(ana, "/sign-in/social"), corp.person("5", EMAIL, true));
        assertThat(ana.open(address.replace("/corp?", "/github?")).statusCode()).isEqualTo(400);
        assertThat(ana.open(address).statusCode()).isEqualTo(303);
    }

    @Test
    void where_the_browser_returns_to_never_comes_from_the_request() {
        PagesBrowser ana = server.browser("en");
        ana.open("/sign-in?return_to=https://other.example/");
        HttpResponse<String> sent = ana.submit(
                "/sign-in/social",
                Map.of("provider", "corp", "return_to", "https://other.example/", "next", "//other.example/"));
        URI there = there(sent);
        String browser = sent.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("__Host-social="))
                .map(cookie -> cookie.substring("__Host-social=".length(), cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
        SocialCallback.Answer answer = new SocialCallback.Answer(
                Secret.of(TestSocialProvider.parameter(there, "state")),
                corp.code(corp.person("5", EMAIL, true), there),
                null,
                null);
        assertThat(server.kit.auth().social().callback(new SocialCallback("corp", Secret.of(browser), answer, null)))
                .isEqualTo(Outcome.done(
                        URI.create("https://acme.example" + PagesServer.MOUNT + "/social/back?social=done")));
        assertThat(ana.open("/social/back?social=done&return_to=https://other.example/")
                        .body())
                .contains("action=\"" + PagesServer.MOUNT + "/social/finish\"");
        HttpResponse<String> in =
                ana.submit("/social/finish", Map.of("terms", "on", "return_to", "https://other.example/"));
        assertThat(in.headers().firstValue("Location")).contains(PagesServer.MOUNT + "/account");
    }

    @Test
    void a_form_without_its_token_sends_nobody_away_and_signs_nobody_in() {
        PagesBrowser ana = server.browser("en");
        back(ana, "/sign-in/social", corp.person("5", EMAIL, true));
        for (String form :
                List.of("/sign-in/social", "/social/finish", "/account/social/link", "/account/social/unlink")) {
            Map<String, String> fields = Map.of("provider", "corp", "terms", "on");
            assertThat(ana.submitFromElsewhere(form, fields).statusCode())
                    .as(form)
                    .isEqualTo(403);
            assertThat(ana.submit(form, Map.of("provider", "corp", "terms", "on", "csrf", ""))
                            .statusCode())
                    .as(form)
                    .isEqualTo(403);
        }
        assertThat(ana.open("/account").statusCode()).as("not signed in").isEqualTo(303);
    }

    @Test
    void a_link_is_finished_by_the_session_that_began_it_alone() {
        server.kit.member(EMAIL, PASSWORD);
        server.kit.member("eve@example.com", PASSWORD);
        PagesBrowser ana = server.browser("en").signedIn(EMAIL, PASSWORD);
        back(ana, "/account/social/link", corp.person("7", "x@example.com", true));
        ana.submit("/sign-out", Map.of());
        ana.open("/social/back");
        assertThat(ana.submit("/social/finish", Map.of()).headers().firstValue("Location"))
                .contains(PagesServer.MOUNT + "/sign-in?next=" + PagesServer.MOUNT + "/social/back");
        ana.signedIn("eve@example.com", PASSWORD);
        ana.open("/social/back");
        assertThat(ana.submit("/social/finish", Map.of("terms", "on")).statusCode())
                .isEqualTo(401);
        assertThat(ana.open("/account").body()).doesNotContain("/account/social/unlink");
    }

    @Test
    void links_change_only_for_somebody_who_has_proven_again_who_they_are() {
        server.kit.member(EMAIL, PASSWORD);
        PagesBrowser ana = server.browser("en").signedIn(EMAIL, PASSWORD);
        server.kit.clock().advance(Duration.ofMinutes(11));
        for (String form : List.of("/account/social/link", "/account/social/unlink")) {
            ana.open("/account");
            assertThat(ana.submit(form, Map.of("provider", "corp")).headers().firstValue("Location"))
                    .as(form)
                    .contains(PagesServer.MOUNT + "/prove?next=" + PagesServer.MOUNT + "/account");
        }
        corp.tellsProofs(false);
        PagesBrowser cleo = server.browser("en");
        cleo.open("/sign-in");
        back(cleo, "/sign-in/social", corp.person("6", "cleo@example.com", true));
        cleo.submit("/social/finish", Map.of("terms", "on"));
        cleo.open("/account");
        assertThat(cleo.submit("/account/social/unlink", Map.of("provider", "corp"))
                        .headers()
                        .firstValue("Location"))
                .as("by a session at the other site")
                .contains(PagesServer.MOUNT + "/prove?next=" + PagesServer.MOUNT + "/account");
        PagesBrowser nobody = server.browser("en");
        nobody.open("/sign-in");
        assertThat(nobody.submit("/account/social/link", Map.of("provider", "corp"))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).contains("/sign-in?next="));
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'Sign in another way, then connect it'",
        "es, Inicia sesión de otra forma y después vincúlala",
        "pt, Entre de outra forma e depois vincule-a"
    })
    void an_address_that_somebody_here_has_is_linked_by_its_owner_alone(String language, String words) {
        server.kit.member(EMAIL, PASSWORD);
        PagesBrowser ana = server.browser(language);
        back(ana, "/sign-in/social", corp.person("5", EMAIL, true));
        HttpResponse<String> refused = ana.submit("/social/finish", Map.of("terms", "on"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains(words).contains(PagesServer.MOUNT + "/sign-in\"");
        assertThat(ana.open("/account").statusCode()).as("not signed in").isEqualTo(303);
    }
}
