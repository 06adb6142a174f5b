package dev.lockstile.auth.pages;

import static dev.lockstile.auth.pages.PagesServer.MOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.impersonation.ImpersonationSettings;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.token.Caller;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Administrators who act for an account see it under a banner, change nothing of its owner's and stop. */
final class ActingPagesTest {

    private static final String ROOT = "root@example.com";
    private static final String ANA = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    @Test
    void the_pages_of_the_account_have_a_banner_by_which_acting_stops() {
        try (PagesServer server = administered()) {
            String ana = idOfAna(server);
            PagesBrowser root = acting(server, ana);
            assertThat(root.open("/account").body())
                    .contains(ANA)
                    .contains("You’re impersonating this account")
                    .contains("/acting/stop");
            assertThat(root.open("/admin").statusCode()).isEqualTo(404);
            HttpResponse<String> stopped = root.submit("/acting/stop", Map.of());
            assertThat(location(stopped)).isEqualTo(MOUNT + "/admin/user?id=" + ana);
            assertThat(root.open("/account").body()).contains(ROOT).doesNotContain("You’re impersonating");
            assertThat(server.kit.auth().sessions().list(caller(server, ANA, PASSWORD)))
                    .noneMatch(session -> session.ofActor());
        }
    }

    @Test
    void every_form_of_the_owner_is_refused_but_those_that_are_listed() {
        try (PagesServer server = administered()) {
            PagesBrowser root = acting(server, idOfAna(server));
            Routes routes = PageRoutes.of(server.kit.auth(), settings());
            TreeSet<String> open = new TreeSet<>();
            for (String path : new TreeSet<>(routes.writable())) {
                root.open("/account");
                boolean ownersAlone = routes.isForMembers(path) && !Routes.OPEN_TO_ACTORS.contains(path);
                if (ownersAlone && root.submit(path, Map.of()).statusCode() != 403) {
                    open.add(path);
                }
            }
            assertThat(open).isEmpty();
            assertThat(routes.writable())
                    .containsAll(Routes.OPEN_TO_ACTORS.stream()
                            .filter(path -> !path.equals("/second-factor/kept"))
                            .toList());
        }
    }

    @Test
    void a_session_that_its_owner_ended_leads_back_to_the_own_one() {
        try (PagesServer server = administered()) {
            String ana = idOfAna(server);
            PagesBrowser root = acting(server, ana);
            server.kit.auth().admin().endSessions(user(server, ana));
            assertThat(location(root.open("/account"))).isEqualTo(MOUNT + "/");
            assertThat(root.open("/account").body()).contains(ROOT);
        }
    }

    @Test
    void a_form_of_the_host_is_of_the_account_that_is_acted_for() {
        try (PagesServer server = administered()) {
            PagesBrowser root = acting(server, idOfAna(server));
            BrowserSession sessions = BrowserSession.of(server.kit.auth());
            String own = sessions.formToken(showing(root, "__Host-visit", "__Host-access"), ignored());
            String acted =
                    sessions.formToken(showing(root, "__Host-visit", "__Host-access", "__Host-acting"), ignored());
            assertThat(acted).isNotEqualTo(own);
            assertThat(sessions.formToken(showing(root, "__Host-visit", "__Host-access", "__Host-acting"), ignored()))
                    .isEqualTo(acted);
        }
    }

    private static HttpServletRequest showing(PagesBrowser browser, String... names) {
        Cookie[] cookies = Stream.of(names)
                .map(name -> new Cookie(name, browser.cookie(name)))
                .toArray(Cookie[]::new);
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getCookies") ? cookies : null);
    }

    private static HttpServletResponse ignored() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                HttpServletResponse.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> null);
    }

    @Test
    void signing_out_ends_both() {
        try (PagesServer server = administered()) {
            PagesBrowser root = acting(server, idOfAna(server));
            root.open("/account");
            root.submit("/sign-out", Map.of());
            assertThat(location(root.open("/account"))).startsWith(MOUNT + "/sign-in");
            assertThat(server.kit.auth().sessions().list(caller(server, ANA, PASSWORD)))
                    .noneMatch(session -> session.ofActor());
            Caller after = caller(server, ROOT, PASSWORD);
            assertThat(server.kit.auth().sessions().list(after))
                    .as("no session of the administrator but the new one")
                    .hasSize(1);
        }
    }

    @Test
    void a_sign_in_of_another_account_acts_for_nobody() {
        try (PagesServer server = administered()) {
            server.kit.member("bea@example.com", PASSWORD);
            PagesBrowser browser = acting(server, idOfAna(server));
            browser.open("/account");
            browser.submit("/sign-in", Map.of("login", "bea@example.com", "password", PASSWORD));
            assertThat(browser.open("/account").body())
                    .contains("bea@example.com")
                    .doesNotContain(ANA, "You’re impersonating");
        }
    }

    @Test
    void the_owner_sees_who_is_there() {
        try (PagesServer server = administered()) {
            acting(server, idOfAna(server));
            PagesBrowser ana = server.browser("en").signedIn(ANA, PASSWORD);
            assertThat(ana.open("/account").body()).contains("support");
        }
    }

    @Test
    void an_administrator_is_never_acted_for() {
        try (PagesServer server = administered()) {
            Auth auth = server.kit.auth();
            UserId staff = auth.admin()
                    .createAdministratorAs(
                            caller(server, ROOT, PASSWORD),
                            new NewAdmin("staff@example.com", Secret.of(PASSWORD), NewAdmin.Rank.STAFF))
                    .orElseThrow()
                    .id();
            PagesBrowser root = server.browser("en").signedIn(ROOT, PASSWORD);
            root.open("/account");
            assertThat(began(root, staff.toString()).statusCode()).isEqualTo(403);
        }
    }

    private static PagesBrowser acting(PagesServer server, String user) {
        PagesBrowser root = server.browser("en").signedIn(ROOT, PASSWORD);
        root.open("/account");
        assertThat(location(began(root, user))).isEqualTo(MOUNT + "/account");
        return root;
    }

    private static HttpResponse<String> began(PagesBrowser root, String user) {
        return root.submit("/admin/user/impersonate", Map.of("id", user, "reason", "ticket 7"));
    }

    private static PageSettings settings() {
        AdminLists.Page none = new AdminLists.Page(List.of("id"), List.of(), null);
        return PageSettings.defaults().withAdministration((list, query) -> none);
    }

    private static PagesServer administered() {
        AuthTestKit kit = AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                .settings(AuthTestKit.settings())
                .impersonation(ImpersonationSettings.standard().allowOneFactor()));
        PagesServer server = new PagesServer(kit, settings());
        kit.auth().admin().createFirstSuperuser(new NewAdmin(ROOT, Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
        kit.member(ANA, PASSWORD);
        return server;
    }

    private static String idOfAna(PagesServer server) {
        return server.kit.signIn(ANA, PASSWORD).user().id().toString();
    }

    private static Caller caller(PagesServer server, String email, String password) {
        String access = server.kit.signIn(email, password).tokens().access().reveal();
        return server.kit.auth().sessions().authenticate(access).orElseThrow();
    }

    private static UserId user(PagesServer server, String id) {
        return server.kit.auth().userId(id).orElseThrow();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
