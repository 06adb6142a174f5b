package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.TestSocialProvider;
import dev.lockstile.auth.testkit.TotpGenerator;
import dev.lockstile.auth.token.Caller;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing in with another site on the pages, and the links of the own account. */
class SocialPagesTest extends SocialPagesFixture {

    @Test
    void a_registration_offers_the_other_sites_where_they_open_accounts() {
        assertThat(server.browser("en").open("/register").body())
                .containsPattern("action=\"[^\"]*/sign-in/social\">[\\s\\S]*class=\"or\"[\\s\\S]*name=\"first_name\"");
        SocialSettings closed = SocialSettings.of(TestSocialProvider.named("corp"));
        try (PagesServer other = new PagesServer(
                AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                        .settings(AuthTestKit.settings())
                        .social(closed)),
                PageSettings.defaults())) {
            assertThat(other.browser("en").open("/register").body()).doesNotContain("/sign-in/social");
            assertThat(other.browser("en").open("/sign-in").body()).contains("/sign-in/social");
        }
    }

    @Test
    void errors_are_told_in_words_and_nothing_else_of_an_address_is() {
        PagesBrowser ana = server.browser("en");
        URI there = away(ana, "/sign-in/social");
        HttpResponse<String> denied = ana.open(
                "/social/callback/corp?error=access_denied&state=" + TestSocialProvider.parameter(there, "state"));
        assertThat(denied.headers().firstValue("Location"))
                .contains(PagesServer.MOUNT + "/social/back?social_error=access_denied");
        assertThat(ana.open("/social/back?social_error=access_denied").body()).contains("or you canceled");
        HttpResponse<String> made = ana.open("/social/back?social_error=%3Cb%3Ehuman_check");
        assertThat(made.statusCode()).isEqualTo(401);
        assertThat(made.body())
                .contains("We couldn’t sign you in with this provider")
                .doesNotContain("<b>");
        back(ana, "/sign-in/social", corp.person("5", EMAIL, false));
        HttpResponse<String> unverified = ana.submit("/social/finish", Map.of("terms", "on"));
        assertThat(unverified.statusCode()).isEqualTo(400);
        assertThat(unverified.body()).contains("hasn’t verified your email address");
        corp.down(true);
        ana.open("/sign-in");
        assertThat(ana.submit("/sign-in/social", Map.of("provider", "corp")).statusCode())
                .isEqualTo(503);
    }

    @Test
    void a_person_signs_up_and_in_with_another_site() {
        PagesBrowser ana = server.browser("en");
        assertThat(ana.open("/sign-in").body()).contains("Continue with Corp", "Continue with GitHub");
        back(ana, "/sign-in/social", corp.person("5", EMAIL, true));
        HttpResponse<String> terms = ana.submit("/social/finish", Map.of());
        assertThat(terms.statusCode()).isEqualTo(400);
        assertThat(terms.body()).contains("name=\"terms\"", "Accept the terms");
        HttpResponse<String> in = ana.submit("/social/finish", Map.of("terms", "on"));
        assertThat(in.headers().firstValue("Location")).contains(PagesServer.MOUNT + "/account");
        assertThat(in.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("__Host-social=; Max-Age=0"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("__Host-access="));
        assertThat(ana.open("/account").body()).contains("<strong>Corp</strong>", EMAIL + " · ");
        HttpResponse<String> last = ana.submit("/account/social/unlink", Map.of("provider", "corp"));
        assertThat(last.statusCode()).isEqualTo(409);
        assertThat(last.body()).contains("only way to sign in");
    }

    @Test
    void the_page_to_go_to_stands_behind_a_failure_and_behind_the_second_factor() {
        server.kit.member(EMAIL, PASSWORD);
        PagesBrowser ana = server.browser("en").signedIn(EMAIL, PASSWORD);
        SocialPerson person = corp.person("7", "x@example.com", true);
        back(ana, "/account/social/link", person);
        ana.submit("/social/finish", Map.of());
        TotpGenerator phone = withTotp();
        PagesBrowser other = server.browser("en");
        other.open("/sign-in");
        other.submit("/sign-in/social", Map.of("provider", "corp", "next", "/orders"));
        assertThat(other.open("/social/back?social_error=access_denied").body())
                .contains(PagesServer.MOUNT + "/sign-in?next=/orders\"");
        other.open("/sign-in");
        HttpResponse<String> sent = other.submit("/sign-in/social", Map.of("provider", "corp", "next", "/orders"));
        other.openOnSite(other.open(callback(there(sent), person))
                .headers()
                .firstValue("Location")
                .orElseThrow());
        HttpResponse<String> half = other.submit("/social/finish", Map.of());
        assertThat(half.headers().firstValue("Location")).contains(PagesServer.MOUNT + "/second-factor?next=/orders");
        other.open("/second-factor?next=/orders");
        server.kit.clock().advance(Duration.ofSeconds(30));
        assertThat(other.submit("/second-factor", Map.of("factor", phone.code(), "next", "/orders"))
                        .headers()
                        .firstValue("Location"))
                .contains("/orders");
    }

    @Test
    void a_second_factor_is_asked_for_after_another_site_as_well() {
        server.kit.member(EMAIL, PASSWORD);
        PagesBrowser ana = server.browser("en").signedIn(EMAIL, PASSWORD);
        SocialPerson person = corp.person("7", "x@example.com", true);
        back(ana, "/account/social/link", person);
        ana.submit("/social/finish", Map.of());
        TotpGenerator phone = withTotp();
        PagesBrowser other = server.browser("en");
        back(other, "/sign-in/social", person);
        HttpResponse<String> half = other.submit("/social/finish", Map.of());
        assertThat(half.headers().firstValue("Location")).contains(PagesServer.MOUNT + "/second-factor");
        assertThat(half.headers().allValues("Set-Cookie"))
                .noneSatisfy(cookie -> assertThat(cookie).startsWith("__Host-access="));
        assertThat(other.open("/account").statusCode()).as("not signed in").isEqualTo(303);
        other.open("/second-factor");
        server.kit.clock().advance(Duration.ofSeconds(30));
        assertThat(other.submitAndFollow("/second-factor", Map.of("factor", phone.code()))
                        .body())
                .contains("<strong>Corp</strong>");
    }

    @Test
    void who_needs_a_factor_enrols_none_by_a_session_at_the_other_site() {
        corp.tellsProofs(false);
        PagesBrowser eve = server.browser("en");
        SocialPerson person = corp.person("8", "dan@staff.example", true);
        back(eve, "/sign-in/social", person);
        HttpResponse<String> refused = eve.submit("/social/finish", Map.of("terms", "on"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("such as with a code", PagesServer.MOUNT + "/sign-in\"");
        assertThat(eve.open("/second-factor").body()).doesNotContain("otpauth://");
        corp.tellsProofs(true);
        PagesBrowser dan = server.browser("en");
        back(dan, "/sign-in/social", person);
        assertThat(dan.submit("/social/finish", Map.of("terms", "on")).headers().firstValue("Location"))
                .contains(PagesServer.MOUNT + "/second-factor/enrol");
    }

    /** Adds an authenticator application to the account. */
    private TotpGenerator withTotp() {
        SecondFactors factors = server.kit.auth().secondFactors();
        String access = server.kit.signIn(EMAIL, PASSWORD).tokens().access().reveal();
        Caller caller = server.kit.auth().sessions().authenticate(access).orElseThrow();
        TotpEnrolment enrolment = factors.beginTotp(caller).orElseThrow();
        TotpGenerator phone = TotpGenerator.of(enrolment.secret().reveal(), server.kit.clock());
        factors.confirmTotp(caller, enrolment.enrolmentId(), Secret.of(phone.code()));
        return phone;
    }

    @Test
    void the_browser_is_led_away_by_a_page_and_keeps_a_cookie_as_the_endpoints_set_it() {
        PagesBrowser ana = server.browser("en");
        ana.open("/sign-in");
        HttpResponse<String> sent = ana.submit("/sign-in/social", Map.of("provider", "corp"));
        assertThat(sent.statusCode())
                .as("no redirect from a form to another site")
                .isEqualTo(200);
        assertThat(sent.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("form-action 'self'"));
        assertThat(sent.body()).contains("<meta http-equiv=\"refresh\" content=\"0;url=https://corp.example/");
        assertThat(sent.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-social=")
                        .contains("; Path=/", "; Secure", "; SameSite=Lax", "; HttpOnly", "; Max-Age=600"));
    }

    @Test
    void the_callback_of_the_endpoints_sends_the_browser_on_to_the_pages() {
        PagesBrowser ana = server.browser("en");
        String pages = callback(away(ana, "/sign-in/social"), corp.person("5", EMAIL, true));
        String endpoints = pages.replace("/social/callback/corp?", "/shop/auth/login/social/callback/corp/?");
        assertThat(server.browser("en").openOnSite(endpoints).statusCode())
                .as("another browser")
                .isEqualTo(400);
        HttpResponse<String> back = ana.openOnSite(endpoints);
        assertThat(back.headers().firstValue("Location"))
                .as(back.body())
                .contains("https://acme.example" + PagesServer.MOUNT + "/social/back?social=done");
        ana.open("/social/back?social=done");
        assertThat(ana.submitAndFollow("/social/finish", Map.of("terms", "on")).body())
                .contains("<strong>Corp</strong>", EMAIL + " · ");
    }

    @Test
    void an_account_is_linked_signs_in_and_is_unlinked() {
        server.kit.member(EMAIL, PASSWORD);
        PagesBrowser ana = server.browser("en").signedIn(EMAIL, PASSWORD);
        SocialPerson person = corp.person("7", "x@example.com", true);
        back(ana, "/account/social/link", person);
        assertThat(ana.submitAndFollow("/social/finish", Map.of()).body())
                .contains("Account connected", "<strong>Corp</strong>", "x@example.com");
        PagesBrowser phone = server.browser("en");
        back(phone, "/sign-in/social", person);
        assertThat(phone.submitAndFollow("/social/finish", Map.of()).body()).contains("<strong>Corp</strong>");
        ana.open("/account");
        assertThat(ana.submit("/account/social/unlink", Map.of("provider", "corp", "id", "999"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(ana.submitAndFollow("/account/social/unlink", Map.of("provider", "corp"))
                        .body())
                .contains("Account disconnected")
                .doesNotContain("x@example.com");
        assertThat(phone.open("/account").statusCode()).as("other sessions").isEqualTo(303);
    }

    @Test
    void a_host_without_other_sites_shows_nothing_of_them() {
        try (PagesServer plain = PagesServer.with(PageSettings.defaults())) {
            plain.kit.member(EMAIL, PASSWORD);
            PagesBrowser ana = plain.browser("en");
            assertThat(ana.open("/sign-in").body()).doesNotContain("social");
            assertThat(ana.signedIn(EMAIL, PASSWORD).open("/account").body())
                    .doesNotContain("social", "Connected accounts");
            assertThat(ana.open("/social/back").statusCode()).isEqualTo(404);
            assertThat(ana.submit("/sign-in/social", Map.of("provider", "corp")).statusCode())
                    .isEqualTo(404);
        }
    }
}
