package dev.lockstile.auth.pages;

import static dev.lockstile.auth.pages.PagesServer.MOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff open the pages of the administration that their role permits, and no other. */
class AdminPermissionPagesTest {

    private static final String ROOT = "root@example.com";
    private static final String ANA = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    private PagesServer server;
    private Auth auth;
    private String ana;

    @BeforeEach
    void begin() {
        InMemoryAuthStore store = new InMemoryAuthStore();
        AdminLists lists = store.adminLists(IdentifierRules.standard());
        server = new PagesServer(
                AuthTestKit.of(Auth.builder(store)
                        .settings(AuthTestKit.settings())
                        .roles(
                                Role.named("reader").may(AdminPermission.USERS_READ),
                                Role.named("helper").may(AdminPermission.USERS_READ, AdminPermission.USERS_DISABLE))),
                PageSettings.defaults().withAdministration(lists));
        auth = server.kit.auth();
        auth.admin().createFirstSuperuser(new NewAdmin(ROOT, Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
        server.kit.member(ANA, PASSWORD);
        ana = id(ANA).toString();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private UserId id(String email) {
        return server.kit.signIn(email, PASSWORD).user().id();
    }

    private PagesBrowser staff(String role) {
        String email = role + "@example.com";
        String token = server.kit.signIn(ROOT, PASSWORD).tokens().access().reveal();
        auth.admin()
                .createAdministratorAs(
                        auth.sessions().authenticate(token).orElseThrow(),
                        new NewAdmin(email, Secret.of(PASSWORD), NewAdmin.Rank.STAFF));
        auth.admin().setRole(id(email), role);
        return server.browser("en").signedIn(email, PASSWORD);
    }

    @Test
    void a_reader_sees_people_and_no_act() {
        PagesBrowser reader = staff("reader");
        assertThat(reader.open("/account").body()).contains("href=\"" + MOUNT + "/admin/users\"");
        assertThat(reader.open("/admin/users").body()).contains(ANA).doesNotContain("/admin/sessions", "/admin\"");
        assertThat(reader.open("/admin/user?id=" + ana).body())
                .contains(ANA)
                .doesNotContain("/admin/user/disable", "/admin/user/delete", "id=\"danger\"");
        assertThat(reader.open("/admin/user/disable?id=" + ana).statusCode()).isEqualTo(404);
        assertThat(reader.open("/admin").statusCode()).isEqualTo(404);
        assertThat(reader.open("/admin/sessions").statusCode()).isEqualTo(404);
    }

    @Test
    void a_helper_disables_with_a_reason_and_does_nothing_else() {
        PagesBrowser helper = staff("helper");
        assertThat(helper.open("/admin/user?id=" + ana).body())
                .contains("/admin/user/disable")
                .doesNotContain("/admin/user/delete");
        assertThat(helper.open("/admin/user/disable?id=" + ana).statusCode()).isEqualTo(200);
        Map<String, String> form = Map.of("id", ana, "reason", "ticket 1");
        assertThat(helper.submitAndFollow("/admin/user/disable", form).body()).contains(ANA + " is disabled");
        helper.open("/admin/user?id=" + ana);
        assertThat(helper.submit("/admin/user/delete", form).statusCode()).isEqualTo(404);
        assertThat(auth.admin()
                        .find(auth.userId(ana).orElseThrow())
                        .orElseThrow()
                        .status()
                        .active())
                .isFalse();
    }
}
