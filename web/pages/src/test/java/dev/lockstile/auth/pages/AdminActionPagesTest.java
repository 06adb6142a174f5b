package dev.lockstile.auth.pages;

import static dev.lockstile.auth.pages.PagesServer.MOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.secret.Secret;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Actions on other people's accounts want a recent proof of who the superuser is (ASVS 7.5.3). */
final class AdminActionPagesTest {

    private static final String ROOT = "root@example.com";
    private static final String ANA = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    @ParameterizedTest
    @ValueSource(strings = {"disable", "delete", "end-sessions"})
    void an_old_proof_is_renewed_before_anything_happens(String action) {
        try (PagesServer server = administered()) {
            String ana = idOfAna(server);
            PagesBrowser root = server.browser("en").signedIn(ROOT, PASSWORD);
            server.kit.clock().advance(Duration.ofMinutes(11));
            root.open("/admin/user?id=" + ana);
            HttpResponse<String> answer = root.submit("/admin/user/" + action, Map.of("id", ana));
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(location(answer)).startsWith(MOUNT + "/prove?next=");
            server.kit.signIn(ANA, PASSWORD);
        }
    }

    @Test
    void a_recent_proof_is_enough() {
        try (PagesServer server = administered()) {
            String ana = idOfAna(server);
            PagesBrowser root = server.browser("en").signedIn(ROOT, PASSWORD);
            root.open("/admin/user?id=" + ana);
            assertThat(location(root.submit("/admin/user/disable", Map.of("id", ana, "reason", "ticket 1"))))
                    .isEqualTo(MOUNT + "/admin/user?id=" + ana);
            PagesBrowser browser = server.browser("en");
            browser.open("/sign-in");
            assertThat(browser.submit("/sign-in", Map.of("login", ANA, "password", PASSWORD))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    private static PagesServer administered() {
        AdminLists.Page none = new AdminLists.Page(List.of("id"), List.of(), null);
        PagesServer server = PagesServer.with(PageSettings.defaults().withAdministration((list, query) -> none));
        server.kit
                .auth()
                .admin()
                .createFirstSuperuser(new NewAdmin(ROOT, Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
        server.kit.member(ANA, PASSWORD);
        return server;
    }

    private static String idOfAna(PagesServer server) {
        return server.kit.signIn(ANA, PASSWORD).user().id().toString();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
