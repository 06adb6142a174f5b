package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.testkit.SentLink;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people at one browser: nothing of the first one is left to the second one. */
final class SharedBrowserTest {

    private static final String ANA = "ana@example.com";
    private static final String BEA = "bea@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final String TYPED = "shelter@example.com";

    private final PagesServer server = PagesServer.with(PageSettings.defaults());
    private final PagesBrowser browser = server.browser("en");

    @BeforeEach
    void register() {
        server.kit.member(ANA, PASSWORD);
        server.kit.clock().advance(Duration.ofMinutes(5));
        server.kit.member(BEA, PASSWORD);
        server.kit.clock().advance(Duration.ofMinutes(5));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_change_that_waits_for_its_code_is_shown_to_its_account_alone() {
        browser.signedIn(ANA, PASSWORD).open("/account/change");
        browser.submit("/account/change", Map.of("contact", TYPED));
        assertThat(browser.open("/account/change/confirm").body()).contains(TYPED);
        browser.submit("/sign-out", Map.of());
        browser.signedIn(BEA, PASSWORD);
        HttpResponse<String> other = browser.open("/account/change/confirm");
        assertThat(other.statusCode()).isEqualTo(303);
        assertThat(other.body()).doesNotContain(TYPED);
        browser.open("/account");
        browser.submit("/sign-out", Map.of());
        browser.signedIn(ANA, PASSWORD);
        assertThat(browser.open("/account/change/confirm").body()).contains(TYPED);
        String code = server.kit.deliver().emails().lastCode(TYPED);
        assertThat(browser.submitAndFollow("/account/change/confirm", Map.of("code", code))
                        .body())
                .contains(TYPED);
    }

    @Test
    void an_address_that_waits_for_a_code_is_gone_after_a_sign_in_and_a_sign_out() {
        browser.open("/code");
        browser.submit("/code", Map.of("contact", TYPED));
        assertThat(browser.open("/code").body()).contains(TYPED);
        browser.signedIn(BEA, PASSWORD);
        assertThat(browser.open("/code").body()).doesNotContain(TYPED);
    }

    @Test
    void a_sign_in_ends_the_session_that_this_browser_had() {
        PagesBrowser earlier = browser.signedIn(ANA, PASSWORD).twin();
        browser.open("/");
        browser.submit("/sign-in", Map.of("login", BEA, "password", PASSWORD));
        assertThat(browser.open("/account").body()).contains(BEA);
        assertThat(earlier.open("/account").statusCode())
                .as("a copy of its cookies")
                .isEqualTo(303);
        PagesBrowser own = browser.twin();
        browser.open("/");
        browser.submit("/sign-in", Map.of("login", BEA, "password", PASSWORD));
        assertThat(browser.open("/account").body()).contains("this device").doesNotContain("/account/sessions/end\"");
        assertThat(own.open("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void a_sign_in_marks_the_browser_anew() {
        browser.open("/sign-in");
        String before = browser.cookie("__Host-visit");
        browser.submit("/sign-in", Map.of("login", ANA, "password", PASSWORD));
        assertThat(before).isNotEmpty();
        assertThat(browser.cookie("__Host-visit")).doesNotStartWith(before).isNotEmpty();
    }

    @Test
    void another_profile_of_the_same_session_ends_nothing() {
        browser.signedIn(ANA, PASSWORD).open("/account/profile");
        browser.submit("/account/profile", Map.of("first_name", "Ana", "label", "Work"));
        String page = browser.open("/account").body();
        String id = page.replaceAll("(?s).*/account/profile/switch\".*?name=\"id\" value=\"([^\"]+)\".*", "$1");
        assertThat(browser.submitAndFollow("/account/profile/switch", Map.of("id", id))
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.open("/account").body()).contains("this device");
    }

    @Test
    void a_reset_of_another_account_says_whose_it_is_and_ends_the_session_that_this_browser_had() {
        browser.open("/forgotten");
        browser.submit("/forgotten", Map.of("contact", BEA));
        SentLink link = server.kit.deliver().emails().lastLink(BEA);
        PagesBrowser earlier = browser.signedIn(ANA, PASSWORD).twin();
        Map<String, String> form = new HashMap<>(Map.of("uid", link.uid(), "token", link.token()));
        form.put("new_password", "quince-meadow-5521");
        form.put("new_password_confirm", "quince-meadow-5521");
        String whose = "<strong>" + BEA + "</strong>";
        assertThat(browser.open("/reset?uid=" + link.uid() + "&token=" + link.token())
                        .body())
                .contains(whose);
        Map<String, String> mistyped = new HashMap<>(form);
        mistyped.put("new_password_confirm", "x");
        assertThat(browser.submit("/reset", mistyped).body()).contains(whose);
        browser.submit("/reset", form);
        assertThat(browser.open("/account").body()).contains(BEA);
        assertThat(earlier.open("/account").statusCode()).isEqualTo(303);
    }
}
