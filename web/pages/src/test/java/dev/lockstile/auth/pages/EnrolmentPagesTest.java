package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.SecondFactorPolicy;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.passkey.Passkeys;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.SoftwareAuthenticator;
import dev.lockstile.auth.testkit.TotpGenerator;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A user who must have a second factor sets one up while signing in, and is shown the recovery codes once. */
class EnrolmentPagesTest {

    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final Pattern KEY = Pattern.compile("<code class=\"key\">([A-Z2-7 ]{39})</code>");
    private static final Pattern CODES = Pattern.compile("<code>((?:[0-9A-Z]{4}-){5}[0-9A-Z]{4})</code>");

    private final PagesServer server = new PagesServer(
            AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                    .settings(AuthTestKit.settings())
                    .secondFactors(SecondFactorSettings.optional().requiredOf(SecondFactorPolicy.everybody()))
                    .passkeys(Passkeys.relyingParty(PasskeyBrowser.SITE, "Acme", PasskeyBrowser.ORIGIN))),
            PageSettings.defaults());

    @BeforeEach
    void register() {
        server.kit.member(EMAIL, PASSWORD);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void nobody_is_shown_a_key_or_codes_without_a_right_first_factor() {
        PagesBrowser eve = server.browser("en");
        eve.open("/second-factor/enrol");
        assertThat(eve.submit("/second-factor/enrol", Map.of()).headers().firstValue("Location"))
                .contains(PagesServer.MOUNT + "/sign-in");
        assertThat(eve.submit("/second-factor/kept", Map.of()).headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).contains("/sign-in?next="));
        PagesBrowser ana = half("en");
        assertThat(ana.submitFromElsewhere("/second-factor/enrol", Map.of()).statusCode())
                .isEqualTo(403);
        TotpGenerator phone = phone(ana);
        HttpResponse<String> wrong = ana.submit("/second-factor", Map.of("factor", other(phone.code())));
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(codes(wrong)).isEmpty();
        assertThat(KEY.matcher(wrong.body()).find()).as("the key again").isFalse();
        assertThat(ana.open("/account").statusCode()).as("not signed in").isEqualTo(303);
    }

    @Test
    void the_page_with_the_key_is_light() {
        PagesBrowser ana = half("es");
        ana.open("/second-factor/enrol");
        String page = ana.submit("/second-factor/enrol", Map.of()).body();
        assertThat(page).contains("role=\"img\"", "passkeys.js");
        assertThat(PageWeightTest.weightOf(ana, page)).isLessThan(PageWeightTest.PAGE);
    }

    @Test
    void the_codes_are_shown_once_and_are_kept_by_nobody_in_between() {
        PagesBrowser ana = half("en");
        TotpGenerator phone = phone(ana);
        HttpResponse<String> shown = ana.submit("/second-factor", Map.of("factor", phone.code()));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(codes(shown)).hasSize(10).doesNotHaveDuplicates();
        assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(codes(ana.submit("/second-factor", Map.of("factor", phone.code()))))
                .as("the form again")
                .isEmpty();
        for (String path : List.of("/second-factor", "/second-factor/enrol", "/account", "/second-factor/kept")) {
            assertThat(codes(ana.open(path))).as(path).isEmpty();
        }
    }

    @Test
    void the_person_says_that_the_codes_are_kept_and_goes_on() {
        PagesBrowser ana = half("en");
        TotpGenerator phone = phone(ana);
        HttpResponse<String> shown =
                ana.submit("/second-factor", Map.of("factor", phone.code(), "next", "/shop/account/account/profile"));
        assertThat(shown.body()).contains("name=\"next\" value=\"/shop/account/account/profile\"");
        HttpResponse<String> kept = ana.submit("/second-factor/kept", Map.of("next", "/shop/account/account/profile"));
        assertThat(kept.headers().firstValue("Location")).contains("/shop/account/account/profile");
        assertThat(ana.open("/account").statusCode()).isEqualTo(200);
        server.kit.clock().advance(Duration.ofMinutes(1));
        PagesBrowser later = server.browser("en");
        assertThat(signIn(later)).contains(PagesServer.MOUNT + "/second-factor");
        later.open("/second-factor");
        HttpResponse<String> in =
                later.submit("/second-factor", Map.of("factor", codes(shown).get(3)));
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.headers().firstValue("Location")).contains(PagesServer.MOUNT + "/account");
    }

    @ParameterizedTest
    @CsvSource({"en, I’ve saved my codes", "es, He guardado los códigos", "pt, Guardei os códigos"})
    void the_pages_are_there_in_every_language(String language, String button) {
        PagesBrowser ana = half(language);
        TotpGenerator phone = phone(ana);
        HttpResponse<String> shown = ana.submit("/second-factor", Map.of("factor", phone.code()));
        assertThat(shown.body()).contains("<html lang=\"" + language + "\">", button);
        assertThat(shown.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none';"));
    }

    @ParameterizedTest
    @CsvSource({
        "en, We couldn’t add the passkey",
        "es, No se pudo añadir la llave de acceso",
        "pt, Não foi possível adicionar a chave de acesso"
    })
    void a_wrong_passkey_enrols_nothing_and_is_refused_in_words(String language, String words) {
        PasskeyBrowser ana =
                new PasskeyBrowser(half(language), SoftwareAuthenticator.at("https://acme.example.evil.test"));
        HttpResponse<String> refused = ana.browser().submit("/second-factor", ana.make("/passkey/second-factor"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(words, "data-passkey=\"/shop/account/passkey/second-factor\"");
        assertThat(ana.browser().open("/account").statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({"en, Passkey", "es, Llave de acceso", "pt, Chave de acesso"})
    void a_passkey_is_made_instead_and_recovery_codes_are_shown(String language, String button) {
        PasskeyBrowser ana = PasskeyBrowser.of(half(language));
        assertThat(ana.browser().open("/second-factor/enrol").body())
                .contains("<strong>" + button, "hidden data-passkey=")
                .doesNotContain("name=\"trust\"");
        HttpResponse<String> shown = ana.browser().submit("/second-factor", ana.make("/passkey/second-factor"));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(codes(shown)).hasSize(10);
        assertThat(ana.browser().open("/account").statusCode()).isEqualTo(200);
        PasskeyBrowser later = ana.in(server.browser(language));
        assertThat(signIn(later.browser())).contains(PagesServer.MOUNT + "/second-factor");
        String page = later.browser().open("/second-factor").body();
        assertThat(page).contains("/second-factor?recovery=yes", "data-passkey=");
        assertThat(later.browser().open("/second-factor?recovery=yes").body())
                .contains("name=\"factor\"")
                .doesNotContain("data-passkey=");
        assertThat(later.browser()
                        .submit("/second-factor", later.show("/passkey/second-factor"))
                        .statusCode())
                .isEqualTo(303);
        PagesBrowser last = server.browser(language);
        signIn(last);
        last.open("/second-factor");
        assertThat(last.submit("/second-factor", Map.of("factor", codes(shown).get(0)))
                        .statusCode())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({"en, QR code for the key", "es, Código QR de la clave", "pt, Código QR da chave"})
    void the_key_is_an_image_within_the_page_too_and_as_often_as_the_text(String language, String name) {
        PagesBrowser ana = half(language);
        assertThat(ana.open("/second-factor/enrol").body()).doesNotContain("class=\"qr\"");
        HttpResponse<String> page = ana.submit("/second-factor/enrol", Map.of());
        assertThat(KEY.matcher(page.body()).find()).isTrue();
        assertThat(page.body())
                .contains("role=\"img\" aria-label=\"" + name + "\"", "</svg>")
                .doesNotContain("style=", "<img", "data:");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("img-src 'self'; connect-src 'self'"));
        Matcher drawn = Pattern.compile("fill=\"#000\" d=\"([^\"]+)\"").matcher(page.body());
        assertThat(drawn.find()).isTrue();
        assertThat(drawn.group(1))
                .isEqualTo(QrSymbol.of(uri(page)).orElseThrow().path());
        HttpResponse<String> wrong = ana.submit("/second-factor", Map.of("factor", "000000", "uri", uri(page)));
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body())
                .as("the same page and image again")
                .contains("<svg", drawn.group(1), uri(page).replace("&", "&amp;"));
        HttpResponse<String> made = ana.submit(
                "/second-factor",
                Map.of("factor", "000000", "uri", "javascript:alert(1)//otpauth://totp/a?secret=AAAAAAAAAAAAAAAA"));
        assertThat(made.body()).doesNotContain("javascript:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "abc", ""})
    void a_malformed_first_code_leaves_the_key_on_the_page(String factor) {
        PagesBrowser ana = half("en");
        String uri = uri(ana.submit("/second-factor/enrol", Map.of()));
        HttpResponse<String> page = ana.submit("/second-factor", Map.of("factor", factor, "uri", uri));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(KEY.matcher(page.body()).find()).as("the key again").isTrue();
        assertThat(page.body()).contains("class=\"qr\"", "id=\"factor-error\"", uri.replace("&", "&amp;"));
    }

    private static String uri(HttpResponse<String> page) {
        Matcher uri = Pattern.compile("href=\"(otpauth://[^\"]+)\"").matcher(page.body());
        assertThat(uri.find()).isTrue();
        return uri.group(1).replace("&amp;", "&");
    }

    private PagesBrowser half(String language) {
        PagesBrowser browser = server.browser(language);
        assertThat(signIn(browser)).contains(PagesServer.MOUNT + "/second-factor/enrol");
        assertThat(KEY.matcher(browser.open("/second-factor/enrol").body()).find())
                .as("a key for opening a page")
                .isFalse();
        return browser;
    }

    private static String signIn(PagesBrowser browser) {
        browser.open("/sign-in");
        return browser.submit("/sign-in", Map.of("login", EMAIL, "password", PASSWORD))
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    private TotpGenerator phone(PagesBrowser browser) {
        HttpResponse<String> page = browser.submit("/second-factor/enrol", Map.of());
        assertThat(page.body()).contains("href=\"otpauth://totp/");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        String key = KEY.matcher(page.body())
                .results()
                .map(found -> found.group(1).replace(" ", ""))
                .findFirst()
                .orElseThrow();
        return TotpGenerator.of(key, server.kit.clock());
    }

    private static List<String> codes(HttpResponse<String> page) {
        return CODES.matcher(page.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String other(String code) {
        return (code.startsWith("0") ? "1" : "0") + code.substring(1);
    }
}
