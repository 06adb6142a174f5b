package dev.lockstile.auth.pages;

import static dev.lockstile.auth.pages.PagesServer.MOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of the own API keys, and what the administration sees and ends of them. */
class ApiKeyPagesTest {

    private static final String ROOT = "root@example.com";
    private static final String ANA = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final String KEYS = "/account/api-keys";
    private static final Pattern SECRET = Pattern.compile("<code class=\"key\">(acme_[^<]+)</code>");
    private static final Pattern ID = Pattern.compile("name=\"id\" value=\"([^\"]+)\"");

    private PagesServer server;
    private Auth auth;
    private PagesBrowser ana;

    @BeforeEach
    void begin() {
        InMemoryAuthStore store = new InMemoryAuthStore();
        server = new PagesServer(
                AuthTestKit.of(Auth.builder(store)
                        .settings(AuthTestKit.settings())
                        .apiKeys(ApiKeySettings.withPrefix("acme").withScopes("orders:read", "orders:write"))),
                PageSettings.defaults().withAdministration(store.adminLists(IdentifierRules.standard())));
        auth = server.kit.auth();
        auth.admin().createFirstSuperuser(new NewAdmin(ROOT, Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
        server.kit.member(ANA, PASSWORD);
        ana = server.browser("en").signedIn(ANA, PASSWORD);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private HttpResponse<String> made(String days) {
        ana.open(KEYS);
        return ana.submitLists(
                KEYS, Map.of("name", "nightly", "expires_in_days", days), "scope", List.of("orders:read"));
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }

    private boolean opens(String secret) {
        return auth.apiKeys().authenticate(secret).isDone();
    }

    @Test
    void a_key_is_shown_once_and_listed_with_its_scopes_from_then_on() {
        assertThat(ana.open("/account").body()).contains("href=\"" + MOUNT + KEYS + "\"");
        HttpResponse<String> shown = made("30");
        assertThat(shown.body())
                .as("another language would be another page, without the key")
                .doesNotContain("lang=es");
        String secret = found(SECRET, shown.body());
        assertThat(auth.apiKeys().authenticate(secret).orElseThrow().permissions())
                .containsExactly("orders:read");
        assertThat(ana.open(KEYS).body())
                .contains(
                        "<strong>nightly</strong>",
                        "<code class=\"tag\">orders:read</code>",
                        "<code class=\"faint\">" + secret.substring(0, "acme_".length() + 8) + "…</code>",
                        "expires\u00a031\u00a0Mar\u00a02026")
                .doesNotContain(secret);
    }

    @Test
    void the_life_of_a_key_is_chosen_and_the_form_is_folded_beside_keys() {
        assertThat(ana.open(KEYS).body())
                .contains(
                        "<option value=\"90\" selected>90 days, until 30 May 2026</option>",
                        "<option value=\"365\">365 days, until 1 Mar 2027</option>",
                        "<details class=\"card\" open>");
        assertThat(made("30").statusCode()).isEqualTo(200);
        assertThat(ana.open(KEYS).body()).contains("<details class=\"card\">");
        assertThat(ana.submit(KEYS, Map.of("name", "", "expires_in_days", "30")).body())
                .contains("<option value=\"30\" selected>", "<details class=\"card\" open>");
    }

    @Test
    void a_wrong_form_says_what_is_wrong_and_keeps_what_was_typed() {
        for (String days : List.of("0", "x", "99999999", "4000")) {
            HttpResponse<String> refused = made(days);
            assertThat(refused.statusCode()).as(days).isEqualTo(400);
            assertThat(refused.body()).contains("value=\"nightly\"", "value=\"orders:read\" checked");
        }
        assertThat(ana.submit(KEYS, Map.of("name", "", "scope", "orders:read")).body())
                .contains("id=\"name-error\"");
        assertThat(ana.submit(KEYS, Map.of("name", "a", "scope", "admin:all")).statusCode())
                .isEqualTo(400);
        assertThat(ana.open(KEYS).body()).contains("No keys yet.");
    }

    @Test
    void a_key_is_made_with_a_recent_proof_and_the_name_is_kept_on_the_way() {
        server.kit.clock().advance(Duration.ofMinutes(11));
        assertThat(made("30").headers().firstValue("Location")).contains(MOUNT + "/prove?next=" + MOUNT + KEYS);
        ana.open("/prove?next=" + MOUNT + KEYS);
        ana.submit("/prove", Map.of("password", PASSWORD, "next", MOUNT + KEYS));
        assertThat(ana.open(KEYS).body()).contains("value=\"nightly\"");
    }

    @Test
    void a_key_is_rotated_and_revoked_after_a_question() {
        String secret = found(SECRET, made("30").body());
        String id = found(ID, ana.open(KEYS).body());
        assertThat(ana.open(KEYS + "/rotate?id=" + id).body()).contains("Rotate the key “nightly”?");
        String second =
                found(SECRET, ana.submit(KEYS + "/rotate", Map.of("id", id)).body());
        assertThat(opens(second)).isTrue();
        assertThat(ana.open(KEYS + "/revoke?id=" + id).body()).contains("Revoke the key “nightly”?");
        assertThat(ana.submitAndFollow(KEYS + "/revoke", Map.of("id", id)).body())
                .contains("Key revoked.");
        assertThat(opens(second) || opens(secret)).isFalse();
        assertThat(ana.open(KEYS + "/revoke?id=" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void a_key_of_another_account_is_neither_asked_about_nor_changed() {
        String secret = found(SECRET, made("30").body());
        String id = found(ID, ana.open(KEYS).body());
        PagesBrowser root = server.browser("en").signedIn(ROOT, PASSWORD);
        assertThat(root.open(KEYS + "/revoke?id=" + id).statusCode()).isEqualTo(404);
        root.open(KEYS);
        assertThat(root.submit(KEYS + "/revoke", Map.of("id", id)).statusCode()).isEqualTo(404);
        assertThat(root.submit(KEYS + "/rotate", Map.of("id", id)).statusCode()).isEqualTo(404);
        assertThat(opens(secret)).isTrue();
    }

    @Test
    void the_administration_lists_the_keys_of_a_user_and_ends_one_with_a_reason() {
        String secret = found(SECRET, made("30").body());
        String user = server.kit.signIn(ANA, PASSWORD).user().id().toString();
        PagesBrowser root = server.browser("en").signedIn(ROOT, PASSWORD);
        String page = root.open("/admin/user?tab=ways&id=" + user).body();
        assertThat(page).contains("<strong>nightly</strong>", "orders:read").doesNotContain(secret);
        String key = found(Pattern.compile("name=\"account\" value=\"([^\"]+)\""), page);
        assertThat(root.open("/admin/user/api-key?id=" + user + "&account=" + key)
                        .body())
                .contains("Revoke this API key of ana@example.com?", "name=\"reason\"");
        assertThat(root.submitAndFollow("/admin/user/api-key", Map.of("id", user, "account", key, "reason", "ticket 1"))
                        .body())
                .contains("An API key of ana@example.com was revoked.")
                .doesNotContain("id=\"api-keys\"");
        assertThat(opens(secret)).isFalse();
    }

    @Test
    void the_administration_ends_all_keys_of_a_user_with_a_reason() {
        String secret = found(SECRET, made("30").body());
        String user = server.kit.signIn(ANA, PASSWORD).user().id().toString();
        PagesBrowser root = server.browser("en").signedIn(ROOT, PASSWORD);
        assertThat(root.open("/admin/user?tab=ways&id=" + user).body()).contains("/admin/user/end-api-keys");
        assertThat(root.open("/admin/user/end-api-keys?id=" + user).body())
                .contains("Revoke all API keys of ana@example.com?", "name=\"reason\"");
        assertThat(root.submit("/admin/user/end-api-keys", Map.of("id", user)).statusCode())
                .isEqualTo(400);
        assertThat(opens(secret)).isTrue();
        Map<String, String> form = Map.of("id", user, "reason", "ticket 1");
        assertThat(root.submitAndFollow("/admin/user/end-api-keys", form).body())
                .contains("All API keys of ana@example.com were revoked.");
        assertThat(opens(secret)).isFalse();
        assertThat(root.submit("/admin/user/end-api-keys", form).statusCode()).isEqualTo(409);
    }

    @Test
    void a_host_without_keys_has_no_page_of_them() {
        try (PagesServer none = PagesServer.with(PageSettings.defaults())) {
            none.kit.member(ANA, PASSWORD);
            PagesBrowser browser = none.browser("en").signedIn(ANA, PASSWORD);
            assertThat(browser.open("/account").body()).doesNotContain(KEYS);
            assertThat(browser.open(KEYS).statusCode()).isEqualTo(404);
        }
    }
}
