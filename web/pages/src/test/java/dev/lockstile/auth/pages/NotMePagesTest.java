package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.notice.NoticeSettings;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.TotpGenerator;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of the link in a notice changes nothing when it is opened, and closes the account by its form. */
final class NotMePagesTest {

    private static final String ANA = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final Pattern LINK = Pattern.compile("/not-me[?]uid=([\\w-]+)&token=([\\w-]+)");

    @Test
    void opening_asks_and_the_form_closes_the_account_once() {
        try (PagesServer server = server()) {
            Matcher link = link(server);
            PagesBrowser browser = server.browser("en");
            String page = "/not-me?uid=" + link.group(1) + "&token=" + link.group(2);
            assertThat(browser.open(page).body()).contains("Secure your account?", "Secure my account", "This was me");
            server.kit.signIn(ANA, PASSWORD);
            Map<String, String> form = Map.of("uid", link.group(1), "token", link.group(2));
            HttpResponse<String> closed = browser.submit("/not-me", form);
            assertThat(closed.statusCode()).isEqualTo(200);
            assertThat(closed.body())
                    .contains(
                            "Your account is secured",
                            "All devices are signed out",
                            "We sent you a link to set a new one");
            assertThat(login(server, "192.0.2.7")).isFalse();
            assertThat(browser.open(page).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void a_factor_that_was_added_since_is_removed_and_named() {
        try (PagesServer server = server()) {
            Matcher link = link(server);
            Auth auth = server.kit.auth();
            Caller other = auth.sessions()
                    .authenticate(
                            server.kit.signIn(ANA, PASSWORD).tokens().access().reveal())
                    .orElseThrow();
            TotpEnrolment enrolment = auth.secondFactors().beginTotp(other).orElseThrow();
            TotpGenerator phone = TotpGenerator.of(enrolment.secret().reveal(), server.kit.clock());
            assertThat(auth.secondFactors()
                            .confirmTotp(other, enrolment.enrolmentId(), Secret.of(phone.code()))
                            .isDone())
                    .isTrue();
            PagesBrowser browser = server.browser("en");
            browser.open("/not-me?uid=" + link.group(1) + "&token=" + link.group(2));
            assertThat(browser.submit("/not-me", Map.of("uid", link.group(1), "token", link.group(2)))
                            .body())
                    .contains(
                            "<h1>Your account is secured</h1>",
                            "We removed these because they were added since then",
                            "Authenticator app");
            assertThat(login(server, "192.0.2.7")).as("the password is over").isFalse();
        }
    }

    @Test
    void a_made_up_link_closes_nothing() {
        try (PagesServer server = server()) {
            PagesBrowser browser = server.browser("en");
            HttpResponse<String> over = browser.open("/not-me?uid=MQ&token=none");
            assertThat(over.statusCode()).isEqualTo(400);
            assertThat(over.body())
                    .contains(
                            "This link no longer works",
                            "/sign-in\">Sign in</a>",
                            "/forgotten\">Forgot your password?</a>")
                    .doesNotContain("data-back");
            browser.open("/sign-in");
            assertThat(browser.submit("/not-me", Map.of("uid", "MQ", "token", "none"))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(login(server, "192.0.2.7")).isTrue();
        }
    }

    private static PagesServer server() {
        AuthTestKit kit = AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                .settings(AuthTestKit.settings())
                .secondFactors(SecondFactorSettings.optional())
                .signInNotices(NoticeSettings.of(URI.create("https://acme.example/account/not-me"))));
        kit.member(ANA, PASSWORD);
        return new PagesServer(kit, PageSettings.defaults());
    }

    private static Matcher link(PagesServer server) {
        login(server, "192.0.2.7");
        login(server, "203.0.113.9");
        Matcher link = LINK.matcher(server.kit.deliver().emails().last(ANA).text());
        assertThat(link.find()).isTrue();
        return link;
    }

    private static boolean login(PagesServer server, String address) {
        return server.kit
                .auth()
                .login()
                .signIn(new PasswordLogin.Request(ANA, Secret.of(PASSWORD), ClientInfo.web(address)))
                .isDone();
    }
}
