package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who does not get what was typed into a form, and what is never kept. */
final class KeptFormRefusalsTest extends KeptFormsFixture {

    @Test
    void another_account_in_this_browser_gets_nothing_and_ends_it() {
        PagesBrowser browser = signedIn(ANA);
        browser.open(PROFILE);
        end(ANA);
        showsNothing(signInAgain(browser, browser.submit(PROFILE, TYPED), BEA));
        assertThat(browser.cookie(KEPT)).isEmpty();
        browser.open("/account");
        browser.submit("/sign-out", Map.of());
        browser.signedIn(ANA, PASSWORD);
        showsNothing(browser.open(PROFILE));
    }

    @Test
    void a_form_of_another_account_is_refused_where_the_browser_is_signed_in() {
        PagesBrowser browser = signedIn(ANA);
        browser.open(PROFILE);
        String token = browser.formToken();
        browser.open("/account");
        browser.submit("/sign-out", Map.of());
        browser.signedIn(BEA, PASSWORD);
        assertThat(browser.submit(PROFILE, with("csrf", token)).statusCode()).isEqualTo(403);
        assertThat(browser.cookie(KEPT)).isEmpty();
        showsNothing(browser.open(PROFILE));
    }

    @Test
    void a_cookie_that_another_account_got_is_worth_nothing() {
        PagesBrowser bea = signedIn(BEA);
        bea.open(PROFILE);
        end(BEA);
        bea.submit(PROFILE, TYPED);
        PagesBrowser ana = signedIn(ANA);
        ana.plant(KEPT, bea.cookie(KEPT));
        showsNothing(ana.open(PROFILE));
        ana.plant(KEPT, "1.x");
        showsNothing(ana.open(PROFILE));
        ana.plant(KEPT, "AAAA");
        showsNothing(ana.open(PROFILE));
    }

    @Test
    void the_cookie_tells_nothing_and_no_address_does() {
        PagesBrowser ana = signedIn(ANA);
        ana.open(PROFILE);
        end(ANA);
        HttpResponse<String> led = ana.submit(PROFILE, TYPED);
        assertThat(location(led)).doesNotContain("Anast", "Night", "A 7");
        String kept = led.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(KEPT + "="))
                .findFirst()
                .orElseThrow();
        assertThat(kept).contains("; HttpOnly", "; Secure", "; Max-Age=900").hasSizeLessThan(4096);
        String text = new String(
                Base64.getUrlDecoder().decode(ana.cookie(KEPT).replaceAll(".*\\.", "")), StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain("Anast", "Night", PROFILE);
    }

    @ParameterizedTest
    @CsvSource({
        "/account/password, old_password",
        "/account/password/set, new_password",
        "/account/delete, password",
        "/prove, password",
        "/prove, code",
        "/account/change/confirm, code",
        "/account/profile, password",
        "/account/profile, csrf_token",
        "/account/profile, own_unknown"
    })
    void secrets_and_fields_that_no_form_has_are_not_kept(String form, String field) {
        PagesBrowser ana = signedIn(ANA);
        ana.open("/account");
        end(ANA);
        String secret = "QUINCE5521";
        HttpResponse<String> page = signInAgain(ana, ana.submit(form, Map.of(field, secret)), ANA);
        assertThat(page.body()).doesNotContain(secret);
        if (!form.equals(PROFILE)) {
            assertThat(ana.cookie(KEPT)).isEmpty();
        }
    }

    @Test
    void the_form_of_another_site_and_one_without_its_token_are_not_kept() {
        PagesBrowser ana = signedIn(ANA);
        ana.open(PROFILE);
        assertThat(ana.submitFromElsewhere(PROFILE, TYPED).statusCode()).isEqualTo(403);
        assertThat(ana.submit(PROFILE, with("csrf", "x")).statusCode()).isEqualTo(403);
        end(ANA);
        assertThat(ana.submitFromElsewhere(PROFILE, TYPED).statusCode()).isEqualTo(403);
        server.kit.clock().advance(Duration.ofHours(1));
        assertThat(ana.submitFromElsewhere(PROFILE, TYPED).statusCode()).isEqualTo(403);
        for (String token : new String[] {"", "x", "x.y", "x.1.y", "x.9999999999999999999.y"}) {
            ana.submit(PROFILE, with("csrf", token));
        }
        ana.signedIn(ANA, PASSWORD);
        showsNothing(ana.open(PROFILE));
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 60})
    void it_ends_after_a_quarter_of_an_hour(int minutes) {
        PagesBrowser ana = signedIn(ANA);
        ana.open(PROFILE);
        end(ANA);
        HttpResponse<String> led = ana.submit(PROFILE, TYPED);
        server.kit.clock().advance(Duration.ofMinutes(minutes));
        HttpResponse<String> form = signInAgain(ana, led, ANA);
        if (minutes < 15) {
            showsWhatWasTyped(form);
        } else {
            showsNothing(form);
        }
    }

    @Test
    void a_form_that_was_opened_more_than_a_week_ago_is_not_kept() {
        PagesBrowser ana = signedIn(ANA);
        ana.open(PROFILE);
        server.kit.clock().advance(Duration.ofDays(8));
        end(ANA);
        showsNothing(signInAgain(ana, ana.submit(PROFILE, TYPED), ANA));
    }

    @Test
    void what_does_not_fit_into_a_cookie_is_not_kept() {
        PagesBrowser ana = signedIn(ANA);
        ana.open(PROFILE);
        end(ANA);
        showsNothing(signInAgain(ana, ana.submit(PROFILE, with("own_badge", "A".repeat(4000))), ANA));
    }

    @Test
    void a_sign_out_ends_it() {
        PagesBrowser ana = signedIn(ANA);
        ana.open(PROFILE);
        end(ANA);
        signInAgain(ana, ana.submit(PROFILE, TYPED), ANA);
        ana.submit("/sign-out", Map.of());
        assertThat(ana.cookie(KEPT)).isEmpty();
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> all = new HashMap<>(TYPED);
        all.put(name, value);
        return all;
    }
}
