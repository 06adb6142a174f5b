package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.testkit.SentLink;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The pages that say to look for a message: the address, another message after a wait, and going on by themselves. */
class WaitingPagesTest {

    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final String WAIT = "You can request another message in 60 seconds.";
    private static final String NOW = "or request another message.";

    private final PagesServer server = PagesServer.with(PageSettings.defaults());
    private final PagesBrowser ana = server.browser("en");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_forgotten_password_ends_at_a_page_with_the_address_and_another_message() {
        server.kit.member(EMAIL, PASSWORD);
        ana.open("/forgotten");
        HttpResponse<String> sent = ana.submitAndFollow("/forgotten", Map.of("contact", EMAIL));
        assertThat(sent.body())
                .contains("data-wait", EMAIL, WAIT, "name=\"contact\" value=\"" + EMAIL + "\"")
                .contains("href=\"" + PagesServer.MOUNT + "/forgotten\"");
        server.kit.clock().advance(Duration.ofMinutes(2));
        assertThat(ana.open("/forgotten/sent").body()).contains(NOW);
        assertThat(location(server.browser("en").open("/forgotten/sent"))).isEqualTo("/forgotten");
    }

    @Test
    void a_link_page_has_the_address_and_goes_on_once_its_link_was_opened_in_another_window() {
        server.kit.member(EMAIL, PASSWORD);
        ana.open("/link");
        HttpResponse<String> sent = ana.submitAndFollow("/link", Map.of("email", EMAIL, "next", "/shop/orders"));
        assertThat(sent.body()).contains("data-wait", EMAIL, WAIT, "name=\"email\" value=\"" + EMAIL + "\"");
        assertThat(ana.head("/link/sent?next=/shop/orders").statusCode()).isEqualTo(200);
        ana.signedIn(EMAIL, PASSWORD);
        for (int looks = 0; looks < 2; looks++) {
            assertThat(location(ana.head("/link/sent?next=/shop/orders"))).isEqualTo("/shop/orders");
        }
    }

    @Test
    void a_registration_page_goes_on_once_the_address_was_proven_in_another_window() {
        ana.open("/register");
        HttpResponse<String> sent = ana.submitAndFollow(
                "/register", Map.of("first_name", "Ana", "email", EMAIL, "password", PASSWORD, "terms", "on"));
        assertThat(sent.body()).contains("data-wait", EMAIL, WAIT, "name=\"email\" value=\"" + EMAIL + "\"");
        PagesBrowser window = ana.twin();
        SentLink link = server.kit.deliver().emails().lastLink(EMAIL);
        assertThat(window.submit("/confirm", Map.of("uid", link.uid(), "token", link.token()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(ana.open("/register/sent").statusCode()).isEqualTo(200);
        assertThat(location(window.head("/register/sent"))).isEqualTo("/sign-in");
    }

    @Test
    void a_throttled_form_says_when_to_come_back() {
        String page = "";
        for (int tries = 0; tries < 40 && !page.contains("Too many attempts"); tries++) {
            ana.open("/sign-in");
            page = ana.submit("/sign-in", Map.of("login", EMAIL, "password", "wrong-" + tries))
                    .body();
        }
        assertThat(page).containsPattern("Too many attempts\\. Try again in \\d+ (minute|hour)");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(place -> place.replace(PagesServer.MOUNT, ""))
                .orElse(answer.statusCode() + " " + answer.body());
    }
}
