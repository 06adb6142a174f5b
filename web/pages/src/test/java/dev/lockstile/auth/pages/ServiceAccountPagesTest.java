package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.token.Caller;
import java.net.http.HttpResponse;
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

    private static PagesServer server(Role role) {
        InMemoryAuthStore store = new InMemoryAuthStore();
        return new PagesServer(
                AuthTestKit.of(Auth.builder(store)
                        .settings(AuthTestKit.settings())
                        .apiKeys(ApiKeySettings.withPrefix("acme"))
                        .roles(role)),
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
                .contains("The account nightly is open.", ">program</span>", "New key", "/admin/service-accounts")
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
        assertThat(rotated.body()).contains("tab=ways&amp;id=" + id);
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
