package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.FactorResult;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.factor.SecondFactors;
import dev.lockstile.auth.factor.TotpEnrolment;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialCallback;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialResult;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.TestSocialProvider;
import dev.lockstile.auth.testkit.TotpGenerator;
import dev.lockstile.auth.token.Caller;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in with another site on the pages, and the links of the own account. */
class SocialPagesTest {

    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final Pattern THERE = Pattern.compile("class=\"button\" href=\"([^\"]+)\"");

    private final TestSocialProvider corp = TestSocialProvider.named("corp").authoritative();
    private final PagesServer server = new PagesServer(
            AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                    .settings(AuthTestKit.settings())
                    .secondFactors(SecondFactorSettings.optional().requiredOf((user, profiles) -> isStaff(user)))
                    .social(SocialSettings.of(corp, TestSocialProvider.named("github"))
                            .allowSignUp()
                            .returningTo("https://other.example", "https://acme.example"))),
            PageSettings.defaults(),
            HttpSettings.defaults());

    private static boolean isStaff(UserInfo user) {
        return String.valueOf(user.email()).endsWith("@staff.example");
    }

    @BeforeEach
    void sameClock() {
        corp.clock(server.kit.clock());
    }

    @AfterEach
    void close() {
        server.close();
    }

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
            assertThat(refused.body()).contains("This sign-in was not started in this browser");
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
                Map.of("provider", "corp", "return_to", "https://other.example/", "next", "/elsewhere"));
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
                .isEqualTo(new SocialResult.Done<>(
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
        "en, 'Sign in another way, and then link it'",
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

    @Test
    void errors_are_told_in_words_and_nothing_else_of_an_address_is() {
        PagesBrowser ana = server.browser("en");
        URI there = away(ana, "/sign-in/social");
        HttpResponse<String> denied = ana.open(
                "/social/callback/corp?error=access_denied&state=" + TestSocialProvider.parameter(there, "state"));
        assertThat(denied.headers().firstValue("Location"))
                .contains(PagesServer.MOUNT + "/social/back?social_error=access_denied");
        assertThat(ana.open("/social/back?social_error=access_denied").body()).contains("or you cancelled");
        HttpResponse<String> made = ana.open("/social/back?social_error=%3Cb%3Ehuman_check");
        assertThat(made.statusCode()).isEqualTo(401);
        assertThat(made.body())
                .contains("Signing in with the other site failed")
                .doesNotContain("<b>");
        back(ana, "/sign-in/social", corp.person("5", EMAIL, false));
        HttpResponse<String> unverified = ana.submit("/social/finish", Map.of("terms", "on"));
        assertThat(unverified.statusCode()).isEqualTo(400);
        assertThat(unverified.body()).contains("does not confirm your email address");
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
        assertThat(terms.body()).contains("name=\"terms\"", "Please accept the terms");
        HttpResponse<String> in = ana.submit("/social/finish", Map.of("terms", "on"));
        assertThat(in.headers().firstValue("Location")).contains(PagesServer.MOUNT + "/account");
        assertThat(in.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("__Host-social=; Max-Age=0"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("access="));
        assertThat(ana.open("/account").body()).contains("<strong>Corp</strong> " + EMAIL);
        HttpResponse<String> last = ana.submit("/account/social/unlink", Map.of("provider", "corp"));
        assertThat(last.statusCode()).isEqualTo(409);
        assertThat(last.body()).contains("last way to sign in");
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
                .noneSatisfy(cookie -> assertThat(cookie).startsWith("access="));
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
        TotpEnrolment enrolment = ((FactorResult.Done<TotpEnrolment>) factors.beginTotp(caller)).value();
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
                .contains("<strong>Corp</strong> " + EMAIL);
    }

    @Test
    void an_account_is_linked_signs_in_and_is_unlinked() {
        server.kit.member(EMAIL, PASSWORD);
        PagesBrowser ana = server.browser("en").signedIn(EMAIL, PASSWORD);
        SocialPerson person = corp.person("7", "x@example.com", true);
        back(ana, "/account/social/link", person);
        assertThat(ana.submitAndFollow("/social/finish", Map.of()).body())
                .contains("The account is linked", "<strong>Corp</strong> x@example.com");
        PagesBrowser phone = server.browser("en");
        back(phone, "/sign-in/social", person);
        assertThat(phone.submitAndFollow("/social/finish", Map.of()).body()).contains("<strong>Corp</strong>");
        ana.open("/account");
        assertThat(ana.submit("/account/social/unlink", Map.of("provider", "corp", "id", "999"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(ana.submitAndFollow("/account/social/unlink", Map.of("provider", "corp"))
                        .body())
                .contains("no longer linked")
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
                    .doesNotContain("social", "Accounts at other sites");
            assertThat(ana.open("/social/back").statusCode()).isEqualTo(404);
            assertThat(ana.submit("/sign-in/social", Map.of("provider", "corp")).statusCode())
                    .isEqualTo(404);
        }
    }

    private URI away(PagesBrowser browser, String form) {
        browser.open(form.startsWith("/account") ? "/account" : "/sign-in");
        return there(browser.submit(form, Map.of("provider", "corp")));
    }

    private static URI there(HttpResponse<String> sent) {
        Matcher there = THERE.matcher(sent.body());
        assertThat(there.find()).as(sent.body()).isTrue();
        return URI.create(there.group(1).replace("&amp;", "&"));
    }

    private String callback(URI there, SocialPerson person) {
        return "/social/callback/corp?code=" + corp.code(person, there).reveal() + "&state="
                + TestSocialProvider.parameter(there, "state");
    }

    /** Goes there, comes back as this person, and stands before the last button. */
    private void back(PagesBrowser browser, String form, SocialPerson person) {
        HttpResponse<String> answer = browser.open(callback(away(browser, form), person));
        assertThat(answer.headers().firstValue("Location")).contains(PagesServer.MOUNT + "/social/back?social=done");
        assertThat(browser.open("/social/back?social=done").statusCode()).isEqualTo(200);
    }
}
