package dev.lockstile.examples.quickstart;

import static dev.lockstile.examples.quickstart.PagesFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.testkit.http.MockOpenIdProvider;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Accounts at other sites on the pages of the administration. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AdminSocialPagesContract {

    private static final String CLIENT = "quickstart";
    private static final String UNLINK = "/admin/user/social/unlink";
    private static final String RESUME = "/admin/user/social/resume";

    private final MockOpenIdProvider corp = MockOpenIdProvider.start();
    private final MockOpenIdProvider forum = MockOpenIdProvider.start();
    private PagesFixture fixture;
    private Http http;
    private Visitor root;

    /** The database of this host, empty. */
    abstract Map<String, String> database();

    @BeforeAll
    void open(@TempDir Path folder) {
        Map<String, String> environment = new HashMap<>(database());
        site(environment, "CORP", corp);
        site(environment, "FORUM", forum);
        environment.put("QUICKSTART_OIDC_CORP_EVENTS", "true");
        fixture = PagesFixture.open(folder, environment);
        http = new Http(fixture.port());
        fixture.createSuperuser();
        root = fixture.visitor();
        root.open("/sign-in");
        root.submit("/sign-in", Map.of("login", "root@example.com", "password", PASSWORD));
    }

    private static void site(Map<String, String> environment, String name, MockOpenIdProvider site) {
        String prefix = "QUICKSTART_OIDC_" + name;
        environment.put(prefix + "_ISSUER", site.issuer());
        environment.put(prefix + "_CLIENT_ID", CLIENT);
        environment.put(prefix + "_EMAIL_AUTHORITATIVE", "true");
        environment.put(prefix + "_ALLOW_INSECURE_LOOPBACK", "true");
    }

    @AfterAll
    void close() {
        fixture.close();
        List.of(corp, forum).forEach(MockOpenIdProvider::close);
    }

    @Test
    void nobody_else_reaches_them_and_a_change_needs_a_reason_and_the_right_account() {
        Map<String, String> ana = both("ana");
        String eve = both("eve").get("account");
        Visitor member = fixture.member("mia@example.com");
        Visitor nobody = fixture.visitor();
        for (String path : List.of(UNLINK, RESUME)) {
            member.open("/account");
            assertThat(member.submit(path, ana).status()).as(path).isEqualTo(404);
            nobody.open("/sign-in");
            assertThat(nobody.submit(path, ana).path()).as(path).isEqualTo("/sign-in");
            root.open("/admin/user?id=" + ana.get("id"));
            for (String reason : List.of("", " ", "añadido", "x".repeat(61))) {
                assertThat(root.submit(path, with(ana, "reason", reason)).status())
                        .as("%s for '%s'", path, reason)
                        .isEqualTo(400);
            }
            assertThat(root.submit(path, with(ana, "account", eve)).status()).isEqualTo(404);
            assertThat(root.submit(path, with(ana, "id", "987654321")).status()).isEqualTo(404);
        }
        assertThat(root.submit(RESUME, ana).status()).as("not suspended").isEqualTo(409);
        assertThat(page(ana)).contains("ana@example.com", ana.get("account"));
    }

    @Test
    void what_a_superuser_has_linked_is_shown_and_not_changed() {
        String access = http.post(
                        "/auth/login/basic/",
                        Map.of("login", "root@example.com", "password", PASSWORD, "client", "web"))
                .json()
                .path("tokens")
                .path("accessToken")
                .asString();
        JsonNode linked = http.post("/auth/login/social/link/", proof(forum, "forum", "root", access), access)
                .json();
        String found = root.open("/admin/users?find=root@example.com").text();
        Map<String, String> own = Map.of(
                "id", found.replaceAll("(?s).*/admin/user\\?id=(\\d+).*", "$1"),
                "account", linked.path("social_account_id").asString(),
                "reason", "ticket 4711");
        assertThat(page(own)).contains("Forum").doesNotContain(UNLINK, RESUME);
        assertThat(root.submit(UNLINK, own).status()).isEqualTo(403);
        assertThat(root.submit(RESUME, own).status()).isEqualTo(403);
        assertThat(page(own)).contains("Forum");
    }

    @Test
    void an_account_is_unlinked_until_it_is_the_last_way_in() {
        Map<String, String> bea = both("bea");
        assertThat(root.submit(UNLINK, bea).text())
                .contains("An account was disconnected from bea@example.com")
                .contains("Forum")
                .doesNotContain("Corp");
        assertThat(signIn("bea").status()).isEqualTo(409);
        String last = account(page(bea));
        assertThat(root.submit(UNLINK, with(bea, "account", last)).status()).isEqualTo(409);
        assertThat(page(bea)).contains("Forum");
    }

    @Test
    void a_suspension_is_shown_and_lifted_in_three_languages() {
        for (String language : List.of("en", "es", "pt")) {
            Map<String, String> person = both("cleo-" + language);
            assertThat(page(person)).doesNotContain(RESUME);
            disable("cleo-" + language);
            assertThat(signIn("cleo-" + language).status()).isEqualTo(401);
            Visitor speaking = fixture.visitor().speaking(language);
            speaking.open("/sign-in");
            speaking.submit("/sign-in", Map.of("login", "root@example.com", "password", PASSWORD));
            String shown =
                    speaking.open("/admin/user?tab=ways&id=" + person.get("id")).text();
            assertThat(shown)
                    .contains(RESUME, suspended(language), "lang=\"" + language + "\"")
                    .doesNotContain("admin.suspended", "admin.resume", "linked.title");
            assertThat(speaking.submit(RESUME, person).text()).doesNotContain(suspended(language));
            assertThat(signIn("cleo-" + language).status()).isEqualTo(200);
        }
    }

    private static String suspended(String language) {
        return switch (language) {
            case "es" -> "suspendida por el otro sitio";
            case "pt" -> "suspensa pelo outro site";
            default -> "suspended by the provider";
        };
    }

    private void disable(String subject) {
        URI events = URI.create("http://localhost:" + fixture.port() + "/auth/login/social/events/corp/");
        assertThat(corp.securityEvent(CLIENT, "risc/event-type/account-disabled", subject)
                        .sendTo(events)
                        .statusCode())
                .isEqualTo(202);
    }

    private String page(Map<String, String> person) {
        return root.open("/admin/user?tab=ways&id=" + person.get("id")).text();
    }

    /** The first that the page shows. */
    private static String account(String page) {
        return page.replaceAll("(?s).*?name=\"account\" value=\"([^\"]+)\".*", "$1");
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> changed = new HashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    /** A user with an account at each site, and the form that takes the first one away. */
    private Map<String, String> both(String subject) {
        JsonNode in = signIn(subject).json();
        String access = in.path("tokens").path("accessToken").asString();
        assertThat(http.post("/auth/login/social/link/", proof(forum, "forum", subject, access), access)
                        .status())
                .isEqualTo(200);
        String found =
                root.open("/admin/users?find=" + subject + "@example.com").text();
        return Map.of(
                "id", found.replaceAll("(?s).*/admin/user\\?id=(\\d+).*", "$1"),
                "account", in.path("social_account_id").asString(),
                "reason", "ticket 4711");
    }

    private Http.Answer signIn(String subject) {
        return http.post("/auth/login/social/", proof(corp, "corp", subject, null));
    }

    /** @param access the token of the user who links an account; null for a sign-in */
    private Map<String, Object> proof(MockOpenIdProvider site, String name, String subject, @Nullable String access) {
        JsonNode nonce = http.post("/auth/login/social/nonce/", Map.of("provider", name), access)
                .json();
        String token = site.idToken(CLIENT, subject)
                .nonce(nonce.path("nonce").asString())
                .verifiedEmail(subject + "@example.com")
                .sign();
        Map<String, Object> proof = new HashMap<>(Map.of("provider", name, "id_token", token, "client", "web"));
        proof.put("transaction_id", nonce.path("transaction_id").asString());
        proof.put("terms_and_conditions_accepted", true);
        return proof;
    }
}
