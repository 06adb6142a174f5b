package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.throttle.ThrottleSettings;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The history of the own account, and what the owner of an account sets. */
class ActivityPagesTest {

    private static final String ANA = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    private static final String SAFARI = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Version/26.0 Safari/605.1.15";

    private final ListenedTrail trail = new ListenedTrail();
    private final PagesServer server = new PagesServer(
            AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                    .settings(AuthTestKit.settings()
                            .withThrottles(ThrottleSettings.owasp().turnEverythingOff()))
                    .audit(trail)),
            PageSettings.defaults());

    @AfterEach
    void close() {
        server.close();
    }

    private PagesBrowser ana() {
        server.kit.member(ANA, PASSWORD);
        return server.browser("en").signedIn(ANA, PASSWORD);
    }

    @Test
    void a_person_sees_sign_ins_refusals_and_changes_of_the_own_account_alone() {
        PagesBrowser ana = ana();
        server.kit.member("bea@example.com", PASSWORD);
        PagesBrowser other = server.browser("en");
        other.open("/sign-in");
        other.submit("/sign-in", Map.of("login", ANA, "password", "wrong-harbour-4417"));
        server.kit
                .auth()
                .admin()
                .endSessions(
                        server.kit.signIn("bea@example.com", PASSWORD).user().id());
        assertThat(ana.open("/account").body()).contains("/account/activity\">Sign-in history");
        String page = ana.open("/account/activity").body();
        assertThat(page)
                .contains("<strong>Signed in with a password</strong> <span class=\"tag good\">this device</span>")
                .contains("<strong>Sign-in refused: wrong password</strong>")
                .doesNotContain("bea@", "INVALID", "authn_");
    }

    @Test
    void a_sign_in_tells_its_device_when_its_session_is_over() {
        PagesBrowser ana = ana();
        PagesBrowser other = server.browser("en").saying(SAFARI).signedIn(ANA, PASSWORD);
        other.open("/account");
        other.submit("/sign-out", Map.of());
        assertThat(ana.open("/account/activity").body())
                .containsPattern("Signed in with a password</strong>\\s*<br>[^§]*? · Safari on macOS")
                .containsPattern("You signed out</strong>\\s*<br>[^§]*? · Safari on macOS");
    }

    @Test
    void steps_of_a_set_up_are_one_row_and_a_refused_one_has_its_own() {
        PagesBrowser ana = ana();
        UserId user = server.kit.signIn(ANA, PASSWORD).user().id();
        for (int i = 0; i < 25; i++) {
            trail.told.add(new AuthEvent.Done(server.kit.clock().instant(), Operation.FACTOR_CHANGE, user, null));
        }
        assertThat(ana.open("/account/activity").body())
                .as("a page of nothing else is not empty")
                .containsOnlyOnce("Sign-in method set up, checked or renamed")
                .contains("25 times");
        trail.told.add(
                new AuthEvent.Refused(server.kit.clock().instant(), Operation.FACTOR_CHANGE, user, null, "throttled"));
        assertThat(ana.open("/account/activity").body())
                .containsOnlyOnce("Sign-in method set up, checked or renamed")
                .contains("24 times", "Sign-in method change refused");
    }

    @Test
    void an_act_of_the_administration_is_told_without_who_and_why() {
        PagesBrowser ana = ana();
        trail.told.clear();
        UserId user = server.kit.signIn(ANA, PASSWORD).user().id();
        server.kit.auth().admin().setRole(user, "EDITOR");
        assertThat(ana.open("/account/activity").body()).contains("Role changed");
    }

    @Test
    void the_history_is_paged() {
        PagesBrowser ana = ana();
        UserId user = server.kit.signIn(ANA, PASSWORD).user().id();
        for (int n = 0; n < 30; n++) {
            trail.told.add(new AuthEvent.SignInFailed(server.kit.clock().instant(), user, "password", "UNKNOWN"));
        }
        String first = ana.open("/account/activity").body();
        String next = first.replaceAll("(?s).*rel=\"next\" href=\"" + PagesServer.MOUNT + "([^\"]*)\".*", "$1");
        assertThat(ana.open(next.replace("&amp;", "&")).body()).contains("Account created", ">First page<");
    }

    @Test
    void a_host_without_a_trail_that_is_read_has_no_history() {
        try (PagesServer none = PagesServer.with(PageSettings.defaults())) {
            none.kit.member(ANA, PASSWORD);
            PagesBrowser browser = none.browser("en").signedIn(ANA, PASSWORD);
            assertThat(browser.open("/account").body()).doesNotContain("/account/activity");
            assertThat(browser.open("/account/activity").statusCode()).isEqualTo(404);
        }
    }
}
