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
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recovery codes on the account page: how many are left, and new ones. */
class RecoveryCodePagesTest {

    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final String PATH = "/account/recovery-codes";
    private static final String PROVE = "/shop/account/prove?next=/shop/account/account/recovery-codes";
    private static final Pattern CODES = Pattern.compile("<code>((?:[0-9A-Z]{4}-){5}[0-9A-Z]{4})</code>");

    private final PagesServer server = new PagesServer(
            AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                    .settings(AuthTestKit.settings())
                    .secondFactors(SecondFactorSettings.optional())
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
    void nobody_makes_codes_without_a_session_a_form_of_ours_and_a_fresh_proof_of_the_second_factor() {
        PagesBrowser nobody = server.browser("en");
        nobody.open("/sign-in");
        assertThat(location(nobody.open(PATH))).contains("/sign-in?next=");
        assertThat(location(nobody.submit(PATH, Map.of()))).contains("/sign-in?next=");
        PasskeyBrowser ana = member("en");
        ana.add("phone");
        assertThat(location(ana.browser().open(PATH)))
                .as("the password is one factor")
                .isEqualTo(PROVE);
        ana.browser().open("/account");
        assertThat(location(ana.browser().submit(PATH, Map.of()))).isEqualTo(PROVE);
        PasskeyBrowser in = proven(ana, "en");
        assertThat(in.browser().submit(PATH, Map.of("csrf", "forged")).statusCode())
                .isEqualTo(403);
        assertThat(in.browser().submitFromElsewhere(PATH, Map.of()).statusCode())
                .isEqualTo(403);
        server.kit.clock().advance(Duration.ofMinutes(11));
        assertThat(location(in.browser().open(PATH))).as("no longer fresh").isEqualTo(PROVE);
        in.browser().open("/account");
        assertThat(location(in.browser().submit(PATH, Map.of()))).isEqualTo(PROVE);
        assertThat(in.browser().open("/account").body()).contains("10 codes left");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Set up a second step first",
        "es, Primero configura uno",
        "pt, Configure um primeiro",
    })
    void an_account_without_a_second_factor_has_no_codes_to_make(String language, String words) {
        PagesBrowser ana = member(language).browser();
        assertThat(ana.open("/account").body()).doesNotContain("recovery-codes\"");
        ana.open(PATH);
        HttpResponse<String> refused = ana.submit(PATH, Map.of());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains(words);
        assertThat(codes(refused)).isEmpty();
    }

    @Test
    void a_host_without_second_factors_has_no_such_page() {
        try (PagesServer plain = PagesServer.with(PageSettings.defaults())) {
            plain.kit.member(EMAIL, PASSWORD);
            PagesBrowser ana = plain.browser("en").signedIn(EMAIL, PASSWORD);
            assertThat(ana.open("/account").body()).doesNotContain(PATH, "Second factor");
            assertThat(ana.open(PATH).statusCode()).isEqualTo(404);
            ana.open("/account");
            assertThat(ana.submit(PATH, Map.of()).statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, Create new codes, No codes left, 10 codes left, 9 codes left",
        "es, Crear códigos nuevos, No quedan códigos, Quedan 10 códigos, Quedan 9 códigos",
        "pt, Criar códigos novos, Não restam códigos, Restam 10 códigos, Restam 9 códigos"
    })
    void new_codes_are_shown_once_and_end_those_before(
            String language, String button, String none, String ten, String nine) {
        PasskeyBrowser ana = member(language);
        String before = codes(ana.add("phone")).get(0);
        PasskeyBrowser in = proven(ana, language);
        assertThat(in.browser().open("/account").body()).contains(button, ten).doesNotContain(none);
        assertThat(in.browser().open(PATH).body()).contains(button, "<html lang=\"" + language);
        HttpResponse<String> first = in.browser().submit(PATH, Map.of());
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(codes(first)).hasSize(10).doesNotHaveDuplicates().doesNotContain(before);
        assertThat(first.body()).contains("name=\"next\" value=\"/shop/account/account\"");
        assertThat(location(in.browser().submit("/second-factor/kept", Map.of("next", "/shop/account/account"))))
                .isEqualTo("/shop/account/account");
        assertThat(in.browser().open("/account").body()).contains(ten);
        assertThat(in.browser().open(PATH).body()).contains(ten);
        HttpResponse<String> second = in.browser().submit(PATH, Map.of());
        for (String path : List.of(PATH, "/account", "/second-factor")) {
            assertThat(codes(in.browser().open(path))).as(path).isEmpty();
        }
        assertThat(signInBy(codes(first).get(0)).statusCode())
                .as("of the set before")
                .isEqualTo(401);
        assertThat(signInBy(codes(second).get(0)).statusCode()).isEqualTo(303);
        assertThat(in.browser().open("/account").body()).contains(nine);
        assertThat(server.kit.deliver().emails().last(EMAIL).subject()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en, This will also be your second step, Lost your passkey?",
        "es, Será tu segundo factor, ¿Perdiste tu llave de acceso?",
        "pt, Será o seu segundo fator, Perdeu sua chave de acesso?"
    })
    void the_first_passkey_brings_codes_and_each_of_them_stands_in_for_it(String language, String first, String lost) {
        PasskeyBrowser ana = member(language);
        assertThat(ana.browser().open("/account/passkeys/add").body()).contains(first);
        HttpResponse<String> added = ana.add("phone");
        assertThat(added.headers().firstValue("Cache-Control")).contains("no-store");
        List<String> codes = codes(added);
        assertThat(codes).hasSize(10);
        assertThat(ana.browser().open("/account/passkeys/add").body())
                .as("the proof of the passkey that was added")
                .doesNotContain(first);
        PasskeyBrowser elsewhere = ana.in(server.browser(language)).half(EMAIL, PASSWORD);
        assertThat(elsewhere.browser().open("/second-factor").body()).contains(lost);
        assertThat(elsewhere
                        .browser()
                        .submit("/second-factor", Map.of("factor", codes.get(0)))
                        .statusCode())
                .isEqualTo(303);
        server.kit.clock().advance(Duration.ofMinutes(11));
        assertThat(elsewhere.browser().open("/prove").body()).contains(lost);
        assertThat(location(elsewhere.browser().submit("/prove", Map.of("factor", codes.get(1)))))
                .isEqualTo("/shop/account/account");
    }

    private HttpResponse<String> signInBy(String code) {
        PagesBrowser browser = server.browser("en");
        browser.open("/sign-in");
        browser.submit("/sign-in", Map.of("login", EMAIL, "password", PASSWORD));
        browser.open("/second-factor");
        return browser.submit("/second-factor", Map.of("factor", code));
    }

    /** Signs in with the passkey in a new browser, so that the session is one of both factors. */
    private PasskeyBrowser proven(PasskeyBrowser owner, String language) {
        PasskeyBrowser in = owner.in(server.browser(language));
        assertThat(in.signIn().statusCode()).isEqualTo(303);
        in.browser().open("/account");
        return in;
    }

    private static List<String> codes(HttpResponse<String> page) {
        return CODES.matcher(page.body()).results().map(found -> found.group(1)).toList();
    }

    private PasskeyBrowser member(String language) {
        return PasskeyBrowser.of(server.browser(language).signedIn(EMAIL, PASSWORD));
    }
}
