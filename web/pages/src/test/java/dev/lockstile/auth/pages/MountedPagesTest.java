package dev.lockstile.auth.pages;

import static dev.lockstile.auth.pages.PagesServer.MOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages mounted below a path of the host: all of them, in each language, under the same protection. */
class MountedPagesTest {

    private static final String PASSWORD = "plum-harbour-4417";
    private static final String ROOT = "root@example.com";
    private static final List<String> PAGES = List.of(
            "/",
            "/api",
            "/sign-in",
            "/sign-in/ways",
            "/code",
            "/code/verify",
            "/link?token=b",
            "/link/sent",
            "/second-factor",
            "/second-factor/enrol",
            "/register",
            "/register/sent",
            "/confirm?uid=a&token=b",
            "/forgotten",
            "/forgotten/sent",
            "/reset?uid=a&token=b",
            "/prove",
            "/account",
            "/account/change",
            "/account/change/confirm",
            "/account/password",
            "/account/profile",
            "/account/data",
            "/account/delete",
            "/admin",
            "/account/preferences",
            "/account/sessions/end-others",
            "/admin/user?id=2",
            "/admin/user/reset-password?id=2",
            "/admin/user/require-password?id=2",
            "/admin/user/temporary-password?id=2",
            "/admin/user/invite?id=2",
            "/admin/user/revoke-invitation?id=2",
            "/admin/user/merge?id=2",
            "/admin/sessions/end-all",
            "/admin/invitations",
            "/admin/user/disable?id=2",
            "/admin/user/enable?id=2",
            "/admin/user/delete?id=2",
            "/admin/user/restore?id=2",
            "/admin/user/keep?id=2",
            "/admin/user/end-session?id=2",
            "/admin/user/end-sessions?id=2",
            "/admin/users",
            "/admin/users/bulk?act=disable&select=2",
            "/admin/profiles",
            "/admin/devices",
            "/admin/codes",
            "/admin/sessions",
            "/admin/sms-log",
            "/admin/email-log",
            "/admin/legacy-links",
            "/admin/imports");

    /** From which a person who is signed in is led on. */
    private static final List<String> OF_GUESTS = List.of(
            "/sign-in", "/sign-in/ways", "/code", "/register", "/register/sent", "/link/sent", "/forgotten/sent");

    private static final Pattern LINK = Pattern.compile("(?:href|action|src)=\"([^\"]*)\"");

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "pt", "de", "fr"})
    void every_page_stays_below_the_mount(String language) {
        try (PagesServer server = PagesServer.with(everything())) {
            PagesBrowser root = waitingForCodes(server, language);
            PagesBrowser guest = server.browser(language);
            guest.open("/sign-in");
            guest.submit("/sign-in/ways", Map.of("login", ROOT));
            guest.submit("/forgotten", Map.of("contact", ROOT));
            for (String path : PAGES) {
                HttpResponse<String> page = (OF_GUESTS.contains(path) ? guest : root).open(path);
                assertThat(page.statusCode()).as(path).isEqualTo(200);
                assertThat(page.body()).as(path).contains("<html lang=\"" + language + "\">");
                assertThat(links(page)).as(path).isNotEmpty().allMatch(MountedPagesTest::isBelowTheMount);
                assertThat(page.headers().firstValue("Cache-Control")).as(path).contains("no-store");
            }
        }
    }

    @Test
    void the_list_above_names_every_page() {
        try (AuthTestKit kit = AuthTestKit.inMemory()) {
            Set<String> shown = new HashSet<>();
            shown.add("/new-password"); // for a sign-in that is held
            PAGES.forEach(path -> shown.add(path.replaceAll("\\?.*", "")));
            assertThat(PageRoutes.of(kit.auth(), everything()).readable()).isEqualTo(shown);
        }
    }

    @Test
    void styles_scripts_and_the_icon_are_served_and_nothing_else_of_their_folder_is() {
        try (PagesServer server = PagesServer.with(PageSettings.defaults())) {
            PagesBrowser browser = server.browser("en");
            for (String name : List.of("pages.css", "pages.js", "api.js", "icon.svg")) {
                HttpResponse<String> asset = browser.open("/assets/" + name);
                assertThat(asset.statusCode()).as(name).isEqualTo(200);
                assertThat(asset.body()).as(name).isNotEmpty();
                assertThat(asset.headers().firstValue("X-Content-Type-Options"))
                        .as(name)
                        .contains("nosniff");
                HttpResponse<String> head = browser.head("/assets/" + name);
                assertThat(head.statusCode()).as(name).isEqualTo(200);
                assertThat(head.body()).as(name).isEmpty();
                assertThat(head.headers().firstValue("Content-Type"))
                        .as(name)
                        .isEqualTo(asset.headers().firstValue("Content-Type"));
                assertThat(head.headers().firstValue("Content-Length"))
                        .as(name)
                        .isEqualTo(asset.headers().firstValue("Content-Length"));
            }
            for (String name : List.of("layout.html", "texts_en.properties", "PagesServlet.class", "")) {
                assertThat(browser.open("/assets/" + name).statusCode())
                        .as(name)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void pages_that_a_host_did_not_ask_for_are_absent() {
        try (PagesServer server = PagesServer.with(PageSettings.defaults())) {
            PagesBrowser browser = server.browser("en");
            assertThat(browser.open("/api").statusCode()).isEqualTo(404);
            assertThat(browser.open("/admin").statusCode()).isEqualTo(404);
            assertThat(browser.open("/").body()).doesNotContain("/api", "/admin", "/dev/");
        }
    }

    @Test
    void a_page_is_named_after_the_service_unless_the_host_names_it() {
        try (PagesServer server = PagesServer.with(PageSettings.defaults())) {
            assertThat(server.kit.auth().settings().service()).isEqualTo("Acme");
            for (String language : Texts.LANGUAGES) {
                assertThat(server.browser(language).open("/").body())
                        .contains("· Acme</title>", ">Acme</a>")
                        .doesNotContain("Quickstart");
            }
        }
        PageSettings named = PageSettings.defaults()
                .withOverrides(PageOverrides.none().withText("es", "brand", "Cima"))
                .withStyle(PageStyle.defaults().withProductName("Summit"));
        try (PagesServer server = PagesServer.with(named)) {
            assertThat(server.browser("en").open("/").body()).contains("· Summit</title>");
            assertThat(server.browser("es").open("/").body()).contains("· Cima</title>");
        }
    }

    @Test
    void a_sign_in_leads_to_the_page_it_began_at_else_to_the_landing_page() {
        try (PagesServer server = PagesServer.with(PageSettings.defaults().withLandingPage("/shop/orders"))) {
            server.kit.member("ana@example.com", PASSWORD);
            Map<String, String> ana = Map.of("login", "ana@example.com", "password", PASSWORD);
            PagesBrowser browser = server.browser("en");
            browser.open("/sign-in");
            assertThat(location(browser.submit("/sign-in", ana))).isEqualTo("/shop/orders");
            PagesBrowser other = server.browser("en");
            assertThat(location(other.open("/account/password")))
                    .isEqualTo(MOUNT + "/sign-in?next=" + MOUNT + "/account/password");
            other.open("/sign-in");
            Map<String, String> next =
                    Map.of("login", "ana@example.com", "password", PASSWORD, "next", MOUNT + "/account/password");
            assertThat(location(other.submit("/sign-in", next))).isEqualTo(MOUNT + "/account/password");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"//3221226219", "//localhost", "///evil", "/\\evil", "https://evil.example", "shop/orders"})
    void a_page_to_go_on_to_is_a_path_of_this_site(String next) {
        try (PagesServer server = PagesServer.with(PageSettings.defaults().withLandingPage("/shop/orders"))) {
            server.kit.member("ana@example.com", PASSWORD);
            PagesBrowser browser = server.browser("en");
            browser.open("/sign-in");
            Map<String, String> ana = Map.of("login", "ana@example.com", "password", PASSWORD, "next", next);
            assertThat(location(browser.submit("/sign-in", ana))).isEqualTo("/shop/orders");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "orders", "/\\evil.example"})
    void a_landing_page_of_another_site_is_refused(String path) {
        assertThatThrownBy(() -> PageSettings.defaults().withLandingPage(path))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PageSettings everything() {
        return PageSettings.defaults()
                .withApiPage("/shop/account/openapi.json")
                .withAdministration((list, query) -> page(list, query))
                .withImportRuns(() -> new AdminLists.Page(List.of("runId"), List.of(Map.of("runId", "r1")), null));
    }

    private static AdminLists.Page page(AdminLists.Table list, AdminLists.Query query) {
        String user = query.user();
        Map<String, Object> row = list == AdminLists.Table.USERS
                ? Map.of("id", user == null ? "1" : user, "email", "ana@example.com", "active", true)
                : Map.of("id", 1L, "email", "", "active", true);
        return new AdminLists.Page(List.of("id", "email", "active"), List.of(Map.copyOf(row)), "1");
    }

    /** A superuser who waits for a code to sign in with and for one to a new number, so that their pages are shown. */
    private static PagesBrowser waitingForCodes(PagesServer server, String language) {
        NewAdmin superuser = new NewAdmin(ROOT, Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER);
        server.kit.auth().admin().createFirstSuperuser(superuser);
        PagesBrowser root = server.browser(language).signedIn(ROOT, PASSWORD);
        root.open("/");
        assertThat(location(root.submit("/code", Map.of("contact", ROOT)))).isEqualTo(MOUNT + "/code/verify");
        root.open("/account/change");
        assertThat(location(root.submit("/account/change", Map.of("contact", "+525587654321"))))
                .isEqualTo(MOUNT + "/account/change/confirm");
        return root;
    }

    private static List<String> links(HttpResponse<String> page) {
        return LINK.matcher(page.body()).results().map(link -> link.group(1)).toList();
    }

    private static boolean isBelowTheMount(String link) {
        return link.startsWith(MOUNT + "/") || link.startsWith("?") || link.startsWith("#");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
