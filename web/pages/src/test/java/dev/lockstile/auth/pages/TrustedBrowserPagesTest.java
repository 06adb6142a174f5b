package dev.lockstile.auth.pages;

import static dev.lockstile.auth.pages.PasskeyBrowser.location;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.passkey.Passkeys;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trusted browsers on the account page. */
class TrustedBrowserPagesTest {

    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final String FORGET = "/account/trusted-browsers/forget";
    private static final String ALL = "/account/trusted-browsers/forget-all";
    private static final Pattern ID =
            Pattern.compile("trusted-browsers/forget\">.*?name=\"id\" value=\"([A-Za-z0-9_-]+)\"");

    private final PagesServer server = server(SecondFactorSettings.optional().allowTrustedBrowsers());

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
    void nobody_forgets_a_browser_without_a_session_and_a_form_of_ours() {
        PasskeyBrowser ana = enrolled("en");
        PasskeyBrowser home = trusted(ana, "en");
        String id = ids(home.browser()).get(0);
        PagesBrowser nobody = server.browser("en");
        nobody.open("/sign-in");
        for (String form : List.of(FORGET, ALL)) {
            assertThat(location(nobody.submit(form, Map.of("id", id)))).contains("/sign-in?next=");
            assertThat(home.browser()
                            .submit(form, Map.of("id", id, "csrf", "forged"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(home.browser()
                            .submitFromElsewhere(form, Map.of("id", id))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(ids(home.browser())).containsExactly(id);
    }

    @Test
    void somebody_elses_browser_is_not_there() {
        PasskeyBrowser home = trusted(enrolled("en"), "en");
        String id = ids(home.browser()).get(0);
        server.kit.member("eve@example.com", PASSWORD);
        PagesBrowser eve = server.browser("en").signedIn("eve@example.com", PASSWORD);
        assertThat(ids(eve)).isEmpty();
        assertThat(eve.submit(FORGET, Map.of("id", id)).statusCode()).isEqualTo(404);
        assertThat(location(eve.submit(ALL, Map.of()))).isEqualTo("/shop/account/account");
        assertThat(ids(home.browser())).containsExactly(id);
    }

    @Test
    void a_host_that_trusts_no_browser_lists_none_and_forgets_none() {
        try (PagesServer strict = server(SecondFactorSettings.optional())) {
            strict.kit.member(EMAIL, PASSWORD);
            PagesBrowser ana = strict.browser("en").signedIn(EMAIL, PASSWORD);
            assertThat(ana.open("/account").body()).doesNotContain("Trusted browsers", "trusted-browsers");
            assertThat(ana.submit(FORGET, Map.of("id", "x")).statusCode()).isEqualTo(404);
            assertThat(ana.submit(ALL, Map.of()).statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, Trusted browsers, That browser will ask for the second step again",
        "es, Navegadores de confianza, Ese navegador vuelve a pedir el segundo factor",
        "pt, Navegadores de confiança, Esse navegador volta a pedir o segundo fator"
    })
    void one_is_listed_and_forgotten(String language, String title, String said) {
        PasskeyBrowser ana = enrolled(language);
        PasskeyBrowser home = trusted(ana, language);
        PasskeyBrowser work = trusted(ana, language);
        assertThat(home.browser().open("/account").body()).contains(title, "\u00a02026");
        List<String> ids = ids(work.browser());
        assertThat(ids).hasSize(2).doesNotHaveDuplicates();
        assertThat(signIn(home.browser())).as("trusted").isEqualTo("/shop/account/account");
        home.browser().open("/account");
        assertThat(location(home.browser().submit(FORGET, Map.of("id", ids.get(0)))))
                .isEqualTo("/shop/account/account");
        assertThat(home.browser().open("/account").body()).contains(said);
        assertThat(ids(home.browser())).containsExactly(ids.get(1));
        assertThat(List.of(signIn(home.browser()), signIn(work.browser())))
                .as("one of both is asked again")
                .containsExactlyInAnyOrder("/shop/account/account", "/shop/account/second-factor");
    }

    @ParameterizedTest
    @CsvSource({
        "en, All browsers will ask for the second step again, No trusted browsers",
        "es, Todos los navegadores vuelven a pedir el segundo factor, Ningún navegador",
        "pt, Todos os navegadores voltam a pedir o segundo fator, Nenhum navegador"
    })
    void all_are_forgotten_at_once(String language, String said, String none) {
        PasskeyBrowser ana = enrolled(language);
        PasskeyBrowser home = trusted(ana, language);
        PasskeyBrowser work = trusted(ana, language);
        work.browser().open("/account");
        HttpResponse<String> done = work.browser().submit(ALL, Map.of());
        assertThat(location(done)).isEqualTo("/shop/account/account");
        assertThat(done.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("trusted-browser=; Max-Age=0"));
        assertThat(work.browser().open("/account").body()).contains(said, none);
        assertThat(ids(work.browser())).isEmpty();
        for (PasskeyBrowser browser : List.of(home, work)) {
            assertThat(signIn(browser.browser())).isEqualTo("/shop/account/second-factor");
        }
    }

    private static PagesServer server(SecondFactorSettings settings) {
        return new PagesServer(
                AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                        .settings(AuthTestKit.settings())
                        .secondFactors(settings)
                        .passkeys(Passkeys.relyingParty(PasskeyBrowser.SITE, "Acme", PasskeyBrowser.ORIGIN))),
                PageSettings.defaults());
    }

    private PasskeyBrowser enrolled(String language) {
        PasskeyBrowser ana = PasskeyBrowser.of(server.browser(language).signedIn(EMAIL, PASSWORD));
        assertThat(ana.add("phone").statusCode())
                .as("the page of the recovery codes")
                .isEqualTo(200);
        return ana;
    }

    /** A new browser in which the second factor is shown, and need not be shown again. */
    private PasskeyBrowser trusted(PasskeyBrowser owner, String language) {
        PasskeyBrowser browser = owner.in(server.browser(language)).half(EMAIL, PASSWORD);
        browser.browser().open("/second-factor");
        Map<String, String> shown = new HashMap<>(browser.show("/passkey/second-factor"));
        shown.put("trust", "on");
        assertThat(browser.browser().submit("/second-factor", shown).statusCode())
                .isEqualTo(303);
        browser.browser().open("/account");
        return browser;
    }

    /** Signs out and in again by the password. @return where that leads to */
    private static String signIn(PagesBrowser browser) {
        browser.open("/account");
        browser.submit("/sign-out", Map.of());
        browser.open("/sign-in");
        return location(browser.submit("/sign-in", Map.of("login", EMAIL, "password", PASSWORD)));
    }

    private static List<String> ids(PagesBrowser browser) {
        return ID.matcher(browser.open("/account").body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
