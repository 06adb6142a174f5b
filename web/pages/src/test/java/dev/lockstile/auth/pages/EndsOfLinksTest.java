package dev.lockstile.auth.pages;

import static dev.lockstile.auth.pages.PagesServer.MOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.SentLink;
import dev.lockstile.auth.testkit.TotpGenerator;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Links that are over lead to new ones when they are opened, and what a person proves ends signed in or with the name
 * filled in.
 */
final class EndsOfLinksTest {

    private static final String EMAIL = "ana@example.com";
    private static final String NEW = "eva@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final String NEXT = "copper-lantern-2208";

    private final InMemoryAuthStore store = new InMemoryAuthStore();
    private final PagesServer server = new PagesServer(
            AuthTestKit.of(Auth.builder(store)
                    .settings(AuthTestKit.settings())
                    .secondFactors(SecondFactorSettings.optional())),
            PageSettings.defaults());

    @BeforeEach
    void register() {
        server.kit.member(EMAIL, PASSWORD);
        server.kit.clock().advance(Duration.ofMinutes(2));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "pt"})
    void a_link_that_is_over_asks_for_a_new_one_and_shows_no_form_of_its_own(String language) {
        PagesBrowser browser = server.browser(language);
        HttpResponse<String> reset = browser.open("/reset?uid=MQ&token=x");
        assertThat(reset.body().indexOf("role=\"alert\""))
                .as("what is over comes first")
                .isLessThan(reset.body().indexOf("<form method=\"post\" action=\"" + MOUNT + "/forgotten"));
        assertThat(reset.body())
                .contains("action=\"" + MOUNT + "/forgotten\"", "role=\"alert\"")
                .doesNotContain("new_password");
        HttpResponse<String> confirm = browser.open("/confirm?uid=MQ&token=x");
        assertThat(confirm.body())
                .contains("action=\"" + MOUNT + "/register/resend\"", "role=\"alert\"", MOUNT + "/sign-in")
                .doesNotContain("action=\"" + MOUNT + "/confirm\"");
        HttpResponse<String> link = browser.open("/link?token=x");
        assertThat(link.body())
                .contains("action=\"" + MOUNT + "/link\"", "role=\"alert\"")
                .doesNotContain("/link/open\"");
    }

    @Test
    void looking_at_a_live_link_any_number_of_times_changes_nothing() {
        String reset = asked("/forgotten", "contact", EMAIL);
        for (int i = 0; i < 20; i++) {
            assertThat(server.browser("en").open("/reset" + reset).body()).contains("new_password");
            assertThat(server.browser("en").head("/reset" + reset).statusCode()).isEqualTo(200);
        }
        PagesBrowser browser = server.browser("en");
        browser.open("/reset" + reset);
        assertThat(submitReset(browser, reset).statusCode()).isEqualTo(303);
        assertThat(server.browser("en").open("/reset" + reset).body())
                .as("used")
                .doesNotContain("new_password");
    }

    @Test
    void a_link_of_an_unknown_user_and_one_of_a_known_user_look_the_same() {
        String known = asked("/forgotten", "contact", EMAIL).replaceAll("token=.*", "token=x");
        String one = server.browser("en").open("/reset" + known).body().replaceAll("value=\"[^\"]*\"", "");
        String other =
                server.browser("en").open("/reset?uid=OTk5&token=x").body().replaceAll("value=\"[^\"]*\"", "");
        assertThat(one.replaceAll("uid=[^\"]*", "")).isEqualTo(other.replaceAll("uid=[^\"]*", ""));
    }

    @Test
    void the_end_of_a_reset_signs_in_where_no_factor_is_asked_for() {
        String reset = asked("/forgotten", "contact", EMAIL);
        PagesBrowser browser = server.browser("en");
        browser.open("/reset" + reset);
        assertThat(location(submitReset(browser, reset))).isEqualTo(MOUNT + "/account");
        assertThat(browser.open("/account").body()).contains("Your new password is set, and you’re signed in.");
    }

    @Test
    void the_end_of_a_reset_asks_for_the_factor_of_an_account_that_has_one() {
        PagesBrowser ana = server.browser("en").signedIn(EMAIL, PASSWORD);
        ana.open("/account/totp");
        HttpResponse<String> page = ana.submit("/account/totp", Map.of());
        String key = TotpPagesFixture.found(TotpPagesFixture.KEY, page);
        String code = TotpGenerator.of(key, server.kit.clock()).code();
        ana.submit(
                "/account/totp/confirm",
                Map.of("enrolment", TotpPagesFixture.found(TotpPagesFixture.ENROLMENT, page), "code", code));
        String reset = asked("/forgotten", "contact", EMAIL);
        PagesBrowser browser = server.browser("en");
        browser.open("/reset" + reset);
        assertThat(location(submitReset(browser, reset))).isEqualTo(MOUNT + "/second-factor");
        assertThat(browser.open("/account").statusCode()).as("not in yet").isEqualTo(303);
    }

    @Test
    void a_confirmation_fills_the_address_in_and_with_the_password_signs_in() {
        PagesBrowser registering = registered();
        SentLink link = server.kit.deliver().emails().lastLink(NEW);
        Map<String, String> proof = Map.of("uid", link.uid(), "token", link.token());
        registering.open("/confirm?uid=" + link.uid() + "&token=" + link.token());
        assertThat(registering.submitAndFollow("/confirm", proof).body()).contains("value=\"" + NEW + "\"");

        PagesBrowser second = registered("ben@example.com");
        SentLink other = server.kit.deliver().emails().lastLink("ben@example.com");
        PagesBrowser phone = server.browser("en");
        phone.open("/confirm?uid=" + other.uid() + "&token=" + other.token());
        Map<String, String> typed = new HashMap<>(Map.of("uid", other.uid(), "token", other.token()));
        typed.put("by_password", "yes");
        typed.put("password", PASSWORD);
        assertThat(location(phone.submit("/confirm", typed))).isEqualTo(MOUNT + "/account");
        assertThat(phone.open("/account").body()).contains("Your email address is confirmed, and you’re signed in.");
        assertThat(second.open("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void every_refused_sign_in_offers_the_message_of_a_registration_again() {
        registered();
        PagesBrowser browser = server.browser("en");
        browser.open("/sign-in");
        for (String login : List.of(NEW, "nobody@example.com", EMAIL)) {
            for (String password : List.of(PASSWORD + (login.equals(EMAIL) ? "x" : ""), "wrong-password-1")) {
                String page = browser.submit("/sign-in", Map.of("login", login, "password", password))
                        .body();
                assertThat(page)
                        .contains("action=\"" + MOUNT + "/register/resend\"", "name=\"email\" value=\"" + login + "\"");
            }
        }
        server.kit.deliver().emails().clear();
        server.kit.clock().advance(Duration.ofMinutes(10));
        assertThat(location(browser.submit("/register/resend", Map.of("email", NEW))))
                .isEqualTo(MOUNT + "/register/sent");
        assertThat(server.kit.deliver().emails().messages()).hasSize(1);
    }

    @Test
    void an_account_without_a_password_sets_one_with_a_recent_proof() {
        PagesBrowser ana = server.browser("en").signedIn(EMAIL, PASSWORD);
        Map<String, String> fresh = Map.of("new_password", NEXT, "new_password_confirm", NEXT);
        assertThat(ana.open("/account/password").body()).contains("old_password");
        assertThat(location(ana.submit("/account/password/set", fresh))).isEqualTo(MOUNT + "/account/password");
        UserId user = server.kit.signIn(EMAIL, PASSWORD).user().id();
        store.alone(
                tx -> tx.users().resetPassword(user, null, server.kit.clock().instant()));
        assertThat(ana.open("/account").body()).contains("Set password");
        server.kit.clock().advance(Duration.ofMinutes(11));
        String prove = MOUNT + "/prove?next=" + MOUNT + "/account/password";
        assertThat(location(ana.open("/account/password"))).isEqualTo(prove);
        ana.open("/account");
        assertThat(location(ana.submit("/account/password/set", fresh))).isEqualTo(prove);
        ana.open("/prove");
        ana.submit("/prove/code", Map.of());
        ana.open("/prove");
        ana.submit("/prove", Map.of("code", server.kit.deliver().emails().lastCode(EMAIL)));
        assertThat(ana.open("/account/password").body()).doesNotContain("old_password");
        assertThat(ana.submit("/account/password/set", Map.of("new_password", "x", "new_password_confirm", "x"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(location(ana.submit("/account/password/set", fresh))).isEqualTo(MOUNT + "/account");
        server.kit.signIn(EMAIL, NEXT);
    }

    private String asked(String path, String field, String value) {
        PagesBrowser browser = server.browser("en");
        browser.open(path);
        browser.submit(path, Map.of(field, value));
        SentLink link = server.kit.deliver().emails().lastLink(value);
        return "?uid=" + link.uid() + "&token=" + link.token();
    }

    private static HttpResponse<String> submitReset(PagesBrowser browser, String link) {
        Map<String, String> form = new HashMap<>(Map.of("new_password", NEXT, "new_password_confirm", NEXT));
        for (String part : link.substring(1).split("&")) {
            form.put(part.split("=")[0], part.split("=")[1]);
        }
        return browser.submit("/reset", form);
    }

    private PagesBrowser registered() {
        return registered(NEW);
    }

    private PagesBrowser registered(String email) {
        PagesBrowser browser = server.browser("en");
        browser.open("/register");
        Map<String, String> form = new HashMap<>(Map.of("first_name", "Eva", "email", email, "terms", "on"));
        form.put("password", PASSWORD);
        form.put("password_confirm", PASSWORD);
        assertThat(browser.submit("/register", form).statusCode()).isEqualTo(303);
        return browser;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
