package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roles of code and of the host's source, on the page of roles and in the forms that offer roles. */
final class AdminRolePagesTest {

    private static final String ROOT = "root@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    private PagesServer server;
    private PagesBrowser root;

    @BeforeEach
    void begin() {
        InMemoryAuthStore store = new InMemoryAuthStore();
        server = new PagesServer(
                AuthTestKit.of(Auth.builder(store)
                        .settings(AuthTestKit.settings())
                        .roles(
                                Role.named("clerk").may("stock:read"),
                                Role.named("exporter").may("orders:export").forPrograms())
                        .roleSource(() -> List.of(Role.named("desk")
                                .may("orders:refund")
                                .may(AdminPermission.USERS_READ)
                                .including("clerk")))),
                PageSettings.defaults().withAdministration(store.adminLists(IdentifierRules.standard())));
        server.kit
                .auth()
                .admin()
                .createFirstSuperuser(new NewAdmin(ROOT, Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
        root = server.browser("en").signedIn(ROOT, PASSWORD);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void each_role_is_shown_with_its_permissions_and_where_it_comes_from() {
        String body = root.open("/admin/roles").body();
        assertThat(card(body, "clerk"))
                .contains("Declared in this service’s code", ">stock:read<")
                .doesNotContain("For programs");
        assertThat(card(body, "exporter"))
                .contains("Declared in this service’s code", "For programs", ">orders:export<");
        assertThat(card(body, "desk"))
                .contains("Stored in this service’s database", ">stock:read<", ">orders:refund<")
                .contains(
                        "<li><code class=\"tag\">orders:refund</code></li><li><code class=\"tag\">stock:read</code></li>")
                .contains("<li class=\"tag\" title=\"lockstile:users.read\">List, search and view accounts</li>")
                .contains("href=\"" + PagesServer.MOUNT + "/admin/users?role=desk\"")
                .contains("Includes <span class=\"tag\">clerk</span>");
    }

    @Test
    void the_forms_offer_stored_roles_and_those_of_people_alone_for_an_invitation() {
        assertThat(root.open("/admin/users").body())
                .contains("<option>clerk</option>", "<option>desk</option>", "<option>exporter</option>");
        assertThat(root.open("/admin/invitations").body())
                .contains("<option>clerk</option>", "<option>desk</option>")
                .doesNotContain("<option>exporter</option>");
    }

    private static String card(String body, String role) {
        int from = body.indexOf("aria-label=\"" + role + "\"");
        return body.substring(from, body.indexOf("</section>", from));
    }
}
