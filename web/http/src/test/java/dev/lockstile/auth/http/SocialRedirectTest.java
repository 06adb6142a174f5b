package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.factor.SecondFactorPolicy;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.testkit.TestSocialProvider;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A browser goes to another site and comes back, over HTTP. */
class SocialRedirectTest extends AttackFixture {

    private static final String CALLBACK = "/auth/login/social/callback/corp/";

    private SocialAttacker site;

    @BeforeEach
    void mount() {
        site = new SocialAttacker(this);
    }

    @Test
    void a_browser_signs_in_by_the_redirect_and_no_token_stands_in_an_address() {
        Away away = start(client, "login", null);
        assertThat(away.cookie()).startsWith("__Host-social=");
        assertThat(away.setCookie()).contains("; Path=/", "; Secure", "; SameSite=Lax", "; HttpOnly", "; Max-Age=600");
        TestClient.Reply back = back(away, away.cookie(), person("5", "dora@example.com"));
        assertThat(back.status()).isEqualTo(303);
        assertThat(back.header("Location")).isEqualTo("https://acme.example/?social=done");
        TestClient browser = client.with("Cookie", away.cookie());
        assertThat(as(browser, "POST", "login/social/finish/", "client", "web").code())
                .isEqualTo("terms_required");
        TestClient.Reply in = finish(browser);
        assertThat(in.status()).as(in.text()).isEqualTo(200);
        assertThat(in.json().path("social_provider").asString()).isEqualTo("corp");
        assertThat(in.json().path("user_created").asBoolean()).isTrue();
        assertThat(finish(browser).code()).as("once").isEqualTo("invalid_social_token");
    }

    @Test
    void nobody_enrols_a_factor_by_a_silent_session_at_the_other_site() {
        SecondFactorSettings strict = SecondFactorSettings.optional().requiredOf(SecondFactorPolicy.everybody());
        site = new SocialAttacker(this, builder -> builder.secondFactors(strict));
        site.corp.tellsProofs(false);
        TestClient.Reply silent = site.signIn(site.corp, "9", "cleo@example.com", true);
        assertThat(silent.status()).as(silent.text()).isEqualTo(403);
        assertThat(silent.code()).isEqualTo("social_proof_too_old");
        assertThat(silent.json().has("challenge_id")).isFalse();
        site.corp.tellsProofs(true);
        TestClient.Reply proven = site.signIn(site.corp, "9", "cleo@example.com", true);
        assertThat(proven.code()).isEqualTo("second_factor_required");
        assertThat(proven.json().path("enrolment_required").asBoolean()).isTrue();
    }

    @Test
    void a_browser_is_sent_to_prove_anew_only_where_that_is_asked_for() {
        for (Object asked : new Object[] {true, false, null}) {
            TestClient.Reply sent =
                    post("login/social/start/", "provider", "corp", "intent", "login", "reauthenticate", asked);
            assertThat(sent.status()).as(sent.text()).isEqualTo(200);
            assertThat(sent.json().path("authorization_url").asString().contains("max_age=0"))
                    .as("%s", asked)
                    .isEqualTo(Boolean.TRUE.equals(asked));
        }
        assertThat(post("login/social/start/", "provider", "corp", "intent", "login", "reauthenticate", "yes")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void oi6_a_state_of_another_browser_or_used_before_is_refused() {
        Away mine = start(client, "login", null);
        Away eves = start(client, "login", null);
        assertThat(back(mine, eves.cookie(), person("5", VICTIM)).code()).isEqualTo("invalid_state");
        assertThat(client.get(CALLBACK + "?code=x&state=" + mine.state()).code())
                .isEqualTo("invalid_state");
        assertThat(client.with("Cookie", mine.cookie())
                        .get("/auth/login/social/callback/forum/?code=x&state=" + mine.state())
                        .code())
                .isEqualTo("invalid_state");
        assertThat(back(mine, mine.cookie(), person("5", VICTIM)).status()).isEqualTo(303);
        assertThat(back(mine, mine.cookie(), person("5", VICTIM)).code()).isEqualTo("invalid_state");
        Away late = start(client, "login", null);
        clock.advance(Duration.ofMinutes(10));
        assertThat(back(late, late.cookie(), person("5", VICTIM)).code()).isEqualTo("invalid_state");
    }

    @Test
    void oi7_a_code_of_another_transaction_is_not_redeemed() {
        Away eves = start(client, "login", null);
        String code =
                site.corp.code(person("6", "eve@example.com"), eves.there()).reveal();
        Away victims = start(client, "login", null);
        TestClient.Reply back =
                client.with("Cookie", victims.cookie()).get(CALLBACK + "?code=" + code + "&state=" + victims.state());
        assertThat(back.header("Location")).isEqualTo("https://acme.example/?social_error=invalid_social_token");
        assertThat(finish(client.with("Cookie", victims.cookie())).code()).isEqualTo("invalid_social_token");
    }

    @Test
    void oi9_a_browser_is_sent_to_no_other_address() {
        for (String address :
                List.of("https://evil.example/", "https://acme.example.evil.example/", "//evil.example")) {
            TestClient.Reply reply =
                    post("login/social/start/", "provider", "corp", "intent", "login", "return_to", address);
            assertThat(reply.status()).as(address).isEqualTo(400);
            assertThat(reply.fields()).contains("return_to");
        }
        assertThat(post(
                                "login/social/",
                                "provider",
                                "corp",
                                "authorization_code",
                                "c",
                                "redirect_uri",
                                "https://evil.example/",
                                "code_verifier",
                                "v",
                                "transaction_id",
                                "t",
                                "client",
                                "web")
                        .fields())
                .contains("redirect_uri");
    }

    @Test
    void oi12_a_link_is_finished_by_the_session_that_began_it_and_by_nobody_else() {
        account(VICTIM);
        account("eve@example.com");
        TestClient victim = signedIn(VICTIM);
        TestClient eve = signedIn("eve@example.com");
        Away away = start(victim, "link", null);
        back(away, away.cookie(), person("7", "x@example.com"));
        assertThat(finish(eve.with("Cookie", away.cookie())).code()).isEqualTo("invalid_social_token");
        assertThat(finish(client.with("Cookie", away.cookie())).status())
                .as("without a session")
                .isEqualTo(401);
        TestClient.Reply linked = finish(victim.with("Cookie", away.cookie()));
        assertThat(linked.status()).as(linked.text()).isEqualTo(200);
        assertThat(linked.json().path("created").asBoolean()).isTrue();
        assertThat(site.link(eve, site.corp, "7", "x@example.com").code()).isEqualTo("social_already_linked");
        clock.advance(Duration.ofMinutes(11));
        assertThat(as(victim, "POST", "login/social/start/", "provider", "corp", "intent", "link")
                        .code())
                .isIn("step_up_required", "invalid_token");
    }

    @Test
    void oi13_what_was_unlinked_stays_out() {
        account(VICTIM);
        TestClient victim = signedIn(VICTIM);
        site.link(victim, site.corp, "1", VICTIM);
        assertThat(as(victim, "GET", "login/social/accounts/").json()).hasSize(1);
        assertThat(as(victim, "GET", "factors/").json().path("social").path(0).asString())
                .isEqualTo("corp");
        assertThat(as(victim, "POST", "login/social/unlink/", "provider", "corp")
                        .status())
                .isEqualTo(200);
        assertThat(site.signIn(site.corp, "1", VICTIM, true).code()).isEqualTo("social_account_not_linked");
        assertThat(as(victim, "POST", "login/social/unlink/", "provider", "corp")
                        .code())
                .isEqualTo("social_not_found");
    }

    @Test
    void oi15_an_unverified_address_is_answered_alike_whoever_has_it() {
        account(VICTIM);
        TestClient.Reply known = site.signIn(site.corp, "1", VICTIM, false);
        TestClient.Reply unknown = site.signIn(site.corp, "1", "nobody@example.com", false);
        assertThat(known.status()).isEqualTo(400);
        assertThat(known.text()).isEqualTo(unknown.text());
    }

    @Test
    void a_site_that_answers_by_a_form_is_sent_on_to_a_link() {
        TestClient.Reply sent = client.send(
                "POST",
                CALLBACK,
                "state=s%26x&code=c+d&user=%7B%7D".getBytes(StandardCharsets.US_ASCII),
                "application/x-www-form-urlencoded");
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.header("Location")).isEqualTo("?state=s%26x&code=c+d");
        assertThat(client.send("POST", CALLBACK, new byte[0], "application/json")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void an_outage_of_the_site_is_no_refusal_of_the_person() {
        site.corp.down(true);
        TestClient.Reply reply = post("login/social/start/", "provider", "corp", "intent", "login");
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.code()).isEqualTo("unavailable");
        assertThat(site.signIn(site.corp, "1", VICTIM, true).status()).isEqualTo(503);
    }

    private SocialPerson person(String subject, String email) {
        return site.corp.person(subject, email, true);
    }

    private Away start(TestClient caller, String intent, String returnTo) {
        TestClient.Reply reply = returnTo == null
                ? as(caller, "POST", "login/social/start/", "provider", "corp", "intent", intent)
                : as(
                        caller,
                        "POST",
                        "login/social/start/",
                        "provider",
                        "corp",
                        "intent",
                        intent,
                        "return_to",
                        returnTo);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return new Away(URI.create(reply.json().path("authorization_url").asString()), reply.header("Set-Cookie"));
    }

    private TestClient.Reply back(Away away, String cookie, SocialPerson person) {
        String code = site.corp.code(person, away.there()).reveal();
        return client.with("Cookie", cookie).get(CALLBACK + "?code=" + code + "&state=" + away.state());
    }

    private TestClient.Reply finish(TestClient browser) {
        return as(browser, "POST", "login/social/finish/", "client", "web", "terms_and_conditions_accepted", true);
    }

    private record Away(URI there, String setCookie) {

        String cookie() {
            return setCookie.substring(0, setCookie.indexOf(';'));
        }

        String state() {
            return TestSocialProvider.parameter(there, "state");
        }
    }
}
