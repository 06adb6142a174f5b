package dev.lockstile.auth.pages;

import static dev.lockstile.auth.pages.PagesServer.MOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.testkit.contract.ParallelRun;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A form of a sign-in that a browser sends twice ends in one session, whichever answer the browser keeps. */
final class DoubleClickTest {

    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    private final PagesServer server = PagesServer.with(PageSettings.defaults());

    @BeforeEach
    void register() {
        server.kit.member(EMAIL, PASSWORD);
        server.kit.clock().advance(Duration.ofMinutes(2));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void two_clicks_on_a_code_at_once_are_both_signed_in_to_one_session() {
        for (int round = 0; round < 3; round++) {
            PagesBrowser browser = asked();
            Map<String, String> form = Map.of("code", code());
            List<PagesBrowser> twins = List.of(browser.twin(), browser.twin());
            List<HttpResponse<String>> answers =
                    ParallelRun.run(2, n -> twins.get(n).submit("/code/verify", form));
            assertThat(answers).as("round " + round).allSatisfy(DoubleClickTest::isSignedIn);
            assertThat(sessions(twins)).as("refresh tokens").hasSize(1);
            assertThat(twins)
                    .allSatisfy(twin ->
                            assertThat(twin.open("/account").statusCode()).isEqualTo(200));
            server.kit.clock().advance(Duration.ofMinutes(2));
        }
    }

    @Test
    void a_second_click_after_the_answer_gets_the_same_for_ten_seconds() {
        PagesBrowser browser = asked();
        PagesBrowser twin = browser.twin();
        PagesBrowser late = browser.twin();
        Map<String, String> form = Map.of("code", code());
        isSignedIn(browser.submit("/code/verify", form));
        server.kit.clock().advance(Duration.ofSeconds(9));
        isSignedIn(twin.submit("/code/verify", form));
        assertThat(sessions(List.of(browser, twin))).hasSize(1);
        server.kit.clock().advance(Duration.ofSeconds(1));
        assertThat(late.submit("/code/verify", form).statusCode()).isEqualTo(401);
    }

    @Test
    void the_code_without_the_cookie_gets_nothing() {
        PagesBrowser browser = asked();
        PagesBrowser thief = server.browser("en");
        thief.open("/code");
        thief.take("__Host-code", browser);
        Map<String, String> form = Map.of("code", code());
        isSignedIn(browser.submit("/code/verify", form));
        HttpResponse<String> refused = thief.submit("/code/verify", form);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(thief.cookie("__Host-access")).isEmpty();
        assertThat(thief.cookie("__Host-refresh")).isEmpty();
    }

    @Test
    void two_clicks_on_a_password_open_one_session() {
        PagesBrowser browser = server.browser("en");
        browser.open("/sign-in");
        List<PagesBrowser> twins = List.of(browser.twin(), browser.twin());
        Map<String, String> form = Map.of("login", EMAIL, "password", PASSWORD);
        ParallelRun.run(2, n -> twins.get(n).submit("/sign-in", form)).forEach(DoubleClickTest::isSignedIn);
        assertThat(sessions(twins)).hasSize(1);
        assertThat(twins.get(0).open("/account").body())
                .contains("this device")
                .doesNotContain("/account/sessions/end\"");
    }

    @Test
    void a_click_with_the_cookies_of_the_first_answer_goes_where_that_one_led() {
        PagesBrowser browser = server.browser("en");
        browser.open("/sign-in?next=" + MOUNT + "/account/password");
        Map<String, String> form = Map.of("login", EMAIL, "password", PASSWORD, "next", MOUNT + "/account/password");
        Map<String, String> second = new HashMap<>(form);
        second.put("csrf", browser.formToken());
        browser.submit("/sign-in", form);
        String access = browser.cookie("__Host-access");
        HttpResponse<String> again = browser.submit("/sign-in", second);
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(again.headers().firstValue("Location")).contains(MOUNT + "/account/password");
        assertThat(browser.cookie("__Host-access")).isEqualTo(access);
        assertThat(browser.submitFromElsewhere("/sign-in", second).statusCode()).isEqualTo(403);
        assertThat(browser.submit("/account/password", Map.of("csrf", "x")).statusCode())
                .isEqualTo(403);
        assertThat(browser.submit("/sign-in", Map.of("csrf", "x")).statusCode()).isEqualTo(403);
        PagesBrowser other = server.browser("en").signedIn(EMAIL, PASSWORD);
        assertThat(other.submit("/sign-in", second).statusCode()).isEqualTo(403);
        server.kit.clock().advance(Duration.ofSeconds(10));
        assertThat(browser.submit("/sign-in", second).statusCode()).isEqualTo(403);
    }

    private PagesBrowser asked() {
        PagesBrowser browser = server.browser("en");
        browser.open("/code");
        assertThat(browser.submit("/code", Map.of("contact", EMAIL)).statusCode())
                .isEqualTo(303);
        browser.open("/code/verify");
        return browser;
    }

    private String code() {
        return server.kit.deliver().emails().lastCode(EMAIL);
    }

    private static void isSignedIn(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(MOUNT + "/account");
    }

    private static Set<String> sessions(List<PagesBrowser> browsers) {
        Set<String> tokens = new HashSet<>();
        browsers.forEach(browser -> tokens.add(browser.cookie("__Host-refresh")));
        return tokens;
    }
}
