package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.upkeep.Retention;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A deletion that waits for days, on the pages. */
class DeletionPagesTest {

    private static final String ANA = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    private final InMemoryAuthStore store = new InMemoryAuthStore();
    private final PagesServer server = new PagesServer(
            AuthTestKit.of(Auth.builder(store).settings(AuthTestKit.settings()).deletionGrace(Duration.ofDays(14))),
            PageSettings.defaults().withAdministration(store.adminLists(IdentifierRules.standard())));

    @BeforeEach
    void begin() {
        server.kit.member(ANA, PASSWORD);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void the_owner_reads_that_it_waits_and_all_pages_lead_to_the_choice() {
        PagesBrowser ana = closing();
        for (String path : new String[] {"/account", "/account/data", "/account/password"}) {
            assertThat(location(ana.open(path))).endsWith("/account/deletion");
        }
        assertThat(ana.open("/account/deletion").body())
                .contains("This account will be deleted", "15\u00a0Mar\u00a02026");
    }

    @Test
    void it_is_kept_with_one_button() {
        PagesBrowser ana = closing();
        ana.open("/account/deletion");
        assertThat(ana.submitAndFollow("/account/deletion", Map.of()).body()).contains("Your account is kept.");
        assertThat(location(ana.open("/account/deletion"))).endsWith("/account");
        server.kit.clock().advance(Duration.ofDays(15));
        server.kit.auth().upkeep().cleanUp(Retention.standard());
        assertThat(server.browser("en").signedIn(ANA, PASSWORD).open("/account").statusCode())
                .isEqualTo(200);
    }

    @Test
    void staff_see_it_and_call_it_off() {
        closing();
        String user = server.kit.signIn(ANA, PASSWORD).user().id().toString();
        NewAdmin root = new NewAdmin("root@example.com", Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER);
        server.kit.auth().admin().createFirstSuperuser(root);
        PagesBrowser staff = server.browser("en").signedIn(root.email(), PASSWORD);
        assertThat(staff.open("/admin/user?id=" + user).body())
                .contains("asked to delete the account on 15\u00a0Mar\u00a02026", "/admin/user/keep");
        staff.open("/admin/user/keep?id=" + user);
        Map<String, String> form = Map.of("id", user, "reason", "ticket 1");
        assertThat(staff.submitAndFollow("/admin/user/keep", form).body())
                .contains("The account of ana@example.com is kept.");
        assertThat(staff.open("/admin/user?id=" + user).body()).doesNotContain("asked to delete the account");
    }

    @Test
    void a_form_that_was_open_before_changes_nothing() {
        PagesBrowser ana = closing();
        ana.open("/account/deletion"); // for the token of its forms
        HttpResponse<String> answer = ana.submit("/account/change", Map.of("contact", "new@example.com"));
        assertThat(location(answer)).endsWith("/account/deletion");
    }

    @Test
    void the_page_of_the_day_is_for_the_browser_that_asked_alone() {
        assertThat(location(server.browser("en").open("/deletion-asked"))).isEqualTo(PagesServer.MOUNT + "/");
    }

    @Test
    void a_host_without_days_of_grace_has_no_such_page() {
        try (PagesServer none = PagesServer.with(PageSettings.defaults())) {
            none.kit.member(ANA, PASSWORD);
            PagesBrowser ana = none.browser("en").signedIn(ANA, PASSWORD);
            assertThat(ana.open("/account/deletion").statusCode()).isEqualTo(404);
            assertThat(ana.open("/account/delete").body()).contains("We’ll close your account");
        }
    }

    /** Signed in again after the deletion was asked for. */
    private PagesBrowser closing() {
        PagesBrowser ana = server.browser("en").signedIn(ANA, PASSWORD);
        assertThat(ana.open("/account/delete").body()).contains("delete your account after 14 days");
        HttpResponse<String> done = ana.submitAndFollow("/account/delete", Map.of("password", PASSWORD, "sure", "on"));
        assertThat(done.body())
                .contains("Your account will be deleted on 15\u00a0Mar\u00a02026", "Keep my account")
                .doesNotContain(ANA);
        return server.browser("en").signedIn(ANA, PASSWORD);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
