package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.account.SignUpSettings;
import dev.lockstile.auth.http.AuthServlet;
import dev.lockstile.auth.http.settings.EndpointGroup;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.TestSocialProvider;
import jakarta.servlet.Servlet;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

/** Pages of a host without registration. */
class ClosedPagesTest {

    private static final HttpSettings OPEN_ENDPOINTS = HttpSettings.defaults();
    private static final HttpSettings CLOSED_ENDPOINTS = OPEN_ENDPOINTS.without(EndpointGroup.SIGN_UP);
    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    @Test
    void nobody_registers_and_no_link_leads_there() {
        try (PagesServer server = PagesServer.with(PageSettings.defaults().withoutSignUp())) {
            PagesBrowser browser = server.browser("en");
            for (String path : List.of("/register", "/register/sent", "/confirm?uid=a&token=b")) {
                assertThat(browser.open(path).statusCode()).as(path).isEqualTo(404);
            }
            for (String path : List.of("/", "/sign-in", "/code", "/forgotten", "/nowhere")) {
                assertThat(browser.open(path).body()).as(path).doesNotContain("/register", "/confirm");
            }
            browser.open("/sign-in");
            for (String form :
                    List.of("/register", "/register/resend", "/confirm", "/confirm/code", "/admin/user/resend")) {
                HttpResponse<String> answer = browser.submit(
                        form,
                        Map.of(
                                "first_name",
                                "Ana",
                                "last_name_1",
                                "Ruiz",
                                "email",
                                EMAIL,
                                "password",
                                PASSWORD,
                                "password_confirm",
                                PASSWORD,
                                "terms",
                                "on"));
                assertThat(answer.statusCode()).as(form).isEqualTo(404);
            }
            assertThat(server.kit.deliver().emails().messages()).isEmpty();
            server.kit.member(EMAIL, PASSWORD);
            assertThat(browser.signedIn(EMAIL, PASSWORD).open("/account").body())
                    .contains(EMAIL)
                    .doesNotContain("/register");
        }
    }

    @Test
    void pages_as_the_endpoints_are_have_no_registration_when_they_have_none() {
        for (HttpSettings endpoints : List.of(CLOSED_ENDPOINTS, OPEN_ENDPOINTS.without(EndpointGroup.PASSWORDS))) {
            try (PagesServer server = PagesServer.with(PageSettings.from(endpoints))) {
                assertThat(server.browser("en").open("/register").statusCode()).isEqualTo(404);
            }
        }
        try (PagesServer server = PagesServer.with(PageSettings.from(OPEN_ENDPOINTS))) {
            assertThat(server.browser("en").open("/register").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void closed_pages_are_not_made_where_a_code_opens_accounts() {
        try (AuthTestKit kit = AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                .settings(AuthTestKit.settings()
                        .withSignUp(SignUpSettings.strict().allowSignUpByCode())))) {
            assertThatThrownBy(() ->
                            new PagesServlet(kit.auth(), PageSettings.defaults().withoutSignUp()))
                    .isInstanceOf(AuthSetupException.class)
                    .hasMessageContaining("sign-up-by-code");
            assertThatCode(() -> new PagesServlet(kit.auth(), PageSettings.defaults()))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void closed_pages_are_not_made_where_another_site_opens_accounts() {
        SocialSettings sites = SocialSettings.of(TestSocialProvider.named("corp"));
        try (AuthTestKit kit = AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                .settings(AuthTestKit.settings())
                .social(sites.allowSignUp()))) {
            for (PageSettings closed :
                    List.of(PageSettings.defaults().withoutSignUp(), PageSettings.from(CLOSED_ENDPOINTS))) {
                assertThatThrownBy(() -> new PagesServlet(kit.auth(), closed))
                        .isInstanceOf(AuthSetupException.class)
                        .hasMessageContaining("sign-up-by-social");
            }
            PageSettings withoutPasswords = PageSettings.from(OPEN_ENDPOINTS.without(EndpointGroup.PASSWORDS));
            assertThatCode(() -> new PagesServlet(kit.auth(), withoutPasswords)).doesNotThrowAnyException();
        }
        try (AuthTestKit kit = AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                .settings(AuthTestKit.settings())
                .social(sites))) {
            assertThatCode(() -> new PagesServlet(kit.auth(), PageSettings.from(CLOSED_ENDPOINTS)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void pages_and_endpoints_of_one_application_do_not_start_when_one_of_them_registers_people() {
        try (AuthTestKit kit = AuthTestKit.inMemory()) {
            Servlet closedEndpoints = new AuthServlet(kit.auth(), CLOSED_ENDPOINTS);
            Servlet openPages = new PagesServlet(kit.auth(), PageSettings.defaults());
            Servlet openEndpoints = new AuthServlet(kit.auth(), OPEN_ENDPOINTS);
            Servlet closedPages = new PagesServlet(kit.auth(), PageSettings.from(CLOSED_ENDPOINTS));
            refused(closedEndpoints, openPages, "the pages offer registration, the endpoints do not");
            refused(openPages, closedEndpoints, "the pages offer registration, the endpoints do not");
            refused(openEndpoints, closedPages, "the endpoints offer registration, the pages do not");
            refused(closedPages, openEndpoints, "the endpoints offer registration, the pages do not");
            assertThatCode(() -> start(openEndpoints, openPages)).doesNotThrowAnyException();
            assertThatCode(() -> start(closedEndpoints, closedPages)).doesNotThrowAnyException();
        }
    }

    @Test
    void those_of_another_user_base_in_the_application_may_differ() {
        try (AuthTestKit staff = AuthTestKit.inMemory();
                AuthTestKit customers = AuthTestKit.inMemory()) {
            assertThatCode(() -> start(
                            new AuthServlet(staff.auth(), CLOSED_ENDPOINTS),
                            new PagesServlet(customers.auth(), PageSettings.defaults())))
                    .doesNotThrowAnyException();
        }
    }

    private static void refused(Servlet first, Servlet second, String why) {
        assertThatThrownBy(() -> start(first, second))
                .hasRootCauseInstanceOf(AuthSetupException.class)
                .hasStackTraceContaining(why);
    }

    private static void start(Servlet first, Servlet second) throws Exception {
        Server server = new Server(0);
        ServletContextHandler web = new ServletContextHandler("/");
        web.addServlet(new ServletHolder("first", first), "/first/*");
        web.addServlet(new ServletHolder("second", second), "/second/*");
        server.setHandler(web);
        try {
            server.start();
        } finally {
            server.stop();
        }
    }
}
