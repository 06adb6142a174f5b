package dev.lockstile.auth.pages;

import static dev.lockstile.auth.pages.PasskeyBrowser.location;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.passkey.Passkeys;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.SoftwareAuthenticator;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in with a passkey on the pages: alone, as the second factor, and again before a sensitive step. */
class PasskeyPagesTest {

    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final List<String> ASKED =
            List.of("/passkey/sign-in", "/passkey/second-factor", "/passkey/prove", "/passkey/add");

    private final PagesServer server = new PagesServer(
            AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                    .settings(AuthTestKit.settings())
                    .secondFactors(SecondFactorSettings.optional().allowTrustedBrowsers())
                    .passkeys(Passkeys.relyingParty(PasskeyBrowser.SITE, "Acme", PasskeyBrowser.ORIGIN))),
            PageSettings.defaults());

    @BeforeEach
    void register() {
        server.kit.member(EMAIL, PASSWORD);
        server.kit.clock().advance(Duration.ofMinutes(5));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_host_without_passkeys_has_no_button_no_script_and_no_path() {
        try (PagesServer without = PagesServer.with(PageSettings.defaults())) {
            without.kit.member(EMAIL, PASSWORD);
            PagesBrowser ana = without.browser("en").signedIn(EMAIL, PASSWORD);
            for (String path : List.of("/sign-in", "/account", "/prove", "/second-factor", "/second-factor/enrol")) {
                assertThat(ana.open(path).body())
                        .as(path)
                        .doesNotContain("passkey")
                        .doesNotContain("webauthn");
            }
            assertThat(ana.open("/assets/passkeys.js").statusCode()).isEqualTo(404);
            assertThat(ana.open("/account/passkeys/add").statusCode()).isEqualTo(404);
            for (String path : ASKED) {
                assertThat(ana.submit(path, Map.of()).statusCode()).as(path).isEqualTo(404);
            }
        }
    }

    @Test
    void another_site_and_a_form_without_its_token_begin_and_finish_nothing() {
        PasskeyBrowser ana = member("en");
        ana.add("phone");
        ana.browser().open("/account");
        for (String path : List.of(
                "/passkey/sign-in",
                "/passkey/second-factor",
                "/passkey/prove",
                "/passkey/add",
                "/sign-in/passkey",
                "/account/passkeys/add",
                "/account/passkey",
                "/account/passkeys/remove")) {
            assertThat(ana.browser().submitFromElsewhere(path, Map.of()).statusCode())
                    .as(path)
                    .isEqualTo(403);
            assertThat(ana.browser().submit(path, Map.of("csrf", "forged")).statusCode())
                    .as(path)
                    .isEqualTo(403);
            assertThat(ana.browser()
                            .open(path.startsWith("/passkey/") ? path : "/nowhere")
                            .statusCode())
                    .as("nothing begins by opening " + path)
                    .isIn(404, 303);
        }
        PasskeyBrowser eve = ana.in(server.browser("en"));
        eve.browser().open("/sign-in");
        Map<String, String> shown = eve.show("/passkey/sign-in");
        assertThat(eve.browser().submitFromElsewhere("/sign-in/passkey", shown).statusCode())
                .isEqualTo(403);
        assertThat(eve.browser().submit("/sign-in/passkey", shown).statusCode())
                .as("what was refused unread used nothing up")
                .isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({
        "en, This passkey wasn’t accepted",
        "es, Esta llave de acceso no fue aceptada",
        "pt, Esta chave de acesso não foi aceita"
    })
    void a_wrong_passkey_signs_nobody_in_and_is_refused_in_words(String language, String words) {
        PasskeyBrowser ana = member(language);
        ana.add("phone");
        PagesBrowser elsewhere = server.browser(language);
        for (SoftwareAuthenticator wrong : List.of(
                SoftwareAuthenticator.at(PasskeyBrowser.ORIGIN),
                ana.key().impostor(),
                SoftwareAuthenticator.at("https://acme.example.evil.test"))) {
            refused(new PasskeyBrowser(elsewhere, wrong).signIn(), words);
        }
        refused(elsewhere.submit("/sign-in/passkey", Map.of()), words);
        refused(elsewhere.submit("/sign-in/passkey", Map.of("ceremony", "x", "credential", "{}")), words);
        elsewhere.open("/sign-in");
        Map<String, String> late = ana.in(elsewhere).show("/passkey/sign-in");
        server.kit.clock().advance(Duration.ofMinutes(10).plusSeconds(1));
        refused(elsewhere.submit("/sign-in/passkey", late), words);
        assertThat(elsewhere.open("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void one_answer_signs_in_once() {
        PasskeyBrowser ana = member("en");
        ana.add("phone");
        PagesBrowser here = server.browser("en");
        here.open("/sign-in");
        Map<String, String> shown = ana.in(here).show("/passkey/sign-in");
        shown.put("next", "/shop/account/account/profile");
        PagesBrowser other = server.browser("en");
        other.open("/sign-in");
        assertThat(location(here.submit("/sign-in/passkey", shown))).isEqualTo("/shop/account/account/profile");
        assertThat(here.open("/account").statusCode()).isEqualTo(200);
        refused(other.submit("/sign-in/passkey", shown), "This passkey wasn’t accepted");
        shown.put("next", "https://evil.test/");
        PagesBrowser third = server.browser("en");
        third.open("/sign-in");
        Map<String, String> away = ana.in(third).show("/passkey/sign-in");
        away.put("next", "//evil.test/");
        assertThat(location(third.submit("/sign-in/passkey", away))).isEqualTo(PagesServer.MOUNT + "/account");
    }

    @ParameterizedTest
    @CsvSource({"en, Continue with a passkey", "es, Usar llave de acceso", "pt, Usar chave de acesso"})
    void the_sign_in_page_offers_it_to_browsers_with_scripts_alone(String language, String button) {
        String page = server.browser(language).open("/sign-in").body();
        assertThat(page)
                .contains(
                        button, "autocomplete=\"username webauthn\"", "src=\"/shop/account/assets/passkeys.js\" defer")
                .containsPattern("<form [^>]*action=\"/shop/account/sign-in/passkey\"[^>]* hidden ")
                .contains("data-passkey=\"/shop/account/passkey/sign-in\" data-conditional");
        assertThat(page.replaceAll("<script src=\"[^\"]*\" defer></script>", ""))
                .doesNotContain("<script");
        HttpResponse<String> script = server.browser(language).open("/assets/passkeys.js");
        assertThat(script.headers().firstValue("Content-Type")).contains("text/javascript;charset=utf-8");
        assertThat(script.body()).contains("mediation:'conditional'").doesNotContain("innerHTML", "eval(");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Use a passkey, This passkey wasn’t accepted",
        "es, Usar una llave de acceso, Esta llave de acceso no fue aceptada",
        "pt, Usar uma chave de acesso, Esta chave de acesso não foi aceita"
    })
    void the_second_factor_is_the_own_passkey_and_no_other(String language, String button, String words) {
        PasskeyBrowser ana = member(language);
        ana.add("phone");
        PasskeyBrowser elsewhere = ana.in(server.browser(language)).half(EMAIL, PASSWORD);
        String page = elsewhere.browser().open("/second-factor").body();
        assertThat(page).contains(button, "data-without-passkeys").containsOnlyOnce("name=\"trust\"");
        assertThat(page.indexOf("/second-factor?recovery=yes"))
                .as("a recovery code is behind the passkey")
                .isGreaterThan(page.indexOf(button));
        PasskeyBrowser eve = member("eve@example.com", language);
        eve.add("hers");
        elsewhere.browser().open("/second-factor");
        refused(
                elsewhere
                        .browser()
                        .submit(
                                "/second-factor",
                                new PasskeyBrowser(elsewhere.browser(), eve.key()).show("/passkey/second-factor")),
                words);
        refused(elsewhere.browser().submit("/second-factor", elsewhere.show("/passkey/sign-in")), words);
        Map<String, String> shown = elsewhere.show("/passkey/second-factor");
        shown.put("trust", "on");
        HttpResponse<String> in = elsewhere.browser().submit("/second-factor", shown);
        assertThat(location(in)).isEqualTo(PagesServer.MOUNT + "/account");
        assertThat(in.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("__Host-trusted-browser="));
        assertThat(elsewhere.browser().open("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void a_second_factor_is_asked_for_by_nobody_who_has_shown_no_first_one() {
        PagesBrowser eve = server.browser("en");
        assertThat(eve.open("/second-factor").body())
                .as("the page as for everybody")
                .contains("name=\"factor\"")
                .doesNotContain("data-passkey=");
        HttpResponse<String> refused = eve.submit("/passkey/second-factor", Map.of());
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("\"go\":\"/shop/account/sign-in\"");
        assertThat(location(eve.submit("/second-factor", Map.of("ceremony", "a", "credential", "{}"))))
                .isEqualTo(PagesServer.MOUNT + "/sign-in");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Use a passkey, This passkey wasn’t accepted",
        "es, Usar una llave de acceso, Esta llave de acceso no fue aceptada",
        "pt, Usar uma chave de acesso, Esta chave de acesso não foi aceita"
    })
    void a_passkey_proves_again_who_one_is_and_the_password_no_longer_does(
            String language, String button, String words) {
        PasskeyBrowser ana = member(language);
        ana.add("phone");
        PagesBrowser browser = ana.browser();
        HttpResponse<String> page = browser.open("/prove?next=/shop/account/account/passkeys/add");
        assertThat(page.body())
                .contains(button)
                .doesNotContain("name=\"password\"")
                .doesNotContain("/prove/code");
        assertThat(browser.submit("/prove", Map.of("password", PASSWORD)).statusCode())
                .isEqualTo(403);
        refused(
                browser.submit("/prove", new PasskeyBrowser(browser, ana.key().impostor()).show("/passkey/prove")),
                words);
        refused(browser.submit("/prove", ana.show("/passkey/sign-in")), words);
        Map<String, String> shown = ana.show("/passkey/prove");
        shown.put("next", "/shop/account/account/passkeys/add");
        assertThat(location(browser.submit("/prove", shown))).isEqualTo("/shop/account/account/passkeys/add");
        assertThat(browser.open("/account/passkeys/add").statusCode()).isEqualTo(200);
    }

    @Test
    void too_many_tries_are_told_in_words() {
        PagesBrowser browser = server.browser("en");
        browser.open("/sign-in");
        HttpResponse<String> last = null;
        for (int i = 0; i < 70; i++) {
            last = browser.submit("/passkey/sign-in", Map.of());
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.body()).contains("Too many attempts. Try again in 1 minute.", "\"go\":null");
    }

    private static void refused(HttpResponse<String> page, String words) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(401);
        assertThat(page.body()).contains(words).doesNotContain("{&quot;", "credential\" value");
    }

    private PasskeyBrowser member(String language) {
        return PasskeyBrowser.of(server.browser(language).signedIn(EMAIL, PASSWORD));
    }

    private PasskeyBrowser member(String email, String language) {
        server.kit.member(email, PASSWORD);
        return PasskeyBrowser.of(server.browser(language).signedIn(email, PASSWORD));
    }
}
