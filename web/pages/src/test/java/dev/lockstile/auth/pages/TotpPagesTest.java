package dev.lockstile.auth.pages;

import static dev.lockstile.auth.pages.PasskeyBrowser.location;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.model.IdentifierKind;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The own authenticator application on the account page. */
class TotpPagesTest extends TotpPagesFixture {

    private static final Pattern CODES = Pattern.compile("<code>((?:[0-9A-Z]{4}-){5}[0-9A-Z]{4})</code>");

    @ParameterizedTest
    @CsvSource({
        "en, That code isn’t right, Start over with a new key, This field is required",
        "es, El código no es válido, Empezar de nuevo con otra clave, Este campo es obligatorio",
        "pt, O código não é válido, Começar de novo com outra chave, Este campo é obrigatório"
    })
    void a_wrong_code_sets_nothing_up_and_shows_no_key_that_the_form_did_not_bring(
            String language, String words, String again, String required) {
        PagesBrowser ana = member(language);
        Begun begun = begin(ana);
        HttpResponse<String> empty = ana.submit(CONFIRM, Map.of("enrolment", begun.enrolment(), "code", " "));
        refused(empty, 400, required);
        HttpResponse<String> wrong = ana.submit(
                CONFIRM,
                Map.of(
                        "enrolment",
                        begun.enrolment(),
                        "code",
                        other(begun.phone().code())));
        refused(wrong, 401, words);
        assertThat(wrong.body()).contains(again, "value=\"" + begun.enrolment() + "\"");
        refused(
                ana.submit(
                        CONFIRM, Map.of("enrolment", "x", "code", begun.phone().code())),
                401,
                words);
        PagesBrowser elsewhere = member(language);
        elsewhere.open("/account");
        refused(
                elsewhere.submit(
                        CONFIRM,
                        Map.of(
                                "enrolment",
                                begun.enrolment(),
                                "code",
                                begun.phone().code())),
                401,
                words);
        assertThat(member(language).open("/account").body())
                .as("no second factor yet")
                .contains("<form method=\"post\" action=\"/shop/account/account/totp\">");
        assertThat(codes(ana.submit(
                        CONFIRM,
                        Map.of(
                                "enrolment",
                                begun.enrolment(),
                                "code",
                                begun.phone().code()))))
                .as("the right one after it")
                .hasSize(10);
    }

    @ParameterizedTest
    @CsvSource({
        "en, is already set up, Verify your email address or phone number first",
        "es, Ya hay una aplicación, Primero verifica tu correo o tu teléfono",
        "pt, Já há um aplicativo, Primeiro verifique seu e-mail ou telefone"
    })
    void a_second_application_and_an_account_with_nothing_proven_are_refused_in_words(
            String language, String second, String unproven) {
        PagesBrowser ana = member(language);
        setUp(ana);
        ana.open("/account");
        refused(ana.submit(PATH, Map.of()), 409, second);
        server.kit.member("bea@example.com", PASSWORD);
        PagesBrowser bea = server.browser(language).signedIn("bea@example.com", PASSWORD);
        disown("bea@example.com");
        bea.open(PATH);
        refused(bea.submit(PATH, Map.of()), 403, unproven);
    }

    @ParameterizedTest
    @CsvSource({
        "en, >Off<, QR code for the key, Authenticator app set up., Authenticator app removed.",
        "es, >Desactivada<, Código QR de la clave, quedó configurada;, se quitó;",
        "pt, >Desativado<, Código QR da chave, foi configurado;, foi removido;"
    })
    void one_is_set_up_used_and_removed(String language, String off, String image, String added, String removed) {
        PagesBrowser ana = member(language);
        assertThat(ana.open("/account").body()).contains(off).doesNotContain("recovery-codes\"");
        Begun begun = begin(ana);
        assertThat(begun.page().body()).contains("role=\"img\" aria-label=\"" + image, "href=\"otpauth://totp/");
        assertThat(begun.page().headers().firstValue("Cache-Control")).contains("no-store");
        HttpResponse<String> shown = ana.submit(
                CONFIRM,
                Map.of("enrolment", begun.enrolment(), "code", begun.phone().code()));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(codes(shown)).hasSize(10).doesNotHaveDuplicates();
        assertThat(location(ana.submit("/second-factor/kept", Map.of("next", "/shop/account/account"))))
                .isEqualTo("/shop/account/account");
        HttpResponse<String> account = ana.open("/account");
        assertThat(account.body()).contains(added, "10", "recovery-codes\"").doesNotContain(off);
        assertThat(codes(account)).isEmpty();
        server.kit.clock().advance(Duration.ofMinutes(1));
        PagesBrowser later = signedInBy(begun.phone().code(), language);
        later.open("/account");
        assertThat(location(later.submit(REMOVE, Map.of()))).isEqualTo("/shop/account/account");
        assertThat(later.open("/account").body()).contains(removed, off).doesNotContain("recovery-codes\"");
        assertThat(member(language).open("/account").statusCode())
                .as("the password is enough again")
                .isEqualTo(200);
        assertThat(server.kit.deliver().emails().last(EMAIL).subject()).isNotEmpty();
    }

    private PagesBrowser signedInBy(String code, String language) {
        PagesBrowser browser = server.browser(language);
        browser.open("/sign-in");
        browser.submit("/sign-in", Map.of("login", EMAIL, "password", PASSWORD));
        browser.open("/second-factor");
        assertThat(browser.submit("/second-factor", Map.of("factor", code)).statusCode())
                .isEqualTo(303);
        return browser;
    }

    private void disown(String email) {
        String key = IdentifierRules.standard().email(email).orElseThrow().key();
        store.<Boolean>alone(tx -> tx.users()
                .disown(
                        tx.users()
                                .byKey(IdentifierKind.EMAIL, key)
                                .orElseThrow()
                                .info()
                                .id(),
                        IdentifierKind.EMAIL,
                        key,
                        email));
    }

    private static List<String> codes(HttpResponse<String> page) {
        return CODES.matcher(page.body()).results().map(found -> found.group(1)).toList();
    }

    private static String other(String code) {
        return (code.startsWith("0") ? "1" : "0") + code.substring(1);
    }

    private static void refused(HttpResponse<String> page, int status, String words) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(status);
        assertThat(page.body()).contains(words);
        assertThat(KEY.matcher(page.body()).find()).as("the key again").isFalse();
    }
}
