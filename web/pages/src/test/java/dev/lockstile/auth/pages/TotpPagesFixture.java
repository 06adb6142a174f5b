package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.TotpGenerator;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Pages on a host with second factors, and a person who sets an authenticator application up. */
abstract class TotpPagesFixture {

    static final String EMAIL = "ana@example.com";

    static final String PASSWORD = "plum-harbour-4417";

    static final String PATH = "/account/totp";

    static final String CONFIRM = "/account/totp/confirm";

    static final String REMOVE = "/account/totp/remove";

    static final Pattern KEY = Pattern.compile("<code class=\"key\">([A-Z2-7 ]{39})</code>");

    static final Pattern ENROLMENT = Pattern.compile("name=\"enrolment\" value=\"([^\"]+)\"");

    final InMemoryAuthStore store = new InMemoryAuthStore();

    final PagesServer server = new PagesServer(
            AuthTestKit.of(Auth.builder(store)
                    .settings(AuthTestKit.settings())
                    .secondFactors(SecondFactorSettings.optional())),
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

    TotpGenerator setUp(PagesBrowser browser) {
        Begun begun = begin(browser);
        HttpResponse<String> shown = browser.submit(
                CONFIRM,
                Map.of("enrolment", begun.enrolment(), "code", begun.phone().code()));
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        return begun.phone();
    }

    Begun begin(PagesBrowser browser) {
        HttpResponse<String> opened = browser.open(PATH);
        assertThat(KEY.matcher(opened.body()).find())
                .as("a key for opening a page")
                .isFalse();
        HttpResponse<String> page = browser.submit(PATH, Map.of());
        return new Begun(page, found(ENROLMENT, page), TotpGenerator.of(found(KEY, page), server.kit.clock()));
    }

    static String found(Pattern pattern, HttpResponse<String> page) {
        Matcher found = pattern.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1).replace(" ", "");
    }

    PagesBrowser member(String language) {
        return server.browser(language).signedIn(EMAIL, PASSWORD);
    }

    record Begun(HttpResponse<String> page, String enrolment, TotpGenerator phone) {}
}
