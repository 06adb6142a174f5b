package dev.lockstile.auth.pages;

import static dev.lockstile.auth.pages.PagesServer.MOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.ServiceAccountAdministration.ServiceAccount;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.token.Caller;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages on which staff open accounts of programs, and make and rotate their keys. */
class ServiceAccountPagesTest {

    private static final String ROOT = "root@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final String ACCOUNTS = "/admin/service-accounts";
    private static final String KEYS = "/admin/user/service-key";
    private static final Pattern SECRET = Pattern.compile("<code class=\"key\">(acme_[^<]+)</code>");
    private static final Pattern ACCOUNT = Pattern.compile("name=\"account\" value=\"([^\"]+)\"");

    private PagesServer server;
    private Auth auth;
    private PagesBrowser root;

    @BeforeEach
    void begin() {
        server = server(
                Role.named("exporter").may("orders:read", "orders:export").forPrograms());
        auth = server.kit.auth();
        root = signedIn(server);
    }

    private static PagesServer server(Role... roles) {
        InMemoryAuthStore store = new InMemoryAuthStore();
        return new PagesServer(
                AuthTestKit.of(Auth.builder(store)
                        .settings(AuthTestKit.settings())
                        .apiKeys(ApiKeySettings.withPrefix("acme"))
                        .roles(roles)),
                PageSettings.defaults().withAdministration(store.adminLists(IdentifierRules.standard())));
    }

    private static PagesBrowser signedIn(PagesServer server) {
        server.kit
                .auth()
                .admin()
                .createFirstSuperuser(new NewAdmin(ROOT, Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
        return server.browser("en").signedIn(ROOT, PASSWORD);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private String opened() {
        root.open(ACCOUNTS);
        String location = root.submit(ACCOUNTS, Map.of("username", "nightly", "role", "exporter", "reason", "ticket 1"))
                .headers()
                .firstValue("Location")
                .orElse("");
        assertThat(location).contains("/admin/user?tab=ways&id=");
        return location.substring(location.lastIndexOf('=') + 1);
    }

    private static String found(Pattern pattern, HttpResponse<String> page) {
        Matcher matcher = pattern.matcher(page.body());
        assertThat(matcher.find()).as(page.body()).isTrue();
        return matcher.group(1);
    }

    @Test
    void staff_open_an_account_and_make_and_rotate_a_key() {
        String id = opened();
        String user = "/admin/user?tab=ways&id=" + id;
        assertThat(root.open(user).body())
                .contains("Service account nightly created.", ">program</span>", "New key", "/admin/service-accounts")
                .contains("<span class=\"tag good\">active</span>")
                .doesNotContain(">not verified<");
        assertThat(root.open(KEYS + "?id=" + id).body()).contains("orders:export", "orders:read");
        String secret = found(
                SECRET,
                root.submitLists(
                        KEYS,
                        Map.of("id", id, "name", "night", "reason", "ticket 2"),
                        "scope",
                        List.of("orders:read")));
        Caller program = auth.apiKeys().authenticate(secret).orElseThrow();
        assertThat(program.permissions()).containsExactly("orders:read");
        String key = found(ACCOUNT, root.open(user));
        root.open(KEYS + "?id=" + id + "&account=" + key);
        HttpResponse<String> rotated =
                root.submit(KEYS, Map.of("id", id, "account", key, "expires_in_days", "9", "reason", "ticket 3"));
        assertThat(found(SECRET, rotated)).isNotEqualTo(secret);
        assertThat(rotated.body())
                .contains("tab=ways&amp;id=" + id)
                .as("within the administration, and in no other language, which would be without it")
                .contains(
                        "<nav class=\"side groups\"", "/admin/service-accounts\" aria-current=\"page\"", ">nightly</a>")
                .doesNotContain("?lang=");
    }

    @Test
    void people_with_a_role_for_programs_are_named_as_programs() {
        opened();
        String list = "/admin/users?role=exporter";
        assertThat(root.open(ACCOUNTS).body()).doesNotContain(list);
        assertThat(root.open(list).body())
                .contains("Select nightly", "<span class=\"tag \">program</span>")
                .doesNotContain("Select " + ROOT, "<span class=\"tag warn\">");
    }

    @Test
    void accounts_are_listed_with_their_role_and_the_state_of_their_keys() {
        assertThat(root.open(ACCOUNTS).body())
                .contains("No service accounts yet.", "<details class=\"new\" open>")
                .doesNotContain("<li><span class=\"badge\">");
        String id = opened();
        assertThat(root.open(ACCOUNTS).body())
                .contains("Existing accounts</h2>", "<details class=\"new\">", "No key yet")
                .contains("href=\"" + MOUNT + "/admin/user?tab=ways&amp;id=" + id + "\">nightly</a>")
                .contains("<span class=\"tag\">exporter</span>");
        assertThat(root.open("/admin/user?tab=ways&id=" + id).body())
                .contains("<button class=\"small\">New key</button>");
        key(id, "night");
        assertThat(root.open(ACCOUNTS).body()).contains("1 key · never used").doesNotContain("No key yet");
        auth.apiKeys().authenticate(key(id, "day")).orElseThrow();
        server.kit.clock().advance(Duration.ofMinutes(5));
        assertThat(root.open(ACCOUNTS).body()).contains("2 keys · last used 5 minutes ago");
        assertThat(root.open("/admin/user?tab=ways&id=" + id).body())
                .contains("<button class=\"second small\">New key</button>");
    }

    private String key(String id, String name) {
        root.open(KEYS + "?id=" + id);
        return found(SECRET, root.submit(KEYS, Map.of("id", id, "name", name, "reason", "ticket 2")));
    }

    @Test
    void of_many_accounts_the_keys_are_not_read_and_the_list_goes_on_elsewhere() {
        for (int i = 0; i < 21; i++) {
            auth.admin().createServiceAccount(new ServiceAccount("job" + i, "exporter"));
        }
        String page = root.open(ACCOUNTS).body();
        assertThat(page)
                .contains(">job20</a>", ">job1</a>", "href=\"" + MOUNT + "/admin/users?role=exporter\"")
                .doesNotContain(">job0</a>", "No key yet");
    }

    @Test
    void staff_who_may_do_nothing_else_find_their_page_and_make_a_key() {
        try (PagesServer other = server(
                Role.named("operator").may(AdminPermission.PROGRAMS_MANAGE).may("orders:read"),
                Role.named("exporter").may("orders:read").forPrograms())) {
            signedIn(other);
            PagesBrowser staff = staff(other, "operator");
            assertThat(staff.open("/account").body()).contains("href=\"" + MOUNT + ACCOUNTS + "\"");
            assertThat(staff.open("/admin").headers().firstValue("Location")).contains(MOUNT + ACCOUNTS);
            assertThat(staff.open(ACCOUNTS).body()).doesNotContain("/admin/users?role", "No service accounts yet.");
            String form = staff.submit(
                            ACCOUNTS, Map.of("username", "nightly", "role", "exporter", "reason", "ticket 1"))
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            String id = form.substring(form.lastIndexOf('=') + 1);
            assertThat(staff.open(KEYS + "?id=" + id).body()).contains("href=\"" + MOUNT + ACCOUNTS + "\">nightly<");
            HttpResponse<String> made =
                    staff.submit(KEYS, Map.of("id", id, "name", "night", "reason", "ticket 2", "scope", "orders:read"));
            assertThat(found(SECRET, made)).startsWith("acme_");
            assertThat(made.body())
                    .contains("href=\"" + MOUNT + ACCOUNTS + "\"")
                    .doesNotContain("/admin/user?");
        }
    }

    private static PagesBrowser staff(PagesServer server, String role) {
        Auth auth = server.kit.auth();
        String token = server.kit.signIn(ROOT, PASSWORD).tokens().access().reveal();
        String address = role + "@example.com";
        auth.admin()
                .createAdministratorAs(
                        auth.sessions().authenticate(token).orElseThrow(),
                        new NewAdmin(address, Secret.of(PASSWORD), NewAdmin.Rank.STAFF));
        auth.admin().setRole(server.kit.signIn(address, PASSWORD).user().id(), role);
        return server.browser("en").signedIn(address, PASSWORD);
    }

    @Test
    void what_is_wrong_stands_beside_its_field() {
        root.open(ACCOUNTS);
        HttpResponse<String> wrong =
                root.submit(ACCOUNTS, Map.of("username", "a@example.com", "role", "exporter", "reason", "ticket 1"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("id=\"username-error\"");
        String id = opened();
        root.open(KEYS + "?id=" + id);
        assertThat(root.submit(KEYS, Map.of("id", id, "name", "night")).statusCode())
                .as("no reason")
                .isEqualTo(400);
        assertThat(root.submit(KEYS, Map.of("id", id, "reason", "ticket 1")).statusCode())
                .as("no name")
                .isEqualTo(400);
        assertThat(root.submit(ACCOUNTS, Map.of("username", "nightly", "role", "exporter", "reason", "ticket 1"))
                        .statusCode())
                .as("taken")
                .isEqualTo(409);
    }

    @Test
    void the_account_of_a_person_has_no_such_page() {
        server.kit.member("ana@example.com", PASSWORD);
        String ana = server.kit.signIn("ana@example.com", PASSWORD).user().id().toString();
        assertThat(root.open(KEYS + "?id=" + ana).statusCode()).isEqualTo(409);
        assertThat(root.open("/admin/user?tab=ways&id=" + ana).body()).doesNotContain(">program</span>", KEYS);
    }

    @Test
    void a_host_without_a_role_for_programs_has_none_of_these_pages() {
        try (PagesServer none = server(Role.named("exporter").may("orders:read"))) {
            PagesBrowser browser = signedIn(none);
            assertThat(browser.open(ACCOUNTS).statusCode()).isEqualTo(404);
            assertThat(browser.open(KEYS).statusCode()).isEqualTo(404);
            assertThat(browser.open("/admin/users").body()).doesNotContain(ACCOUNTS);
        }
    }
}
